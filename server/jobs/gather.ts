import type { BareEdge, BareNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import type { SourceRecord } from '../domain/record.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { GraphReads, RecordReads, Runs } from '../store/port.ts'
import { eventKinds, recordsAboutShops } from './about.ts'
import { countHolders } from './holders.ts'
import { keysNow } from './keys-now.ts'
import { ownLinks } from './own-links.ts'

/** What a picture of some things is drawn from. */
export interface Gathered {
  readonly nodes: BareNode[]
  readonly edges: BareEdge[]
  /** The current run; absent before the first. */
  readonly run?: number
  readonly links: Link[]
  readonly holders: Record<string, number>
  readonly generic: string[]
  readonly events: SourceRecord[]
  /** Keys that the store does not know, or no longer. */
  readonly unknown: string[]
  readonly omitted: number
}

type Reads = Pick<GraphReads, 'bareNodes' | 'bareEdgesAmong' | 'holderCounts'> &
  Pick<RecordReads, 'recordsAbout'> &
  Pick<Runs, 'currentRun' | 'generics' | 'links'>

/** Reads things by their keys, with the relations and links among them and what happened to the shops. */
export async function gather(store: Reads, asked: readonly string[]): Promise<Gathered> {
  const now = await keysNow(store, asked)
  const wanted = [...new Set(asked.map(now))]
  const nodes = await store.bareNodes(wanted)
  const keys = nodes.map(({ key }) => key)
  const known = new Set(keys)
  const shops = nodes.filter(({ kind }) => kind === 'Shop').map(({ key }) => key)
  const holders = await countHolders(store, nodes)
  const run = await store.currentRun()
  const values = run === undefined ? [] : ((await store.generics(run.id))?.values ?? [])
  const ruled = new Set(values.map(({ key }) => key))
  const links = run === undefined || shops.length === 0 ? [] : await ownLinks(store, run.id, shops)
  const { records, omitted } = await recordsAboutShops(store, shops, eventKinds)
  return {
    nodes,
    edges: await store.bareEdgesAmong(keys),
    ...(run !== undefined && { run: run.id }),
    links: links.filter(({ from, to }) => known.has(from) && known.has(to)),
    holders,
    generic: nodes
      .filter(({ kind }) => kind !== 'Shop')
      .filter(({ key, kind }) => ruled.has(key) || isGeneric(kind, holders[key] ?? 0))
      .map(({ key }) => key),
    events: records,
    unknown: wanted.filter((key) => !known.has(key)),
    omitted,
  }
}
