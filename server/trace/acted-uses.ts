import type { EdgeType, GraphEdge } from '../domain/graph.ts'

/** Relations to what can be acted on: accounts, origins, factories, and sellers whom others sell for. */
export const actedRelations = ['PAID_INTO', 'SHIPS_FROM', 'SUPPLIED_BY', 'RESELLS_FOR'] as const
export type ActedRelation = (typeof actedRelations)[number]

/** By relation and shop, what it uses; one factory or place under several nodes is one. */
export type ActedUses = ReadonlyMap<ActedRelation, ReadonlyMap<string, ReadonlySet<string>>>

/** What shops use that can be acted on. */
export function actedUses(
  edges: Iterable<Pick<GraphEdge, 'from' | 'type' | 'to'>>,
  standsFor: ReadonlyMap<string, string>,
): ActedUses {
  const uses = new Map(
    actedRelations.map((relation) => [relation, new Map<string, Set<string>>()] as const),
  )
  const byType: ReadonlyMap<EdgeType, Map<string, Set<string>>> = uses
  for (const { from, type, to } of edges) {
    const shops = from.startsWith('shop:') ? byType.get(type) : undefined
    if (shops === undefined) continue
    shops.set(from, (shops.get(from) ?? new Set<string>()).add(standsFor.get(to) ?? to))
  }
  return uses
}

/** By value, all shops that use it. */
export function usersIn(uses: ActedUses): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>()
  for (const shops of uses.values())
    for (const [shop, values] of shops)
      for (const value of values) users.set(value, (users.get(value) ?? new Set()).add(shop))
  return users
}
