import type { NodeKind } from '../domain/graph.ts'

/**
 * From how many shops on a node counts for nothing as identity: parcel centres, registration agents, switchboards, payment
 * services. Twenty for every kind until a later version learns the number from data (the default of the published "auto-generic" idea).
 */
export const genericFrom: Record<NodeKind, number> = {
  Shop: Number.POSITIVE_INFINITY,
  Identity: 20,
  Contact: 20,
  PaymentAccount: 20,
  Origin: 20,
  Factory: 20,
  Place: 20,
  Ring: Number.POSITIVE_INFINITY,
}

/** Whether so many shops hold a node of this kind that sharing it says nothing about who controls them. */
export function isGeneric(kind: NodeKind, holders: number): boolean {
  return genericFrom[kind] <= holders
}
