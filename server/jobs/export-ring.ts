import type { Run } from '../domain/run.ts'
import { coreOf } from '../leads/core.ts'
import { evidenceOf } from '../leads/evidence.ts'
import { graphFiles } from '../leads/formats/graph-files.ts'
import { graphRows } from '../leads/formats/graph-rows.ts'
import { wordsOf } from '../leads/words/words.ts'
import { ringContents } from './lead-contents.ts'
import type { StoreAt } from './store-at.ts'

/** What a ring can be exported as, with the files that each is. */
export const ringFormats = {
  anx: ['cluster.anx'],
  graphml: ['cluster.graphml'],
  gexf: ['cluster.gexf'],
  ftm: ['cluster.ftm.ndjson'],
  geojson: ['places.geojson'],
  csv: ['entities.csv', 'links.csv'],
} as const satisfies Record<string, readonly string[]>
export type RingFormat = keyof typeof ringFormats

/**
 * One ring as the files that a lead about it would hold, by name: what is not the ring's own is taken out or has a number, as there. Undefined when the run
 * has no such ring; empty when it has nothing to say in that format.
 */
export async function exportRing(
  store: StoreAt,
  { run, ring, format }: { readonly run: Run; readonly ring: string; readonly format: RingFormat },
): Promise<ReadonlyMap<string, string> | undefined> {
  const contents = await ringContents(store, run, ring)
  if (contents === undefined) return undefined
  const core = coreOf(contents, wordsOf('en'))
  const evidence = evidenceOf(core)
  const input = { core, evidence, rows: graphRows(core, evidence) }
  return new Map(
    ringFormats[format].flatMap((file): [string, string][] => {
      const text = graphFiles[file]?.(input)
      return text === undefined ? [] : [[file, text]]
    }),
  )
}
