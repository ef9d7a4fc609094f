import type { Followed } from './follow-keys.ts'
import { type Fragment, growingFragment } from './fragment.ts'
import { ofEdge, overlap, type Relation, type Span, spanOf } from './relation.ts'

/** What was followed between some of the nodes, with all that says how strong it is. */
export async function readWays(
  { outline, walk, links }: Pick<Followed, 'outline' | 'walk' | 'links'>,
  nodes: readonly number[],
  window: Span,
): Promise<Fragment> {
  const ends = new Set(nodes.map(outline.keyOf))
  const fragment = growingFragment()
  for (const relation of (await walk.relations(nodes)).map(ofEdge)) {
    if (isAlive(relation, window)) fragment.add(relation)
  }
  for (const link of links) if (ends.has(link.from) && ends.has(link.to)) fragment.add(link)
  return fragment
}

function isAlive(relation: Relation, window: Span): boolean {
  return overlap(spanOf(relation), window) !== undefined
}
