import type { TraceStep } from '../domain/attribution.ts'
import { grouped } from './grouped.ts'
import { parcelSteps, senderOf } from './parcel-steps.ts'
import { ends, routesFrom } from './routes-from.ts'
import type { Supply } from './supply.ts'
import { mergedSteps, type SupplyGraph, supplyGraph } from './supply-graph.ts'

/** The supply of some shops alone: what is stated of them and around them, with what their parcels add. */
export interface RingSupply {
  readonly graph: SupplyGraph
  /** The factory that sent a parcel, by record. */
  readonly senderOf: ReadonlyMap<string, string>
  /** Sites of factories that only the parcels tell of, by factory. */
  readonly sitesByParcels: ReadonlyMap<string, ReadonlySet<string>>
}

export function ringSupply(members: readonly string[], supply: Supply): RingSupply {
  const reached = new Set(
    members.flatMap((shop) => routesFrom(shop, supply.graph)).map(({ target }) => target),
  )
  const own = members.flatMap((shop) => supply.graph.fromShop.get(shop) ?? [])
  const origins = originsByRecord(own)
  const senders = new Map<string, string>()
  const said: TraceStep[] = []
  for (const shop of members) {
    for (const parcel of supply.parcels.byShop.get(shop) ?? []) {
      const sender = senderOf(parcel, supply, (factory) => reached.has(factory))
      if (sender !== undefined) senders.set(parcel.record, sender)
      said.push(...parcelSteps(shop, parcel, sender, origins.get(parcel.record) ?? []))
    }
  }
  const first = [...own, ...said]
  const steps = mergedSteps([...first, ...around(first, supply.graph)])
  return { graph: supplyGraph(steps), senderOf: senders, sitesByParcels: sitesIn(said) }
}

/** The origins that parcels left from, by record, as the relations that the parcels made say. */
function originsByRecord(steps: readonly TraceStep[]): ReadonlyMap<string, readonly string[]> {
  const shipping = steps.filter(({ relation }) => relation === 'SHIPS_FROM')
  return grouped(
    shipping.flatMap(({ to, records }) => records.map((record) => ({ to, record }))),
    ({ record }) => record,
    ({ to }) => to,
  )
}

/** The stated steps that lead on from where the first ones arrive. */
function around(
  first: readonly TraceStep[],
  { placesOf, leadsOf, factoriesAt }: SupplyGraph,
): TraceStep[] {
  const reached = new Set(first.map((step) => ends(step.from, [step])))
  const onward = [...reached].flatMap((key) => [
    ...(placesOf.get(key) ?? []),
    ...(leadsOf.get(key) ?? []),
  ])
  const sites = new Set([...reached, ...onward.map(({ to }) => to)])
  return [...onward, ...[...sites].flatMap((key) => factoriesAt.get(key) ?? [])]
}

function sitesIn(steps: readonly TraceStep[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sites = new Map<string, Set<string>>()
  for (const { from, relation, to } of steps) {
    if (relation !== 'SHIPS_FROM') continue
    sites.set(from, (sites.get(from) ?? new Set()).add(to))
  }
  return sites
}
