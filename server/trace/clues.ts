import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { Sha256 } from '../domain/units.ts'
import type { ClueCode } from './clue-weights.ts'
import type { RingSupply } from './ring-supply.ts'
import type { Route } from './route.ts'
import { type Supply, statementOf } from './supply.ts'

/** Something observed that speaks for or against one factory. */
export interface Clue {
  readonly says: ClueCode
  /** What its weight is multiplied by. */
  readonly amount: number
  readonly count: number
  readonly records: readonly Sha256[]
}

/** What the clues of one ring are read from. */
export interface ClueContext {
  /** Shops of the ring, first opened first. */
  readonly shops: readonly string[]
  readonly supply: Supply
  readonly own: Pick<RingSupply, 'senderOf'>
  /** Whether so many strangers use a node that it tells nothing of its users. */
  readonly isShared: (key: string) => boolean
  /** The ring's latest statements of a supplier, by shop and factory. */
  readonly newest: ReadonlySet<string>
  /** Shops of the ring of which no supplier is stated. */
  readonly silent: number
}

/** Statements of a supplier in a ring: which are the latest, and of how many shops there is none. */
export function statementsIn(
  shops: readonly string[],
  { graph, suppliedFrom }: Supply,
): Pick<ClueContext, 'newest' | 'silent'> {
  const all = shops.flatMap((shop) =>
    (graph.fromShop.get(shop) ?? [])
      .filter(({ relation }) => relation === 'SUPPLIED_BY')
      .map(({ from, to }) => ({ shop: from, statement: statementOf(from, to) })),
  )
  const dated = all.map(({ statement }) => suppliedFrom.get(statement) ?? '')
  const last = dated.toSorted(compareText).at(-1)
  const newest = all.filter((_, place) => dated[place] === last).map(({ statement }) => statement)
  return {
    newest: new Set(newest),
    silent: shops.length - new Set(all.map(({ shop }) => shop)).size,
  }
}

/** What the records say of one factory, by all routes that lead there. */
export function cluesOf(target: string, routes: readonly Route[], context: ClueContext): Clue[] {
  const ways = routes.map((route) => ({ route, first: route.steps[0]?.relation ?? '' }))
  const by = (relation: string) =>
    ways.filter(({ first }) => first === relation).map(({ route }) => route)
  const clues: Clue[] = [
    ...stated(by('SUPPLIED_BY'), context),
    ...parcels(target, by('SENT_BY'), context),
    ...scans(by('SCANNED_AT'), context),
    ...origins(by('SHIPS_FROM'), context),
    ...contacts(by('REACHED_AT'), context),
    ...trade(target, context),
  ]
  return clues.filter(({ amount }) => amount !== 0)
}

/** Shops said to be supplied by it, whether the ring's newest statement is of it, and how many shops nothing is said of. */
function stated(routes: readonly Route[], { newest, silent }: ClueContext): Clue[] {
  if (routes.length === 0) return []
  const count = new Set(routes.map(({ shop }) => shop)).size
  const records = recordsOf(routes)
  const latest = routes.filter(({ shop, target }) => newest.has(statementOf(shop, target)))
  return [
    { says: 'stated', amount: 1, count, records },
    { says: 'stated-more', amount: Math.log2(count), count: count - 1, records: [] },
    {
      says: 'stated-newest',
      amount: Math.min(1, latest.length),
      count: latest.length,
      records: recordsOf(latest),
    },
    { says: 'silent-shops', amount: Math.log2(1 + silent), count: silent, records: [] },
  ]
}

/** Parcels that it sent, and of them those that a test buy ordered and a verifier called counterfeit. */
function parcels(
  target: string,
  routes: readonly Route[],
  { own, supply: { parcels: known } }: ClueContext,
): Clue[] {
  const records = recordsOf(routes).filter((record) => own.senderOf.get(record) === target)
  const waybillOf = (record: Sha256) => known.byRecord.get(record)?.waybill ?? record
  const waybills = new Set(records.map(waybillOf))
  const verified = records.filter((record) =>
    (known.buysByWaybill.get(waybillOf(record)) ?? []).some(
      ({ result }) => result === 'counterfeit',
    ),
  )
  const bought = new Set(verified.map(waybillOf))
  return [
    counted('parcels-sent', waybills.size, records),
    counted('test-buys', bought.size, verified),
  ]
}

function scans(routes: readonly Route[], { supply: { parcels: known } }: ClueContext): Clue[] {
  const records = [...new Set(routes.flatMap(({ steps: [step] }) => step?.records ?? []))]
  const waybills = new Set(records.map((record) => known.byRecord.get(record)?.waybill ?? record))
  return [counted('first-scan', waybills.size, records.toSorted(compareText))]
}

/** Addresses that both ship from; of hubs only that there is one, as a hub tells nothing of its users. */
function origins(routes: readonly Route[], { isShared, supply }: ClueContext): Clue[] {
  const { byRecord } = supply.parcels
  const apart = routes.filter(({ steps }) =>
    steps.slice(1).some(({ records }) => records.some((record) => !byRecord.has(record))),
  )
  const through = (wanted: boolean) =>
    apart.filter(({ through: nodes }) => nodes.some(isShared) === wanted)
  const [own, hubs] = [through(false), through(true)]
  const addresses = (some: readonly Route[]) =>
    new Set(some.map(({ steps: [step] }) => step?.to)).size
  return [
    counted('shared-origin', addresses(own), recordsOf(own)),
    { says: 'shared-hub', amount: Math.min(1, hubs.length), count: addresses(hubs), records: [] },
  ]
}

function contacts(routes: readonly Route[], { isShared }: ClueContext): Clue[] {
  const own = routes.filter(({ through }) => !through.some(isShared))
  const values = new Set(own.map(({ steps: [step] }) => step?.to))
  return [counted('shared-contact', values.size, recordsOf(own))]
}

/** Whether it makes what the ring sells; nothing where either is unknown. */
function trade(target: string, { shops, supply: { nodes } }: ClueContext): Clue[] {
  const factory = nodes.get(target)
  const made = listOf(factory, 'products')
  const sold = new Set(shops.flatMap((shop) => listOf(nodes.get(shop), 'categories')))
  if (made.length === 0 || sold.size === 0) return []
  const fits = made.some((product) => sold.has(product))
  const records = (factory?.records ?? []).toSorted(compareText)
  return [{ says: fits ? 'same-goods' : 'other-goods', amount: 1, count: made.length, records }]
}

function listOf(node: GraphNode | undefined, property: string): readonly string[] {
  const value = node?.properties[property]
  return Array.isArray(value) ? value : []
}

function counted(says: ClueCode, count: number, records: readonly Sha256[]): Clue {
  return { says, amount: Math.log2(1 + count), count, records }
}

/** Distinct records of all steps. */
function recordsOf(routes: readonly Route[]): Sha256[] {
  const all = routes.flatMap(({ steps }) => steps.flatMap(({ records }) => records))
  return [...new Set(all)].toSorted(compareText)
}
