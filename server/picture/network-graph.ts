import { compareText } from '../domain/canonical.ts'
import type { BareEdge, BareNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import { findChains } from './chains.ts'
import { onlyJoins } from './only-join.ts'
import { edgeId, linkId, membersOf, type RingPicture } from './ring-picture.ts'
import type { Subject } from './shape.ts'

/** What a line of the network says. */
export type TieStyle =
  | 'edge'
  | 'edge-shared'
  | 'only-join'
  | 'came-back'
  | 'one-controller'
  | 'shares-supply'

/** One line of the network: a link of two shops, or everything that is stated between two nodes. */
export interface Tie {
  readonly subject: Subject
  readonly from: string
  readonly to: string
  readonly style: TieStyle
  /** How many statements it stands for. */
  readonly count: number
  readonly link: Link | undefined
}

export interface NetworkGraph {
  /** By key. */
  readonly nodes: readonly BareNode[]
  readonly ties: readonly Tie[]
  /** Contacts that one shop alone holds: not drawn. */
  readonly folded: number
  /** Links that are not drawn, because surer ones already join their shops. */
  readonly further: number
}

/**
 * What a network of the scene draws: every thing but the contacts that one shop of the ring alone holds; successions along
 * the chains; of the links that say "one controller" as many as it takes to hold the shops together; and of those that say
 * "common supply" what joins shops that nothing else joins.
 */
export function networkGraph(
  picture: RingPicture,
  /** Id of a link to draw whatever else is drawn. */
  selected: string | undefined,
): NetworkGraph {
  const members = membersOf(picture)
  const folded = foldedContacts(picture, new Set(members.map(({ key }) => key)))
  const nodes = picture.nodes
    .filter(({ key }) => !folded.has(key))
    .toSorted((a, b) => compareText(a.key, b.key))
  const shown = new Set(nodes.map(({ key }) => key))
  const chains = findChains(members, picture.links)
  const joins = new Set(onlyJoins(chains, picture).map(({ value }) => value))
  const among = picture.links.filter(({ from, to }) => shown.has(from) && shown.has(to))
  const drawn = linksToDraw(among, new Set(chains.flatMap(({ steps }) => steps)), selected)
  const edges = picture.edges.filter(({ from, to }) => shown.has(from) && shown.has(to))
  return {
    nodes,
    ties: [
      ...merged(edges).map((group) => tieOfEdges(group, picture.generic, joins)),
      ...drawn.map(tieOfLink),
    ],
    folded: folded.size,
    further: among.length - drawn.length,
  }
}

function foldedContacts(
  { nodes, edges }: RingPicture,
  members: ReadonlySet<string>,
): ReadonlySet<string> {
  const holders = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    for (const [value, holder] of [
      [to, from],
      [from, to],
    ] as const) {
      holders.set(value, (holders.get(value) ?? new Set()).add(holder))
    }
  }
  return new Set(
    nodes.flatMap(({ key, kind }) => {
      const [holder, ...others] = holders.get(key) ?? []
      const single = holder !== undefined && others.length === 0 && members.has(holder)
      return kind === 'Contact' && single ? [key] : []
    }),
  )
}

/** Successions of the chains, then the surest links of one controller, last of common supply, that join what is not yet joined. */
function linksToDraw(
  links: readonly Link[],
  steps: ReadonlySet<Link>,
  selected: string | undefined,
) {
  const root = new Map<string, string>()
  const find = (key: string): string => {
    const parent = root.get(key)
    return parent === undefined ? key : find(parent)
  }
  const rank = (link: Link) => Number(steps.has(link)) + Number(link.kind !== 'shares_supply')
  return links
    .toSorted(
      (a, b) =>
        rank(b) - rank(a) || b.probability - a.probability || compareText(linkId(a), linkId(b)),
    )
    .filter((link) => {
      const [a, b] = [find(link.from), find(link.to)]
      if (a !== b) root.set(a, b)
      return a !== b || linkId(link) === selected
    })
}

function merged(edges: readonly BareEdge[]): readonly (readonly [BareEdge, ...BareEdge[]])[] {
  const groups = new Map<string, [BareEdge, ...BareEdge[]]>()
  for (const edge of edges.toSorted((a, b) => compareText(edgeId(a), edgeId(b)))) {
    const ends = JSON.stringify([edge.from, edge.to].toSorted(compareText))
    const group = groups.get(ends)
    if (group === undefined) groups.set(ends, [edge])
    else group.push(edge)
  }
  return [...groups.values()]
}

function tieOfEdges(
  [first, ...others]: readonly [BareEdge, ...BareEdge[]],
  generic: ReadonlySet<string>,
  joins: ReadonlySet<string>,
): Tie {
  const ends = [first.from, first.to]
  const style = ends.some((end) => joins.has(end)) ? 'only-join' : 'edge'
  return {
    subject: { of: 'edge', id: edgeId(first) },
    from: first.from,
    to: first.to,
    style: ends.some((end) => generic.has(end)) ? 'edge-shared' : style,
    count: 1 + others.length,
    link: undefined,
  }
}

const styles: Record<Link['kind'], TieStyle> = {
  came_back_as: 'came-back',
  same_controller: 'one-controller',
  shares_supply: 'shares-supply',
}

function tieOfLink(link: Link): Tie {
  return {
    subject: { of: 'link', id: linkId(link) },
    from: link.from,
    to: link.to,
    style: styles[link.kind],
    count: 1,
    link,
  }
}
