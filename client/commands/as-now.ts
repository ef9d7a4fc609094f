import type { BareEdge, BareNode } from '../../server/contract/graph.ts'
import { call } from '../api/call.ts'
import type { Past } from '../scene/past.ts'
import { edgeId } from '../scene/scene.ts'

type Items = readonly { readonly edge: BareEdge; readonly node: BareNode }[]

/**
 * What was found in a past, as it is known now: the picture holds things whole, and its date and moment say what of them was there. What is no longer on record stays as it was then.
 */
export async function asNow(key: string, items: Items, past: Past | undefined): Promise<Items> {
  if (past === undefined || items.length === 0) return items
  const keys = [...new Set([key, ...items.map(({ node }) => node.key)])]
  const { nodes, edges } = await call('gather', { body: { keys } })
  const [nodesNow, edgesNow] = [
    new Map(nodes.map((node) => [node.key, node])),
    new Map(edges.map((edge) => [edgeId(edge), edge])),
  ]
  return items.map(({ edge, node }) => ({
    edge: edgesNow.get(edgeId(edge)) ?? edge,
    node: nodesNow.get(node.key) ?? node,
  }))
}
