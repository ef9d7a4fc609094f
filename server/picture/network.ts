import type { BareNode } from '../domain/graph.ts'
import { at, line, type Point, round } from './geometry.ts'
import { iconOf } from './icons.ts'
import { weightOf } from './lane-arcs.ts'
import { statusAt } from './lane-rows.ts'
import { legendShapes } from './legend.ts'
import { labelOf } from './names.ts'
import { type NetworkGraph, networkGraph, type Tie } from './network-graph.ts'
import { hullPath } from './network-hull.ts'
import { boxFor, networkPlaces } from './network-places.ts'
import { boxAround, placeLabels } from './placement.ts'
import { probabilityText } from './probability.ts'
import { membersOf, type RingPicture } from './ring-picture.ts'
import type { Picture, Shape } from './shape.ts'
import { textWidth } from './text-width.ts'
import type { LegendKey, Words } from './words.ts'

export interface NetworkOptions {
  /** In pixels; the picture grows in both directions where its nodes need it. */
  readonly width: number
  readonly height: number
  /** ISO date to which the ring is drawn. */
  readonly asOf: string
  readonly words: Words
  /** Places by key, as on a screen that shows the same ring; without them they are worked out. */
  readonly places?: ReadonlyMap<string, Point> | undefined
}

/** A ring as a network: shops and what they share, red where one came back as another, hollow where strangers share it. */
export function networkPicture(picture: RingPicture, options: NetworkOptions): Picture {
  const { asOf, words } = options
  const graph = networkGraph(picture, undefined)
  const { width, height } = options.places ? options : boxFor(graph.nodes.length, options)
  const box = { width, height: height - 40 }
  const places = options.places ?? networkPlaces(picture, graph, box)
  const notes = notesOf(graph, words)
  return {
    title: words.networkTitle(picture.ring?.name ?? words.untitled),
    date: words.asOf(asOf),
    width,
    height,
    notes,
    shapes: [
      ...hullShapes(picture, graph, places),
      ...graph.ties.flatMap((tie) => tieShapes(tie, places, words)),
      ...graph.nodes.flatMap((node) => nodeShapes(node, { picture, places, asOf })),
      ...labelShapes(graph.nodes, { picture, places, words, width, height }),
      ...legendShapes(legendOf(graph), { x: 12, y: height - 14, right: width - 8, words }),
    ],
  }
}

/** The hull round the ring's shops and what they hold; what strangers share as widely stays outside. */
export function hullShapes(
  picture: RingPicture,
  { nodes, ties }: Pick<NetworkGraph, 'nodes' | 'ties'>,
  places: ReadonlyMap<string, Point>,
): readonly Shape[] {
  if (picture.ring === undefined) return []
  const members = new Set(membersOf(picture).map(({ key }) => key))
  const own = new Set(
    ties.flatMap(({ from, to }) => (members.has(from) || members.has(to) ? [from, to] : [])),
  )
  const inside = nodes.filter(
    ({ key, kind }) =>
      members.has(key) || (kind !== 'Shop' && own.has(key) && !picture.generic.has(key)),
  )
  const d = hullPath(
    inside.flatMap(({ key }) => places.get(key) ?? []),
    44,
  )
  return d === '' ? [] : [{ shape: 'path', style: 'hull', d }]
}

/** Between the centers of two shops: shorter ties have no room for their probability, or for the gap in days beside it. */
const roomForTagPx = 70
const roomForGapPx = 150

function tieShapes(tie: Tie, places: ReadonlyMap<string, Point>, words: Words): readonly Shape[] {
  const [from, to] = [places.get(tie.from), places.get(tie.to)]
  if (from === undefined || to === undefined) return []
  const { subject, link, style } = tie
  if (link === undefined || style !== 'came-back')
    return [{ shape: 'path', style, d: line(from, to), subject }, ...countShapes(tie, from, to)]
  const anchor = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * 0.2,
    y: (from.y + to.y) / 2 - (to.x - from.x) * 0.2,
  }
  const middle = {
    x: (from.x + 2 * anchor.x + to.x) / 4,
    y: (from.y + 2 * anchor.y + to.y) / 4,
  }
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const text = words.cameBack(
    probabilityText(link.probability),
    roomForGapPx < length ? link.gapDays : undefined,
  )
  return [
    {
      shape: 'path',
      style,
      d: `M${at(from)}Q${at(anchor)} ${at(to)}`,
      weight: weightOf(link),
      subject,
    },
    { shape: 'path', style: 'came-back-head', d: headAt(anchor, to), subject },
    ...(length < roomForTagPx ? [] : pill('tag', text, middle, subject)),
  ]
}

function countShapes({ count, subject }: Tie, from: Point, to: Point): readonly Shape[] {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  return count < 2 ? [] : pill('count', String(count), middle, subject)
}

function pill(
  style: 'tag' | 'count',
  text: string,
  { x, y }: Point,
  subject: Tie['subject'],
): readonly Shape[] {
  const width = round(textWidth(text, 11) + 12)
  return [
    {
      shape: 'rect',
      style,
      x: round(x - width / 2),
      y: round(y - 8),
      width,
      height: 16,
      radius: style === 'tag' ? 3 : 8,
      subject,
    },
    { shape: 'text', style, x: round(x), y: round(y + 4), text, anchor: 'middle', subject },
  ]
}

/** An arrow head that ends at the rim of the node. */
function headAt(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const tip = { x: to.x - ux * 17, y: to.y - uy * 17 }
  const base = { x: tip.x - ux * 9, y: tip.y - uy * 9 }
  const left = { x: base.x - uy * 4.6, y: base.y + ux * 4.6 }
  const right = { x: base.x + uy * 4.6, y: base.y - ux * 4.6 }
  return `M${at(tip)}L${at(left)}L${at(right)}Z`
}

interface Setting {
  readonly picture: RingPicture
  readonly places: ReadonlyMap<string, Point>
  readonly asOf: string
}

function nodeShapes(node: BareNode, { picture, places, asOf }: Setting): readonly Shape[] {
  const place = places.get(node.key)
  if (place === undefined) return []
  const status = statusAt(node, asOf)
  const subject = { of: 'node', id: node.key } as const
  const { x, y } = place
  const badge = { x: round(x + 11), y: round(y - 11) }
  return [
    {
      shape: 'node',
      subject,
      kind: node.kind,
      icon: iconOf(node),
      status,
      generic: picture.generic.has(node.key),
      x,
      y,
      radius: node.kind === 'Shop' ? 16 : 14,
    },
    ...(status === 'closed'
      ? ([
          { shape: 'circle', style: 'closed', ...badge, radius: 6, subject },
          {
            shape: 'path',
            style: 'closed-cross',
            d: `M${at({ x: badge.x - 2.2, y: badge.y - 2.2 })}l4.4 4.4m0 -4.4l-4.4 4.4`,
            subject,
          },
        ] as const)
      : []),
  ]
}

interface LabelSetting extends Pick<Setting, 'picture' | 'places'> {
  readonly words: Words
  readonly width: number
  readonly height: number
}

function labelShapes(
  nodes: readonly BareNode[],
  { picture, places, words, width, height }: LabelSetting,
): readonly Shape[] {
  const labels = new Map(nodes.map((node) => [node.key, linesOf(node, picture, words)]))
  const wanted = nodes
    .toSorted((a, b) => Number(b.kind === 'Shop') - Number(a.kind === 'Shop'))
    .flatMap(({ key, kind }) => {
      const place = places.get(key)
      const lines = labels.get(key) ?? []
      if (place === undefined) return []
      const widest = Math.max(
        ...lines.map((text, index) => textWidth(text, index === 0 ? 12.5 : 11)),
      )
      const radius = kind === 'Shop' ? 16 : 14
      return [
        {
          key,
          ...place,
          radius,
          width: widest,
          height: lines.length * 14,
          forced: kind === 'Shop',
        },
      ]
    })
  const obstacles = [...places.values()].map((place) => boxAround(place, 15))
  const placed = placeLabels(wanted, obstacles, {
    left: 0,
    top: 0,
    right: width,
    bottom: height - 30,
  })
  return [...placed].flatMap(([key, { x, top, anchor }]) =>
    (labels.get(key) ?? []).map(
      (text, index): Shape => ({
        shape: 'text',
        style: index === 0 ? 'name' : 'detail',
        x: round(x),
        y: round(top + 11 + index * 14),
        text,
        anchor,
        on: 'hull',
        subject: { of: 'node', id: key },
      }),
    ),
  )
}

function linesOf(
  node: BareNode,
  { generic, holders }: RingPicture,
  words: Words,
): readonly string[] {
  const { name, detail } = labelOf(node, words)
  const second = generic.has(node.key) ? words.shared(holders.get(node.key) ?? 0) : detail
  return second === '' ? [name] : [name, second]
}

function notesOf({ folded, further }: NetworkGraph, { leftOut }: Words): readonly string[] {
  return [
    ...(folded === 0 ? [] : [leftOut.contacts(folded)]),
    ...(further === 0 ? [] : [leftOut.links(further)]),
  ]
}

function legendOf({ ties }: NetworkGraph): readonly LegendKey[] {
  const styles = new Set(ties.map(({ style }) => style))
  const keys = [
    ['came-back', 'cameBack'],
    ['one-controller', 'oneController'],
    ['shares-supply', 'sharesSupply'],
    ['only-join', 'onlyJoin'],
    ['edge-shared', 'shared'],
  ] as const
  return keys.flatMap(([style, key]) => (styles.has(style) ? [key] : []))
}
