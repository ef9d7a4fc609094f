import { groundRecords } from '../domain/leads/lead-role.ts'
import { onOwnEvidence } from '../domain/own-evidence.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Run } from '../domain/run.ts'
import type { Sha256 } from '../domain/units.ts'
import { placeRecords } from '../leads/claims/place.ts'
import type { LeadContents } from '../leads/contents.ts'
import { coreOf } from '../leads/core.ts'
import type { Split } from '../leads/split/split.ts'
import type { WithholdRule } from '../leads/withheld-writings.ts'
import { withhold } from '../leads/withhold.ts'
import { wordsOf } from '../leads/words/words.ts'
import type { Store } from '../store/port.ts'
import { aboutKinds, eventKinds, recordsAboutShops } from './about.ts'
import { type AssembledRing, assembleRing, type WholeRing } from './assemble-ring.ts'
import { clearedShops } from './cleared.ts'
import { leadEvidence } from './custody/lead-evidence.ts'
import { leadPictures } from './lead-pictures.ts'
import { narrowed } from './lead-scope.ts'
import { type LeadTables, referenceFigures } from './lead-tables.ts'
import { leadRoles } from './roles/lead-roles.ts'
import type { StoreAt } from './store-at.ts'

/** Everything that a lead about one ring is made from, less what the rule withholds; undefined when the run has no such ring. */
export async function leadContents(
  store: Store,
  run: Run,
  ring: string,
  { rule = { audience: 'authority' }, ...asked }: Asked & { readonly rule?: WithholdRule } = {},
): Promise<LeadContents | undefined> {
  const whole = await ringContents(store, run, ring, asked)
  if (whole === undefined) return undefined
  // Taken out before anything is drawn, so that no picture shows what the tables withhold.
  const contents = withhold(withoutRoles(whole, rule), rule)
  return {
    ...contents,
    pictures: await leadPictures(contents, run),
    enclosed: await leadEvidence(store, coreOf(contents, wordsOf('en')), rule.audience),
  }
}

/** What people state is about persons and in words that nothing can be taken out of: only an authority is told. */
function withoutRoles(contents: LeadContents, { audience }: WithholdRule): LeadContents {
  const { roles } = contents
  if (roles === undefined || audience === 'authority') return contents
  return { ...contents, roles: { items: [], withheld: roles.items.length } }
}

/** What a lead is asked to hold beyond what its ring leads to. */
export interface Asked {
  /** Rights that the author names. */
  readonly rights?: readonly string[] | undefined
  /** Keys of the ring's shops that it is about; all of them when absent. */
  readonly shops?: readonly string[] | undefined
  /** The leads about the ring, where there are several. */
  readonly split?: Split | undefined
  /** Tables that stand in place of those that come with the program. */
  readonly tables?: LeadTables | undefined
}

/** The same without pictures, for what shows none. */
export async function ringContents(
  store: StoreAt,
  run: Run,
  ring: string,
  { rights = [], split, tables, shops: chosen }: Asked = {},
): Promise<LeadContents | undefined> {
  const narrow = chosen && ((whole: WholeRing) => narrowed(store, run, whole, chosen))
  const assembled = await assembleRing(store, run.id, ring, narrow)
  if (assembled === undefined) return undefined
  const { nodes, edges, links, attributions, holders, generic, scope } = assembled
  const shops = assembled.ring.members.map(({ shop }) => shop)
  const others = await recordsAboutShops(store, shops, otherKinds)
  const keys = scope && new Set(nodes.map(({ key }) => key))
  const roles = await leadRoles(store, { ring, shops, keys })
  return {
    ring: assembled.ring,
    nodes,
    edges,
    // A lead claims what two shops themselves have in common.
    links: links.map(onOwnEvidence),
    attributions,
    holders,
    generic,
    events: [...assembled.events, ...others.records, ...(await salesOf(store, shops))],
    rightRows: { rows: await rightRows(store), stated: rights },
    figures: await referenceFigures(tables),
    cleared: await clearedShops(store, shops),
    ...(0 < roles.length && { roles: { items: roles, withheld: 0 } }),
    records: await store.records([...new Set([...cited(assembled), ...groundRecords(roles)])]),
    sources: await store.sources(),
    run,
    pictures: [],
    ...(split !== undefined && { split }),
    ...(scope !== undefined && { scope }),
    omitted: assembled.omitted + others.omitted,
  }
}

/** What happened to the shops comes with their ring, and sales whole: a sum over some of them would be wrong. */
const otherKinds = aboutKinds.filter((kind) => !(eventKinds.includes(kind) || kind === 'sale'))

async function rightRows(store: StoreAt): Promise<SourceRecord[]> {
  const rows: SourceRecord[] = []
  for await (const row of store.scanRecords(['right', 'authorised'])) rows.push(row)
  return rows
}

const pageSize = 500

async function salesOf(store: StoreAt, shops: readonly string[]): Promise<SourceRecord[]> {
  const sales: SourceRecord[] = []
  for (const shop of shops) {
    let cursor: string | undefined
    do {
      const query = { kinds: ['sale'] as const, limit: pageSize, cursor }
      const { items, next } = await store.recordsAbout(shop, query)
      sales.push(...items)
      cursor = next
    } while (cursor !== undefined)
  }
  return sales
}

/** Hashes of every record that anything of the ring rests on, each once. */
function cited({ nodes, edges, links, attributions }: AssembledRing): Sha256[] {
  const said = [...nodes, ...edges].flatMap(({ records }) => records)
  const weighed = links.flatMap(({ ledger }) =>
    ledger.bars.flatMap(({ a, b }) => [...a.records, ...b.records]),
  )
  const traced = attributions.flatMap(({ path }) => path.flatMap(({ records }) => records))
  const placed = attributions.flatMap(({ places = [] }) => placeRecords(places))
  return [...new Set([...said, ...weighed, ...traced, ...placed])]
}
