import { compareText } from '../../domain/canonical.ts'
import type { EdgeType, GraphEdge } from '../../domain/graph.ts'
import type { ClaimDraft } from '../claim.ts'
import type { ClaimContext } from './context.ts'

/** Things that several of the ring's shops hold and few others do: what can be seen without any inference. */
export function sharedClaims(context: ClaimContext): ClaimDraft[] {
  const { core, words, shops, namesOf, nameOf } = context
  const generic = new Set(core.generic)
  return [...heldThings(context)]
    .filter(([, { holders, target }]) => 1 < holders.size && !generic.has(target))
    .toSorted(([a, x], [b, y]) => y.holders.size - x.holders.size || compareText(a, b))
    .flatMap(([, { type, target, holders, edges }]) => {
      const sentence = words.shared[type]
      if (sentence === undefined) return []
      const held = shops.filter((shop) => holders.has(shop))
      const total = core.holders[target]
      return [
        {
          about: target,
          kind: 'shared' as const,
          text: `${sentence(namesOf(held), nameOf(target))}${total === undefined ? '' : words.heldBy(total)}`,
          basis: 'observed' as const,
          shops: held,
          records: edges.flatMap(({ records }) => records),
        },
      ]
    })
}

interface HeldThing {
  readonly type: EdgeType
  readonly target: string
  readonly holders: Set<string>
  readonly edges: GraphEdge[]
}

function heldThings({ core, shops, words }: ClaimContext): ReadonlyMap<string, HeldThing> {
  const members = new Set(shops)
  const things = new Map<string, HeldThing>()
  for (const edge of core.edges) {
    if (!members.has(edge.from) || words.shared[edge.type] === undefined) continue
    const id = `${edge.type} ${edge.to}`
    const thing = things.get(id) ?? {
      type: edge.type,
      target: edge.to,
      holders: new Set(),
      edges: [],
    }
    thing.holders.add(edge.from)
    thing.edges.push(edge)
    things.set(id, thing)
  }
  return things
}
