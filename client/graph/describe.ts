import type { BareEdge } from '../../server/contract/graph.ts'
import { statusAt } from '../../server/picture/lane-rows.ts'
import { labelOf } from '../../server/picture/names.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import type { Subject } from '../../server/picture/shape.ts'
import { words } from '../../server/picture/words.ts'
import { pairId } from './fan-state.ts'
import { parallelLinks } from './link-badges.ts'
import type { CanvasProps } from './props.ts'
import { graphWords } from './words.ts'

type Seen = Pick<CanvasProps, 'scene' | 'asOf' | 'language' | 'sense' | 'standing'>

/** What a node, link or edge is, in one line: for the tooltip and for those who hear the canvas instead of seeing it. */
export function describe({ of, id }: Subject, seen: Seen): string {
  const says = { node: describeNode, link: describeLink, edge: describeEdge }[of](id, seen)
  return says === '' ? '' : joined([says, ...standingTexts(id, seen)])
}

/** That it is not there yet, or outside the window: what is drawn faintly is said as well. */
export function standingTexts(
  id: string,
  { standing, sense, language }: Pick<Seen, 'standing' | 'sense' | 'language'>,
): readonly string[] {
  const own = graphWords[language]
  const notYet = (key: string) => {
    if (standing.unknown.has(key)) return [own.notLoaded]
    return standing.unborn.has(key) ? [own.notYet[sense]] : []
  }
  return [...notYet(id), ...(standing.outside.has(id) ? [own.outside] : [])]
}

function describeNode(key: string, { scene, asOf, language }: Seen): string {
  const node = scene.nodes.get(key)
  if (node === undefined) return ''
  const text = words[language]
  const own = graphWords[language]
  const { name, detail } = labelOf(node, text)
  const edges = edgesAt(scene).get(key) ?? []
  const registrant = edges.find(({ from, type }) => from === key && type === 'REGISTERED_TO')
  const owner = registrant && scene.nodes.get(registrant.to)?.name
  const holders = scene.holders.get(key) ?? 0
  return joined([
    `${text.kinds[node.kind]} ${name}`,
    detail,
    own.status[statusAt(node, asOf)],
    node.lives.at(-1)?.to ?? '',
    scene.generic.has(key) ? text.shared(holders) : own.links(edges.length),
    owner === undefined ? '' : own.registeredTo(owner),
  ])
}

const ends = new WeakMap<Seen['scene']['edges'], ReadonlyMap<string, readonly BareEdge[]>>()

/** The relations of each node; worked out once a scene, for every node asks. */
function edgesAt({ edges }: Seen['scene']): ReadonlyMap<string, readonly BareEdge[]> {
  const known = ends.get(edges)
  if (known !== undefined) return known
  const byEnd = new Map<string, BareEdge[]>()
  for (const edge of edges.values()) {
    for (const end of new Set([edge.from, edge.to])) {
      const there = byEnd.get(end)
      if (there === undefined) byEnd.set(end, [edge])
      else there.push(edge)
    }
  }
  ends.set(edges, byEnd)
  return byEnd
}

function describeLink(id: string, { scene, language }: Seen): string {
  const link = scene.links.get(id)
  if (link === undefined) return ''
  const text = words[language]
  const probability = probabilityText(link.probability)
  const says = {
    came_back_as: () => text.cameBackLong(probability, link.gapDays),
    same_controller: () => text.oneController(probability),
    shares_supply: () => text.sharesSupply(probability, link.ledger.supply?.imitation),
  }[link.kind]()
  const ends = [link.from, link.to].map((key) => nameOf(key, scene))
  const count = parallelLinks(scene).get(pairId(link.from, link.to)) ?? 1
  return joined([
    `${ends.join(link.kind === 'shares_supply' ? ' · ' : ' → ')}: ${says}`,
    count < 2 ? '' : graphWords[language].linksBetween(count),
  ])
}

function describeEdge(id: string, { scene, language }: Seen): string {
  const edge = scene.edges.get(id)
  if (edge === undefined) return ''
  const { from, type, to } = edge
  return graphWords[language].relation(nameOf(from, scene), type, nameOf(to, scene))
}

function nameOf(key: string, { nodes }: Seen['scene']): string {
  return nodes.get(key)?.name ?? key
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}
