import { compareText } from '../domain/canonical.ts'
import type { BareEdge, BareNode, NodeKind } from '../domain/graph.ts'
import type { Band, Frame } from './lane-frame.ts'
import type { Row } from './lane-rows.ts'
import type { OnlyJoin } from './only-join.ts'
import type { RingPicture } from './ring-picture.ts'

/** A value beside the lanes: who a shop is registered to, what it is paid into, where it ships from. */
export interface Item {
  readonly node: BareNode
  readonly side: 'left' | 'right'
  readonly y: number
  /** Held by so many strangers that it stands outside the hull. */
  readonly generic: boolean
  /** The band whose chain this value alone joins to the ring. */
  readonly joins: Band | undefined
  /** Rows that hold it, each with the edge that says so and how many say the same. */
  readonly held: readonly { readonly row: Row; readonly edge: BareEdge }[]
}

export interface Columns {
  readonly items: readonly Item[]
  /** Heights in pixels that the generic items take from the hull: top right and bottom left. */
  readonly notch: { readonly left: number; readonly right: number }
  readonly bottom: number
  readonly contacts: number
}

const sides: Partial<Record<NodeKind, Item['side']>> = {
  Identity: 'left',
  PaymentAccount: 'left',
  Origin: 'right',
  Factory: 'right',
  Place: 'right',
}
const separationPx = { most: 52, least: 30 }
const genericPx = 58
const mostGeneric = 4

/** Places the values of the rows: each near the rows that hold it, none closer to another than its label needs. */
export function columnsOf(
  picture: RingPicture,
  rows: readonly Row[],
  bands: readonly Band[],
  frame: Frame,
): Columns {
  const held = heldBy(picture, rows)
  const joined = new Map(bands.flatMap((band) => (band.join ? [[band.join.value, band]] : [])))
  const all = picture.nodes
    .filter(({ key }) => held.has(key))
    .toSorted((a, b) => compareText(a.key, b.key))
    .map((node) => ({
      node,
      side: sides[node.kind] ?? (joined.has(node.key) ? 'left' : undefined),
    }))
  const drawable = all.flatMap(({ node, side }): Draft[] =>
    side === undefined
      ? []
      : [
          {
            node,
            side,
            generic: picture.generic.has(node.key),
            joins: joined.get(node.key),
            held: held.get(node.key) ?? [],
          },
        ],
  )
  const left = stack(
    drawable.filter(({ side }) => side === 'left'),
    bands,
    frame,
  )
  const right = stack(
    drawable.filter(({ side }) => side === 'right'),
    bands,
    frame,
  )
  const items = [...left.items, ...right.items]
  return {
    items,
    notch: { left: left.notch, right: right.notch },
    bottom: Math.max(left.bottom, right.bottom),
    contacts: all.filter(({ node, side }) => node.kind === 'Contact' && side === undefined).length,
  }
}

/** The sides on which these shops have anything beside their rows. */
export function sidesOf(
  { nodes, edges }: RingPicture,
  shops: ReadonlySet<string>,
  joins: readonly OnlyJoin[],
): ReadonlySet<Item['side']> {
  const held = new Set(
    edges.flatMap(({ from, to }) => [
      ...(shops.has(from) ? [to] : []),
      ...(shops.has(to) ? [from] : []),
    ]),
  )
  const found = nodes.flatMap(({ key, kind }) => (held.has(key) ? (sides[kind] ?? []) : []))
  return new Set([...found, ...joins.map(() => 'left' as const)])
}

type Draft = Omit<Item, 'y'>

function heldBy({ edges }: RingPicture, rows: readonly Row[]) {
  const rowOf = new Map(rows.map((row) => [row.shop.key, row]))
  const held = new Map<string, { row: Row; edge: BareEdge }[]>()
  const seen = new Set<string>()
  for (const edge of edges.toSorted(byEnds)) {
    const [shop, value] = rowOf.has(edge.from) ? [edge.from, edge.to] : [edge.to, edge.from]
    const row = rowOf.get(shop)
    const pair = JSON.stringify([shop, value])
    if (row === undefined || rowOf.has(value) || seen.has(pair)) continue
    seen.add(pair)
    held.set(value, [...(held.get(value) ?? []), { row, edge }])
  }
  return held
}

function byEnds(a: BareEdge, b: BareEdge): number {
  return (
    compareText(a.from, b.from) ||
    compareText(a.to, b.to) ||
    compareText(a.type, b.type) ||
    compareText(a.discriminator, b.discriminator)
  )
}

function stack(drafts: readonly Draft[], bands: readonly Band[], frame: Frame) {
  const rowsEnd = bands.at(-1)?.bottom ?? frame.hull.top
  const top = (bands[0]?.first ?? frame.hull.top) + 8
  const generic = mostHeldFirst(drafts.filter((draft) => draft.generic)).slice(0, mostGeneric)
  const [side] = drafts.map((draft) => draft.side)
  const notch = generic.length === 0 ? 0 : 48 + genericPx * generic.length
  const above = side === 'right' ? notch : 0
  const below = side === 'left' ? notch : 0
  const lowest = Math.max(rowsEnd, frame.height - frame.foot) - 24 - below
  const start = above === 0 ? top : frame.hull.top + above + 22
  const capacity = Math.max(4, Math.floor((lowest - start) / separationPx.least) + 1)
  const own = mostHeldFirst(drafts.filter((draft) => !draft.generic)).slice(0, capacity)
  const placed = spread(own, { start, end: rowsEnd - 24 - below, lowest })
  const ownEnd = Math.max(start, ...placed.map(({ y }) => y))
  const bottom = Math.max(rowsEnd, ownEnd + 26 + below)
  const firstGeneric = side === 'right' ? top - 8 : bottom - notch + 46
  return {
    items: [
      ...placed,
      ...generic.map((item, index) => ({ ...item, y: firstGeneric + index * genericPx })),
    ],
    notch,
    bottom,
  }
}

/** Joins first, then by rows that hold it. */
function mostHeldFirst(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.toSorted(
    (a, b) =>
      Number(b.joins !== undefined) - Number(a.joins !== undefined) ||
      b.held.length - a.held.length ||
      compareText(a.node.key, b.node.key),
  )
}

/** Items that join a chain stand in its gap; the others fill the stretches between, near their rows. */
function spread(
  drafts: readonly Draft[],
  { start, end, lowest }: { start: number; end: number; lowest: number },
): readonly Item[] {
  const fixed = drafts
    .flatMap((draft) => (draft.joins ? [{ draft, y: draft.joins.top - 24 }] : []))
    .toSorted((a, b) => a.y - b.y)
  const others = drafts
    .filter(({ joins }) => joins === undefined)
    .map((draft) => ({ draft, y: middleOf(draft) }))
    .toSorted((a, b) => a.y - b.y || compareText(a.draft.node.key, b.draft.node.key))
  const placed: Item[] = fixed.map(({ draft, y }) => ({ ...draft, y }))
  let from = start
  for (const gap of [...fixed.map(({ y }) => y), undefined]) {
    const until = gap === undefined ? Math.max(end, from) : gap - 36
    const here = others
      .filter(({ y }) => gap === undefined || y < gap)
      .filter(({ draft }) => !placed.some(({ node }) => node === draft.node))
    placed.push(...pack(here, from, Math.min(until, lowest)))
    from = (gap ?? until) + 36
  }
  return placed
}

/** Keeps the order of the wanted places and the least distance, first downwards, then back up from the end. */
function pack(
  wanted: readonly { draft: Draft; y: number }[],
  from: number,
  until: number,
): readonly Item[] {
  const even = wanted.length < 2 ? 0 : (until - from) / (wanted.length - 1)
  const step = Math.min(separationPx.most, Math.max(separationPx.least, even))
  const ys: number[] = []
  for (const { y } of wanted) ys.push(Math.max(y, (ys.at(-1) ?? from - step) + step))
  let limit = Math.max(until, from + step * (wanted.length - 1))
  for (let index = ys.length - 1; 0 <= index; index -= 1) {
    ys[index] = Math.min(ys[index] ?? from, limit)
    limit = (ys[index] ?? from) - step
  }
  return wanted.map(({ draft }, index) => ({ ...draft, y: ys[index] ?? from }))
}

function middleOf({ held }: Draft): number {
  return held.reduce((sum, { row }) => sum + row.y, 0) / held.length
}
