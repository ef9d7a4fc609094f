import type { Attribution } from '../domain/attribution.ts'
import { RefusalError } from '../domain/failure.ts'
import { type NodeKey, shopReference } from '../domain/keys.ts'
import type { Link } from '../domain/link.ts'
import type { Ring } from '../domain/ring.ts'
import type { Store } from '../store/port.ts'
import { type AskedWhen, isPast } from './read-past.ts'
import { runAt, storeAt } from './store-at.ts'

/** One line of an export: a flat value that JSON can say. */
export type ExportRow = Readonly<Record<string, unknown>>

export interface ExportOptions {
  /** Links below it are left out. */
  readonly minProbability: number
  /** Of when it is exported; as it is when absent. */
  readonly when?: AskedWhen | undefined
}

/** Everything that can be exported, each as rows in a fixed order. */
export const exportsByName = {
  links: exportLinks,
  rings: exportRings,
  graph: exportGraph,
  quarantine: exportQuarantine,
  records: (store: Store, { when = {} }: ExportOptions) => rows(storeAt(store, when).scanRecords()),
} as const satisfies Record<
  string,
  (store: Store, options: ExportOptions) => AsyncIterable<ExportRow>
>

export type ExportName = keyof typeof exportsByName

/** Links of the run of then, sorted; `came_back_as` runs from the closed shop to the later one. */
async function* exportLinks(
  store: Store,
  { minProbability, when = {} }: ExportOptions,
): AsyncIterable<ExportRow> {
  const run = await runAt(storeAt(store, when), when)
  for await (const link of store.links(run.id, { minProbability })) yield linkRow(link)
}

/** Rings of the run of then by rank, with where their goods come from. */
async function* exportRings(store: Store, { when = {} }: ExportOptions): AsyncIterable<ExportRow> {
  const run = await runAt(storeAt(store, when), when)
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
  const graph = storeAt(store, when)
  for await (const node of graph.scanNodes()) yield { node }
  for await (const edge of graph.scanEdges()) yield { edge }
}

/** Rows that could not be loaded, as the latest load of each file left them. */
function exportQuarantine(store: Store, { when = {} }: ExportOptions): AsyncIterable<ExportRow> {
  if (!isPast(when)) return rows(store.scanQuarantine())
  throw new RefusalError(
    'Of each file only the rows that its latest load quarantined are kept, so `export quarantine` has no day in the past. A backup of that day has them: `revenant restore` it into a store of its own and export from there.',
  )
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
