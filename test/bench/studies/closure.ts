import { compareText } from '../../../server/domain/canonical.ts'
import type { GraphEdge } from '../../../server/domain/graph.ts'
import type { Ring } from '../../../server/domain/ring.ts'
import type { Evidence } from '../../../server/linkage/link-shops.ts'

/** What shops are joined by. */
export type Joiner = 'phone' | 'email' | 'account' | 'id_number'

/** Exact values only: a masked number is nobody's, and a registrant known by name alone has a key of its own. */
const joinerOf: Readonly<Record<string, Joiner>> = {
  'REACHED_AT contact:phone': 'phone',
  'REACHED_AT contact:email': 'email',
}

/**
 * Deterministic closure, as screens by exact match do it: shops that have a phone, mailbox, account or id number in common are one, and so are those joined
 * through others. Rings with no more than a score reads; singles are left out.
 */
export function closureRings(
  { nodes, edges }: Pick<Evidence, 'nodes' | 'edges'>,
  joiners: readonly Joiner[],
): Ring[] {
  const shops = new Set(nodes.filter(({ kind }) => kind === 'Shop').map(({ key }) => key))
  const parent = new Map<string, string>()
  for (const edge of edges) {
    const joiner = joinerOfEdge(edge)
    if (joiner === undefined || !joiners.includes(joiner) || !shops.has(edge.from)) continue
    const [a, b] = [rootOf(parent, edge.from), rootOf(parent, edge.to)]
    if (a !== b) parent.set(b, a)
  }
  const members = new Map<string, string[]>()
  for (const shop of [...shops].toSorted(compareText)) {
    const root = rootOf(parent, shop)
    members.set(root, [...(members.get(root) ?? []), shop])
  }
  return [...members.values()].flatMap((own) =>
    own.length < 2
      ? []
      : [
          {
            id: `ring:${own[0]}`,
            size: own.length,
            members: own.map((shop) => ({ shop })),
          } as Ring,
        ],
  )
}

function joinerOfEdge({ type, to }: GraphEdge): Joiner | undefined {
  if (to.includes('*')) return undefined
  if (type === 'PAID_INTO') return 'account'
  if (type === 'REGISTERED_TO') return 'id_number'
  return joinerOf[`${type} ${to.slice(0, to.indexOf('/'))}`]
}

function rootOf(parent: Map<string, string>, start: string): string {
  let root = start
  for (let up = parent.get(root); up !== undefined; up = parent.get(root)) {
    const over = parent.get(up)
    if (over !== undefined) parent.set(root, over)
    root = up
  }
  return root
}
