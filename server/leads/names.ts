import type { GraphNode } from '../domain/graph.ts'
import { kindOf, NodeKey, partsOf, shopReference } from '../domain/keys.ts'

/** How a lead writes a thing: shops with the platform and id that they are found by, others by name, or by key when nothing names them. */
export function namesOf(nodes: readonly GraphNode[]): (key: string) => string {
  const known = new Map(nodes.map((node) => [node.key, node.name]))
  return (key) => written(key, known.get(key))
}

function written(key: string, name: string | undefined): string {
  const parsed = NodeKey.safeParse(key)
  if (!parsed.success) return name ?? key
  if (key.startsWith('shop:outside/')) return name ?? key
  const parts = partsOf(parsed.data)
  if (kindOf(parsed.data) !== 'Shop') return name ?? parts.at(-1) ?? key
  const reference = shopReference(parsed.data)
  return name === undefined || name === parts.at(-1) ? reference : `${name} (${reference})`
}
