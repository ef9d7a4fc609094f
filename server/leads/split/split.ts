import type { GraphEdge } from '../../domain/graph.ts'
import type { LeadPart } from '../../domain/leads/lead-part.ts'
import type { Routing } from '../../domain/leads/routing.ts'
import type { Ring } from '../../domain/ring.ts'

/** Several leads about one ring, and which of them this one is. */
export interface Split {
  /** The number of this lead, `L-2026-000001`. */
  readonly own: string
  /** The main one first. */
  readonly parts: readonly LeadPart[]
}

/** The number of a lead in whatever version and for whatever recipient. */
export function numberOf(id: string): string {
  return id.replace(/-v\d+(?:-r\d+)?$/, '')
}

/** One part for each province in which shops of the lead are, under the numbers given, which are as many; none where all are in one. */
export function partsOf({ jurisdictions }: Routing, numbers: readonly string[]): LeadPart[] {
  const parts = placesToSplit(jurisdictions).flatMap(({ province, shops }, place) => {
    const lead = numbers[place]
    return province === null || lead === undefined ? [] : [{ lead, province, shops }]
  })
  return parts.length < 2 ? [] : parts
}

/** Jurisdictions that have shops of their own. */
export function placesToSplit(jurisdictions: Routing['jurisdictions']): Routing['jurisdictions'] {
  return jurisdictions.filter(({ province, shops }) => province !== null && 0 < shops.length)
}

/**
 * By the key of each shop of the ring, person and account around it, the number of the one lead that counts it: a shop goes with its part, whoever it is registered to or paid with the
 * first part that has a shop of theirs, and what no part names with the main one.
 */
export function countedIn(
  { parts }: Split,
  { ring, edges }: { readonly ring: Ring; readonly edges: readonly GraphEdge[] },
): (key: string) => string {
  const places = new Map<string, number>()
  const count = (key: string, place: number) =>
    places.set(key, Math.min(place, places.get(key) ?? place))
  for (const { shop } of ring.members) {
    const place = parts.findIndex(({ shops }) => shops.includes(shop))
    count(shop, Math.max(0, place))
  }
  // What a shop leads to, then who holds it, then who runs them: each as near as a shop is.
  for (const { types, from, to } of steps) {
    for (const edge of edges.filter(({ type }) => types.includes(type))) {
      const place = places.get(edge[from])
      if (place !== undefined) count(edge[to], place)
    }
  }
  return (key) => parts[places.get(key) ?? 0]?.lead ?? ''
}

interface Step {
  readonly types: readonly GraphEdge['type'][]
  readonly from: 'from' | 'to'
  readonly to: 'from' | 'to'
}

const steps: readonly Step[] = [
  { types: ['REGISTERED_TO', 'PAID_INTO'], from: 'from', to: 'to' },
  { types: ['HOLDS'], from: 'to', to: 'from' },
  { types: ['RUNS', 'CONTROLS'], from: 'to', to: 'from' },
]
