import type { Run } from '../../server/domain/run.ts'
import { leadContents } from '../../server/jobs/lead-contents.ts'
import { packLead } from '../../server/leads/lead.ts'
import { languages } from '../../server/leads/words/words.ts'
import type { Store } from '../../server/store/port.ts'
import { optionsOf } from '../leads/contents.ts'
import { allOf, type TortureFigure } from './figure.ts'
import {
  demo,
  type LeadSource,
  market,
  type SourceOf,
  samples,
  withCopy,
  withSource,
  world,
} from './lead-sources.ts'

export interface SameBytesOptions {
  /** How many leads are built, three times each. */
  readonly leads: number
  /** How many of them are about rings of more than 50 shops. */
  readonly large: number
}

const largeFrom = 51
const ringsOfMarket = 5
const ringsOfSource = 16

/** The same lead built twice from one store and once from a copy of it: the demo, the real samples, generated worlds, made markets with hostile names. */
export async function sameBytes({ leads, large }: SameBytesOptions): Promise<TortureFigure[]> {
  const missed: string[] = []
  const sizes: number[] = []
  const tryRings = async (source: SourceOf, undivided: boolean, most: number) =>
    withSource(source, { undivided }, async (found) => {
      const rings = found.rings.filter(({ size }) => !undivided || largeFrom <= size).slice(0, most)
      missed.push(...(await differing(found, rings)))
      sizes.push(...rings.map(({ size }) => size))
    })
  for (let seed = 1; sizes.length < large; seed += 1) {
    const rings = Math.min(ringsOfMarket, large - sizes.length)
    await tryRings(market(largeMarket(seed, rings)), true, rings)
  }
  for (const source of [demo, ...(await samples())]) {
    await tryRings(source, false, Math.min(ringsOfSource, leads - sizes.length))
  }
  for (let seed = 1; sizes.length < leads; seed += 1) {
    const source = seed % 2 === 0 ? market(smallMarket(seed)) : world(120 + seed, 600)
    await tryRings(source, false, Math.min(ringsOfSource, leads - sizes.length))
  }
  return [
    allOf('leads with the same bytes from one store and from its copy', sizes.length, missed),
    {
      name: 'of them about more than 50 shops',
      value: sizes.filter((size) => largeFrom <= size).length,
      unit: 'leads',
    },
  ]
}

function largeMarket(seed: number, rings: number) {
  const sizes = Array.from({ length: rings }, (_, index) => largeFrom + ((seed + index) % 5))
  return { seed, sizes, hostile: seed % 2 === 0, canaries: 0 }
}

function smallMarket(seed: number) {
  return { seed: 50 + seed, sizes: [3, 4, 5, 6, 7, 8, 9, 10], hostile: true, canaries: 30 }
}

/** Rings whose leads are not the same bytes. */
async function differing(
  { store, run }: LeadSource,
  rings: LeadSource['rings'],
): Promise<string[]> {
  if (rings.length === 0) return []
  return withCopy(store, async (copy) => {
    const missed: string[] = []
    for (const [index, { id }] of rings.entries()) {
      const language = languages[index % languages.length] ?? 'en'
      const first = await built(store, run, id, language)
      const others = [await built(store, run, id, language), await built(copy, run, id, language)]
      if (others.some((other) => Buffer.compare(first, other) !== 0)) missed.push(id)
    }
    return missed
  })
}

async function built(
  store: Store,
  run: Run,
  ring: string,
  language: (typeof languages)[number],
): Promise<Uint8Array> {
  const contents = await leadContents(store, run, ring)
  if (contents === undefined) throw new Error(`the store has no ring ${ring}`)
  return packLead(contents, optionsOf({ language }))
}
