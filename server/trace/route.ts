import type { TraceStep } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { Parcels } from './parcels.ts'

/** One way from a shop to where its goods may come from. */
export interface Route {
  readonly shop: string
  readonly target: string
  /** From the shop to the target. Each step reads in the direction of its relation: `A ships from B` stands as A, B in either order of walking. */
  readonly steps: readonly TraceStep[]
  /** Nodes between the shop and the target. */
  readonly through: readonly string[]
}

/** The best supported route: from a live shop where there is one; then by its weakest step, by length, by all its records, by keys. */
export function bestRoute(
  routes: readonly Route[],
  isLive: (shop: string) => boolean,
): Route | undefined {
  const fromLive = routes.filter(({ shop }) => isLive(shop))
  const candidates = fromLive.length > 0 ? fromLive : routes
  return candidates.toSorted(
    (x, y) =>
      least(y) - least(x) ||
      x.steps.length - y.steps.length ||
      all(y) - all(x) ||
      compareText(keysOf(x), keysOf(y)),
  )[0]
}

/** Index of the step with the fewest records; the first of equals. */
export function weakestStep(steps: readonly TraceStep[]): number {
  const counts = steps.map(({ records }) => records.length)
  return counts.indexOf(Math.min(...counts))
}

/**
 * Distinct waybills, test buys and stated links with which the routes leave their shops. A parcel that another factory is
 * known to have sent says nothing for this one, though both use one yard.
 */
export function support(
  routes: readonly Route[],
  { byRecord, buysByWaybill }: Parcels,
  senderOf: ReadonlyMap<string, string>,
): { parcels: number; testBuys: number; links: number; verified: number } {
  const first = routes.flatMap(({ steps: [step] }) => step ?? [])
  const target = routes[0]?.target ?? ''
  const isOwn = (record: string) =>
    !target.startsWith('factory:') || (senderOf.get(record) ?? target) === target
  const records = new Set(first.flatMap((step) => step.records).filter(isOwn))
  const waybills = new Set([...records].flatMap((record) => byRecord.get(record)?.waybill ?? []))
  const buys = new Map(
    [...waybills]
      .flatMap((waybill) => buysByWaybill.get(waybill) ?? [])
      .map((buy) => [buy.id, buy]),
  )
  const stated = first.filter((step) => step.records.some((record) => !byRecord.has(record)))
  return {
    parcels: waybills.size,
    testBuys: buys.size,
    links: new Set(stated.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).size,
    verified: [...buys.values()].filter(({ result }) => result === 'counterfeit').length,
  }
}

function least({ steps }: Route): number {
  return Math.min(...steps.map(({ records }) => records.length))
}

function all({ steps }: Route): number {
  return steps.reduce((sum, { records }) => sum + records.length, 0)
}

function keysOf({ steps }: Route): string {
  return steps.map(({ from, relation, to }) => `${from} ${relation} ${to}`).join(' ')
}
