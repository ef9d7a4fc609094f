import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { Sha256 } from '../domain/units.ts'
import { type Clue, counted } from './clue.ts'
import { type Offers, offerClues } from './offer-clues.ts'
import type { RingSupply } from './ring-supply.ts'
import type { Route } from './route.ts'
import { type Supply, statementOf } from './supply.ts'

/** What the clues of one ring are read from. */
export interface ClueContext extends Offers {
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
  /** The shop of the ring that opened last; undefined where nobody recorded an opening. */
  readonly latest: string | undefined
}

/** Statements of a supplier in a ring: which are the latest, of how many shops there is none, and which shop is the latest. `shops` are first opened first, those without an opening last. */
export function statementsIn(
  shops: readonly string[],
  { graph, suppliedFrom, nodes }: Supply,
): Pick<ClueContext, 'newest' | 'silent' | 'latest'> {
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
    latest: shops.findLast((shop) => hasOpening(nodes.get(shop))),
  }
}

/** What the records say of one factory, by all routes that lead there. */
export function cluesOf(target: string, routes: readonly Route[], context: ClueContext): Clue[] {
  const ways = routes.map((route) => ({ route, first: route.steps[0]?.relation ?? '' }))
  const by = (relation: string) =>
    ways.filter(({ first }) => first === relation).map(({ route }) => route)
  const clues: Clue[] = [
    ...stated(by('SUPPLIED_BY'), context),
    ...latestShop([...by('SUPPLIED_BY'), ...by('SENT_BY')], context),
    ...parcels(target, by('SENT_BY'), context),
    ...scans(by('SCANNED_AT'), context),
    ...origins(by('SHIPS_FROM'), context),
    ...contacts([...by('REACHED_AT'), ...by('REGISTERED_TO')], context),
    ...persons(by('REGISTERED_TO'), context),
    ...offerClues(target, context),
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

function hasOpening(node: GraphNode | undefined): boolean {
  if (node === undefined) return false
  return node.firstSeen !== undefined || node.lives.some(({ from }) => from !== undefined)
}

/** Whether a statement or a parcel of the ring's latest shop names it: where shops of a ring have several suppliers, it is the latest that counts among as many. */
function latestShop(routes: readonly Route[], { latest }: ClueContext): Clue[] {
  const own = routes.filter(({ shop }) => shop === latest)
  if (own.length === 0) return []
  return [{ says: 'latest-shop', amount: 1, count: 0, records: recordsOf(own) }]
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
  const isAlike = ({ steps }: Route) => steps.some(({ relation }) => relation === 'SAME_ADDRESS')
  const isHub = ({ through }: Route) => through.some(isShared)
  const hubs = apart.filter(isHub)
  const [own, alike] = [false, true].map((wanted) =>
    apart.filter((route) => !isHub(route) && isAlike(route) === wanted),
  ) as [Route[], Route[]]
  const addresses = (some: readonly Route[]) =>
    new Set(some.map(({ steps: [step] }) => step?.to)).size
  return [
    counted('shared-origin', addresses(own), recordsOf(own)),
    counted('same-address', addresses(alike), recordsOf(alike)),
    { says: 'shared-hub', amount: Math.min(1, hubs.length), count: addresses(hubs), records: [] },
  ]
}

function contacts(routes: readonly Route[], { isShared }: ClueContext): Clue[] {
  const own = routes.filter(({ through }) => !through.some(isShared))
  const values = own.flatMap(({ through }) => through.filter((key) => key.startsWith('contact:')))
  const reached = own.filter(({ through }) => through.some((key) => key.startsWith('contact:')))
  return [counted('shared-contact', new Set(values).size, recordsOf(reached))]
}

/** Persons and companies that shops are registered to and that are, or run, the factory. */
function persons(routes: readonly Route[], { isShared }: ClueContext): Clue[] {
  const own = routes.filter(
    ({ through, steps }) => !through.some(isShared) && steps.at(-1)?.relation === 'SAME_NUMBER',
  )
  const values = new Set(own.map(({ steps: [step] }) => step?.to))
  return [counted('shared-person', values.size, recordsOf(own))]
}

/** Distinct records of all steps. */
function recordsOf(routes: readonly Route[]): Sha256[] {
  const all = routes.flatMap(({ steps }) => steps.flatMap(({ records }) => records))
  return [...new Set(all)].toSorted(compareText)
}
