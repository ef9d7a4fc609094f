import type { Attribution } from '../domain/attribution.ts'
import { type NodeKey, shopReference } from '../domain/keys.ts'
import type { Link } from '../domain/link.ts'
import type { Ring } from '../domain/ring.ts'
import type { Store } from '../store/port.ts'
import { currentRun } from './current-run.ts'
import { type AskedWhen, graphAt } from './read-past.ts'

/** One line of an export: a flat value that JSON can say. */
export type ExportRow = Readonly<Record<string, unknown>>

export interface ExportOptions {
  /** Links below it are left out. */
  readonly minProbability: number
  /** Of when the graph is exported; the other lists are as they are. */
  readonly when?: AskedWhen | undefined
}

/** Everything that can be exported, each as rows in a fixed order. */
export const exportsByName = {
  links: exportLinks,
  rings: exportRings,
  graph: exportGraph,
  quarantine: (store: Store) => rows(store.scanQuarantine()),
  records: (store: Store) => rows(store.scanRecords()),
} as const satisfies Record<
  string,
  (store: Store, options: ExportOptions) => AsyncIterable<ExportRow>
>

export type ExportName = keyof typeof exportsByName

/** Links of the current run, sorted; `came_back_as` runs from the closed shop to the later one. */
async function* exportLinks(
  store: Store,
  { minProbability }: ExportOptions,
): AsyncIterable<ExportRow> {
  const run = await currentRun(store)
  for await (const link of store.links(run.id, { minProbability })) yield linkRow(link)
}

/** Rings of the current run by rank, with where their goods come from. */
async function* exportRings(store: Store): AsyncIterable<ExportRow> {
  const run = await currentRun(store)
  let cursor: string | undefined
  do {
    const page = await store.rings(run.id, { limit: 100, cursor })
    for (const ring of page.items) {
      yield ringRow(ring, await store.attributions(run.id, ring.id))
    }
    cursor = page.next
  } while (cursor !== undefined)
}

/** Every node, then every relation. */
async function* exportGraph(store: Store, { when = {} }: ExportOptions): AsyncIterable<ExportRow> {
  const graph = graphAt(store, when)
  for await (const node of graph.scanNodes()) yield { node }
  for await (const edge of graph.scanEdges()) yield { edge }
}

async function* rows(items: AsyncIterable<object>): AsyncIterable<ExportRow> {
  for await (const item of items) yield { ...item }
}

function linkRow({ from, to, kind, probability, bits, gapDays, channels }: Link): ExportRow {
  return {
    from: shopReference(from as NodeKey),
    to: shopReference(to as NodeKey),
    kind,
    probability,
    bits,
    ...(gapDays !== undefined && { gapDays }),
    channels,
  }
}

function ringRow({ id, rank, members }: Ring, attributions: readonly Attribution[]): ExportRow {
  return {
    id,
    rank,
    members: members.map(({ shop, joint }) => ({
      shop: shopReference(shop as NodeKey),
      probability: joint,
    })),
    factories: attributions
      .filter(({ kind }) => kind === 'Factory')
      .map(({ target, name, probability, parcels, testBuys, links, hub, missing, places }) => ({
        factory: target,
        name,
        ...(probability !== undefined && { probability }),
        parcels,
        testBuys,
        links,
        hub,
        missing,
        ...(places !== undefined && { places }),
      })),
  }
}
