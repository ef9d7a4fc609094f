import type { BareNode, GraphEdge } from '../domain/graph.ts'
import type { SameFactories } from '../linkage/identities/same-factories.ts'
import { grouped } from './grouped.ts'

/** Factories that something is said of, by every name that their records write. */
export function factoriesNamed(
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<string, Pick<BareNode, 'name'>>,
  standsFor: SameFactories['standsFor'] = new Map(),
): ReadonlyMap<string, readonly string[]> {
  const factories = new Set<string>()
  for (const { from, to } of edges) {
    if (from.startsWith('factory:')) factories.add(from)
    if (to.startsWith('factory:')) factories.add(to)
  }
  const named = [...factories].flatMap((key) => {
    const name = nodes.get(key)?.name
    return name === undefined ? [] : [{ name, key: standsFor.get(key) ?? key }]
  })
  const each = new Map(named.map((one) => [`${one.name}\n${one.key}`, one]))
  return grouped(
    [...each.values()],
    ({ name }) => name,
    ({ key }) => key,
  )
}
