import type { Point } from './geometry.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A label that looks for a free place beside its node. */
export interface Wanted {
  readonly key: string
  readonly x: number
  readonly y: number
  /** Of the node, in pixels. */
  readonly radius: number
  readonly width: number
  readonly height: number
  /** Drawn even where every place covers something: at the one that covers least. */
  readonly forced: boolean
}

export interface Placed {
  /** Where the text starts, is centered or ends, and the top of its box. */
  readonly x: number
  readonly top: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/**
 * Finds each label a place under, right of, left of or over its node that covers neither a node nor a label placed
 * before, inside the bounds. Labels that come first have the choice; those without a place are left out.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  obstacles: readonly Box[],
  bounds: Box,
): ReadonlyMap<string, Placed> {
  const taken = [...obstacles]
  const room = roomFor(obstacles)
  const placed = new Map<string, Placed>()
  for (const label of wanted) {
    if (!label.forced && isBeyond(label, bounds)) continue
    const chosen =
      freePlace(label, room, bounds) ??
      (label.forced ? leastSpoiling(candidatesOf(label), taken, bounds) : undefined)
    if (chosen === undefined) continue
    taken.push(chosen.box)
    room.take(chosen.box)
    placed.set(label.key, chosen.placed)
  }
  return placed
}

function freePlace(label: Wanted, room: Room, bounds: Box) {
  for (const side of sides) {
    const placed = side(label, label.radius + gapPx)
    const box = boxOf(placed, label.width, label.height)
    if (within(box, bounds) && room.isFree(box)) return { placed, box }
  }
  return undefined
}

/** Far enough outside for no place beside it to lie inside. */
function isBeyond({ x, y, radius, width, height }: Wanted, bounds: Box): boolean {
  const [across, down] = [radius + gapPx + width, radius + gapPx + height]
  const inside =
    bounds.left <= x + across &&
    x - across <= bounds.right &&
    bounds.top <= y + down &&
    y - down <= bounds.bottom
  return !inside
}

/** What is covered, by the squares that it touches. */
interface Room {
  readonly take: (box: Box) => void
  readonly isFree: (box: Box) => boolean
}

const squarePx = 48

function roomFor(boxes: readonly Box[]): Room {
  const rows = new Map<number, Map<number, Box[]>>()
  const take = (box: Box) => {
    for (let row = squareOf(box.top); row <= squareOf(box.bottom); row += 1) {
      const squares = rows.get(row) ?? new Map<number, Box[]>()
      rows.set(row, squares)
      for (let column = squareOf(box.left); column <= squareOf(box.right); column += 1) {
        const there = squares.get(column)
        if (there === undefined) squares.set(column, [box])
        else there.push(box)
      }
    }
  }
  const isFree = (box: Box) => {
    for (let row = squareOf(box.top); row <= squareOf(box.bottom); row += 1) {
      const squares = rows.get(row)
      if (squares === undefined) continue
      for (let column = squareOf(box.left); column <= squareOf(box.right); column += 1) {
        if (squares.get(column)?.some((other) => overlap(box, other)) === true) return false
      }
    }
    return true
  }
  for (const box of boxes) take(box)
  return { take, isFree }
}

function squareOf(value: number): number {
  return Math.floor(value / squarePx)
}

/** A name that is cut off at the border cannot be read at all; one that covers a line still can. */
const cutOffWeight = 4

function leastSpoiling<T extends { readonly box: Box }>(
  candidates: readonly T[],
  taken: readonly Box[],
  bounds: Box,
) {
  const spoiled = ({ box }: T) =>
    taken.reduce((sum, other) => sum + overlapArea(box, other), 0) +
    cutOffWeight * (overlapArea(box, box) - overlapArea(box, bounds))
  return candidates.toSorted((a, b) => spoiled(a) - spoiled(b))[0]
}

function overlapArea(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, across) * Math.max(0, down)
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The box of a node, a little wider than its circle. */
export function boxAround({ x, y }: Point, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

function within(box: Box, bounds: Box): boolean {
  return (
    bounds.left <= box.left &&
    box.right <= bounds.right &&
    bounds.top <= box.top &&
    box.bottom <= bounds.bottom
  )
}

const gapPx = 5

/** Where a label may stand, best first, that far away from the middle of its node. */
const sides: readonly ((label: Wanted, away: number) => Placed)[] = [
  ({ x, y }, away) => ({ x, top: y + away, anchor: 'middle' }),
  ({ x, y, height }, away) => ({ x: x + away, top: y - height / 2, anchor: 'start' }),
  ({ x, y, height }, away) => ({ x: x - away, top: y - height / 2, anchor: 'end' }),
  ({ x, y, height }, away) => ({ x, top: y - away - height, anchor: 'middle' }),
  ({ x, y }, away) => ({ x: x + away * 0.7, top: y + away * 0.6, anchor: 'start' }),
  ({ x, y }, away) => ({ x: x - away * 0.7, top: y + away * 0.6, anchor: 'end' }),
  ({ x, y, height }, away) => ({
    x: x + away * 0.7,
    top: y - away * 0.6 - height,
    anchor: 'start',
  }),
  ({ x, y, height }, away) => ({ x: x - away * 0.7, top: y - away * 0.6 - height, anchor: 'end' }),
]

function candidatesOf(label: Wanted) {
  return sides.map((side) => {
    const placed = side(label, label.radius + gapPx)
    return { placed, box: boxOf(placed, label.width, label.height) }
  })
}

const lefts: Record<Placed['anchor'], (x: number, width: number) => number> = {
  start: (x) => x,
  middle: (x, width) => x - width / 2,
  end: (x, width) => x - width,
}

export function boxOf({ x, top, anchor }: Placed, width: number, height: number): Box {
  const left = lefts[anchor](x, width)
  return { left, top, right: left + width, bottom: top + height }
}
