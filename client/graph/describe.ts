import { statusAt } from '../../server/picture/lane-rows.ts'
import { labelOf } from '../../server/picture/names.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import type { Subject } from '../../server/picture/shape.ts'
import { words } from '../../server/picture/words.ts'
import type { CanvasProps } from './props.ts'
import { graphWords } from './words.ts'

type Seen = Pick<CanvasProps, 'scene' | 'asOf' | 'language'>

/** What a node, link or edge is, in one line: for the tooltip and for those who hear the canvas instead of seeing it. */
export function describe({ of, id }: Subject, seen: Seen): string {
  if (of === 'node') return describeNode(id, seen)
  return of === 'link' ? describeLink(id, seen) : describeEdge(id, seen)
}

function describeNode(key: string, { scene, asOf, language }: Seen): string {
  const node = scene.nodes.get(key)
  if (node === undefined) return ''
  const text = words[language]
  const own = graphWords[language]
  const { name, detail } = labelOf(node, text)
  const edges = [...scene.edges.values()].filter(({ from, to }) => from === key || to === key)
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
  return `${nameOf(link.from, scene)} ${link.kind === 'shares_supply' ? '·' : '→'} ${nameOf(link.to, scene)}: ${says}`
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
