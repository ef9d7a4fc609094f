import type { BareNode } from '../../server/contract/graph.ts'
import type { Point } from '../../server/picture/geometry.ts'
import { iconOf } from '../../server/picture/icons.ts'
import { weightOf } from '../../server/picture/lane-arcs.ts'
import { statusAt } from '../../server/picture/lane-rows.ts'
import { labelOf } from '../../server/picture/names.ts'
import { hullShapes } from '../../server/picture/network.ts'
import { type NetworkGraph, networkGraph, type Tie } from '../../server/picture/network-graph.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import type { NodeShape, Picture, Shape } from '../../server/picture/shape.ts'
import { kindTokens } from '../../server/picture/style.ts'
import { type Words, words } from '../../server/picture/words.ts'
import { pinsOf } from '../scene/pins.ts'
import type { Selection } from '../scene/scene.ts'
import { type Drawing, type DrawnNode, type DrawnTie, isDotted } from './drawing.ts'
import { emphasisOf } from './emphasis.ts'
import { type BentTie, withFans } from './fan.ts'
import { pairId } from './fan-state.ts'
import { withGhosts } from './ghosts.ts'
import { parallelLinks, withLinkBadges } from './link-badges.ts'
import type { CanvasProps } from './props.ts'
import { scenePicture } from './scene-picture.ts'
import { curvature } from './tie-geometry.ts'
import { graphWords } from './words.ts'

type Shown = Pick<
  CanvasProps,
  'scene' | 'selection' | 'asOf' | 'language' | 'candidates' | 'fanned' | 'standing'
>

/**
 * The lanes of a ring: its picture under the nodes, round it what was expanded since, as a network, and over it a selected
 * link that the picture itself leaves out.
 */
export function lanesDrawing(
  lanes: Picture,
  extra: ReadonlyMap<string, Point>,
  shown: Shown,
): Drawing {
  const picture = scenePicture(shown.scene)
  const own = lanes.shapes.filter((shape) => shape.shape === 'node')
  const ownNodes = new Map(own.map((shape) => [shape.subject.id, shape]))
  const selected = selectedLink(shown.selection)
  const inPicture = lanes.shapes.some(({ subject }) => subject?.id === selected)
  const fanned = shown.fanned ?? noFans
  const drawn = new Set(lanes.shapes.flatMap(({ subject }) => subject?.id ?? []))
  const graph = withCandidates(networkGraph(picture, selected), shown)
  const ties = withFans(graph, shown.scene, fanned).ties.filter(
    ({ from, to, subject, link }) =>
      extra.has(from) ||
      extra.has(to) ||
      (link !== undefined && fanned.has(pairId(from, to)) && !drawn.has(subject.id)) ||
      (subject.id === selected && !inPicture),
  )
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]))
  const pins = pinsOf(shown.scene, 'lanes')
  const nodes = [
    ...[...ownNodes].flatMap(([key, shape]) => {
      const node = byKey.get(key)
      return node === undefined ? [] : [laneNode(node, shape, shown)]
    }),
    ...[...extra].flatMap(([key, place]) => {
      const node = byKey.get(key)
      return node === undefined ? [] : [{ ...freeNode(node, place, shown), pinned: pins.has(key) }]
    }),
  ]
  return {
    nodes: new Map(nodes.map((node) => [node.key, node])),
    ties: ties.map((tie) => drawnTie(tie, shown)),
    under: [
      ...withGhosts(
        withLinkBadges(
          lanes.shapes.filter((shape) => shape.shape !== 'node'),
          shown.scene,
          fanned,
          graphWords[shown.language].linksBetween,
        ),
        shown.standing.unborn,
      ),
      ...dottedTies(ties, new Map([...ownNodes, ...extra])),
    ],
    notes: [],
    width: lanes.width,
    height: lanes.height,
  }
}

/** A network at the given places. */
export function forceDrawing(
  places: ReadonlyMap<string, Point>,
  box: { readonly width: number; readonly height: number },
  shown: Shown,
): Drawing {
  const picture = scenePicture(shown.scene)
  const graph = withCandidates(networkGraph(picture, selectedLink(shown.selection)), shown)
  const { ties } = withFans(graph, shown.scene, shown.fanned ?? noFans)
  const joins = new Set(
    graph.ties.flatMap(({ style, from, to }) => (style === 'only-join' ? [from, to] : [])),
  )
  const pins = pinsOf(shown.scene, 'force')
  const nodes = graph.nodes.flatMap((node) => {
    const place = places.get(node.key)
    if (place === undefined) return []
    return [
      {
        ...freeNode(node, place, shown),
        joins: node.kind !== 'Shop' && joins.has(node.key),
        pinned: pins.has(node.key),
      },
    ]
  })
  return {
    nodes: new Map(nodes.map((node) => [node.key, node])),
    ties: ties.map((tie) => drawnTie(tie, shown)),
    under: [
      ...hullShapes(picture, graph, places),
      ...withGhosts(dottedTies(ties, places), shown.standing.unborn),
    ],
    notes: notesOf(graph, words[shown.language]),
    ...box,
  }
}

function selectedLink(selection: Selection | undefined): string | undefined {
  return selection?.kind === 'link' ? selection.id : undefined
}

function laneNode(node: BareNode, shape: NodeShape, shown: Shown): DrawnNode {
  return { ...baseNode(node, shown), x: shape.x, y: shape.y, radius: shape.radius, lines: [] }
}

const radiusPx = { Shop: 16, other: 14 }

function freeNode(node: BareNode, place: Point, shown: Shown): DrawnNode {
  const text = words[shown.language]
  const { name, detail } = labelOf(node, text)
  const holders = shown.scene.holders.get(node.key) ?? 0
  const second = shown.scene.generic.has(node.key) ? text.shared(holders) : detail
  const radius = node.kind === 'Shop' ? radiusPx.Shop : radiusPx.other
  return {
    ...baseNode(node, shown),
    ...place,
    radius,
    lines: second === '' ? [name] : [name, second],
  }
}

function baseNode(node: BareNode, { scene, selection, asOf, candidates, standing }: Shown) {
  const emphasis = emphasisOf(scene, selection, standing.outside)({ of: 'node', id: node.key })
  return {
    key: node.key,
    fill: kindTokens[node.kind],
    icon: iconOf(node),
    status: statusAt(node, asOf),
    generic: scene.generic.has(node.key),
    ghost: standing.unborn.has(node.key),
    dim: emphasis === 'dim',
    selected: emphasis === 'strong',
    joins: false,
    pinned: false,
    candidate: candidateState(node.key, candidates),
  }
}

function candidateState(key: string, candidates: Shown['candidates']): DrawnNode['candidate'] {
  const ticked = candidates?.get(key)
  if (ticked === undefined) return 'none'
  return ticked ? 'ticked' : 'staged'
}

/** What leads to a staged node is dotted, as it is no part of the picture yet. */
function withCandidates(graph: NetworkGraph, { candidates }: Shown): NetworkGraph {
  if (candidates === undefined || candidates.size === 0) return graph
  const ties = graph.ties.map(
    (tie): Tie =>
      candidates.has(tie.from) || candidates.has(tie.to) ? { ...tie, style: 'edge-shared' } : tie,
  )
  return { ...graph, ties }
}

const noFans: ReadonlySet<string> = new Set()

function drawnTie(tie: BentTie, { scene, selection, language, standing }: Shown): DrawnTie {
  const emphasis = emphasisOf(scene, selection, standing.outside)(tie.subject)
  const selected = emphasis === 'strong'
  const count = tie.link === undefined || tie.bend !== undefined ? 1 : linksAt(scene, tie)
  return {
    id: tie.subject.id,
    subject: tie.subject,
    from: tie.from,
    to: tie.to,
    style: tie.style,
    weight:
      tie.link === undefined ? widths[tie.style] + (1 < tie.count ? 1.2 : 0) : linkWeight(tie),
    curved: isCurved(tie),
    bend: tie.bend ?? (isCurved(tie) ? curvature : 0),
    dim: emphasis === 'dim',
    ghost: standing.unborn.has(tie.subject.id),
    selected,
    text: counted(textOf(tie, words[language], selected), count),
    resting: counted(textOf(tie, words[language], false), count),
  }
}

/** How many links the one that is drawn stands for. */
function linksAt(scene: Shown['scene'], { from, to }: BentTie): number {
  return parallelLinks(scene).get(pairId(from, to)) ?? 1
}

function counted(text: string, count: number): string {
  if (count < 2) return text
  return text === '' ? `×${count}` : `${text} ×${count}`
}

function isCurved({ bend, link, style }: BentTie): boolean {
  return bend !== undefined || (link !== undefined && !isDotted(style))
}

const widths: Record<Tie['style'], number> = {
  edge: 1.3,
  'edge-shared': 1.2,
  'only-join': 2,
  'came-back': 2.4,
  'one-controller': 2,
  'shares-supply': 2.6,
}

function linkWeight({ link, style }: Tie): number {
  return link !== undefined && style === 'came-back' ? weightOf(link) : widths[style]
}

function textOf({ link, style, count }: Tie, text: Words, selected: boolean): string {
  if (link === undefined) return count < 2 ? '' : String(count)
  const probability = probabilityText(link.probability)
  if (style === 'one-controller') return selected ? text.oneController(probability) : ''
  if (style === 'shares-supply')
    return selected ? text.sharesSupply(probability, link.ledger.supply?.imitation) : ''
  return selected ? text.cameBackLong(probability, link.gapDays) : text.cameBack(probability)
}

/** The renderer has no dotted lines, so these are painted under it. */
function dottedTies(ties: readonly Tie[], places: ReadonlyMap<string, Point>): readonly Shape[] {
  return ties.flatMap(({ style, subject, from, to }): Shape[] => {
    const [a, b] = [places.get(from), places.get(to)]
    if (!isDotted(style) || a === undefined || b === undefined) return []
    return [{ shape: 'path', style, d: `M${a.x} ${a.y}L${b.x} ${b.y}`, subject }]
  })
}

function notesOf({ folded, further }: NetworkGraph, { leftOut }: Words): readonly string[] {
  return [
    ...(folded === 0 ? [] : [leftOut.contacts(folded)]),
    ...(further === 0 ? [] : [leftOut.links(further)]),
  ]
}
