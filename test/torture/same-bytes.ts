import { RefusalError } from '../../server/domain/failure.ts'
import type { Run } from '../../server/domain/run.ts'
import { leadContents } from '../../server/jobs/lead-contents.ts'
import { packLead } from '../../server/leads/lead.ts'
import { languages } from '../../server/leads/words/words.ts'
import type { Store } from '../../server/store/port.ts'
import { optionsOf } from '../leads/contents.ts'
import { allOf, type TortureFigure } from './figure.ts'
import {
  copyOf,
  demo,
  type LeadSource,
  market,
  type SourceOf,
  samples,
  stated,
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

/**
 * The same lead built twice from one store and once from a copy of it: the demo, the real samples, generated worlds, made markets with hostile names. A ring that may not
 * have a lead is to be refused from both, and is counted by itself.
 */
export async function sameBytes({ leads, large }: SameBytesOptions): Promise<TortureFigure[]> {
  const tried: Tried[] = []
  const sealed = () => tried.filter(({ refused }) => !refused)
  const tryRings = async (source: SourceOf, undivided: boolean, most: number) => {
    if (most <= 0) return
    await withSource(source, { undivided }, async (found) => {
      const rings = found.rings.filter(({ size }) => !undivided || largeFrom <= size)
      process.stderr.write(`a store of ${found.rings.length} rings is there twice\n`)
      for await (const one of builtThrice(found, rings.slice(0, most))) {
        tried.push(one)
        process.stderr.write(progressTold(one, { done: sealed().length, leads }))
      }
    })
  }
  for (let seed = 1; sealed().length < large; seed += 1) {
    const rings = Math.min(ringsOfMarket, large - sealed().length)
    await tryRings(market(largeMarket(seed, rings)), true, rings)
  }
  for (const source of [demo, ...(await samples())]) {
    await tryRings(source, false, Math.min(ringsOfSource, leads - sealed().length))
  }
  for (let seed = 1; sealed().length < leads; seed += 1) {
    const source = seed % 2 === 0 ? market(smallMarket(seed)) : world(120 + seed, 600)
    await tryRings(source, false, Math.min(ringsOfSource, leads - sealed().length))
  }
  const differing = tried.filter(({ same }) => !same).map(({ id }) => id)
  return [
    allOf('leads with the same bytes from one store and from its copy', leads, differing),
    {
      name: 'of them about more than 50 shops',
      value: sealed().filter(({ size }) => largeFrom <= size).length,
      unit: 'leads',
    },
    {
      name: 'rings refused a lead, by both stores alike',
      value: tried.length - sealed().length,
      unit: 'rings',
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

interface Tried {
  readonly id: string
  readonly size: number
  /** Neither store gives a lead about it. */
  readonly refused: boolean
  readonly same: boolean
}

function progressTold(
  { id, size, same, refused }: Tried,
  { done, leads }: { readonly done: number; readonly leads: number },
): string {
  const found = same ? 'the same' : 'DIFFERENT'
  return `${done} of ${leads}: ${id}, ${size} shops: ${refused ? 'refused' : found}\n`
}

/** What came of building a lead about each ring twice from its store and once from a copy, which is made once for all rings of the store. */
async function* builtThrice(
  { store, run }: LeadSource,
  rings: LeadSource['rings'],
): AsyncGenerator<Tried> {
  if (rings.length === 0) return
  await using copied = await copyOf(store)
  for (const [index, { id, size }] of rings.entries()) {
    const language = languages[index % languages.length] ?? 'en'
    const first = await built(store, run, id, language)
    const second = await built(store, run, id, language)
    const third = await built(copied.store, run, id, language)
    const same = first.equals(second) && first.equals(third)
    yield { id, size, same, refused: same && first.length < smallest }
  }
}

/** Bytes; what is shorter is the sentence of a refusal. */
const smallest = 10_000

/** The package, or why there may be none. */
async function built(
  store: Store,
  run: Run,
  ring: string,
  language: (typeof languages)[number],
): Promise<Buffer> {
  const contents = await leadContents(store, run, ring, stated)
  if (contents === undefined) throw new Error(`the store has no ring ${ring}`)
  try {
    return Buffer.from(await packLead(contents, optionsOf({ language })))
  } catch (error) {
    if (error instanceof RefusalError) return Buffer.from(error.message)
    throw error
  }
}
