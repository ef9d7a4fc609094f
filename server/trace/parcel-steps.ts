import type { TraceStep } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Parcel, Parcels } from './parcels.ts'

/** What the ring's parcels say beyond the address that they were sent from. */
export interface ParcelSteps {
  /**
   * `SENT_BY` the factory that is consignor or whose name stands as the sender's, `SCANNED_AT` the place of the first scan where
   * the record names it by key, and the factory `SHIPS_FROM` the origin that its parcels left from.
   */
  readonly steps: readonly TraceStep[]
  /** The factory that sent a parcel, by record. */
  readonly senderOf: ReadonlyMap<string, string>
}

export function parcelSteps(
  shops: readonly string[],
  { byShop }: Parcels,
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<string, GraphNode>,
): ParcelSteps {
  const named = factoriesByName(edges, nodes)
  const members = new Set(shops)
  const originsOf = new Map<string, string[]>()
  for (const { from, type, to, records } of edges) {
    if (type !== 'SHIPS_FROM' || !members.has(from)) continue
    for (const record of records) originsOf.set(record, [...(originsOf.get(record) ?? []), to])
  }
  const senderOf = new Map<string, string>()
  const said = shops.flatMap((shop) =>
    (byShop.get(shop) ?? []).flatMap((parcel) => {
      const sender = senderKey(parcel, named)
      if (sender !== undefined) senderOf.set(parcel.record, sender)
      return saidBy(shop, parcel, sender, originsOf.get(parcel.record) ?? [])
    }),
  )
  return { steps: said, senderOf }
}

function saidBy(
  shop: string,
  { record, scannedAt }: Parcel,
  sender: string | undefined,
  origins: readonly string[],
): TraceStep[] {
  const records: Sha256[] = [record]
  const steps: TraceStep[] = []
  if (sender !== undefined) {
    steps.push({ from: shop, relation: 'SENT_BY', to: sender, records })
    for (const to of origins) steps.push({ from: sender, relation: 'SHIPS_FROM', to, records })
  }
  if (scannedAt !== undefined && /^(place|origin|factory):/u.test(scannedAt)) {
    steps.push({ from: shop, relation: 'SCANNED_AT', to: scannedAt, records })
  }
  return steps
}

function senderKey(
  { senderName, consignor }: Parcel,
  named: ReadonlyMap<string, string>,
): string | undefined {
  if (consignor?.startsWith('factory:') === true) return consignor
  return senderName === undefined ? undefined : named.get(senderName)
}

/** The factories around, by name as their records write it; a name that two of them bear stands for neither. */
function factoriesByName(
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<string, GraphNode>,
): Map<string, string> {
  const named = new Map<string, Set<string>>()
  for (const key of edges.flatMap(({ from, to }) => [from, to])) {
    const name = key.startsWith('factory:') ? nodes.get(key)?.name : undefined
    if (name !== undefined) named.set(name, (named.get(name) ?? new Set()).add(key))
  }
  return new Map(
    [...named].flatMap(([name, keys]) => {
      const [key, ...others] = [...keys].toSorted(compareText)
      return key === undefined || others.length > 0 ? [] : [[name, key] as const]
    }),
  )
}
