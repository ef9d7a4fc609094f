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
  const placed = new Map<string, Placed>()
  for (const label of wanted) {
    const candidates = candidatesOf(label)
    const free = candidates.find(
      ({ box }) => within(box, bounds) && !taken.some((other) => overlap(box, other)),
    )
    const chosen = free ?? (label.forced ? leastSpoiling(candidates, taken, bounds) : undefined)
    if (chosen === undefined) continue
    taken.push(chosen.box)
    placed.set(label.key, chosen.placed)
  }
  return placed
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

function candidatesOf({ x, y, radius, width, height }: Wanted) {
  const away = radius + gapPx
  const options: readonly Placed[] = [
    { x, top: y + away, anchor: 'middle' },
    { x: x + away, top: y - height / 2, anchor: 'start' },
    { x: x - away, top: y - height / 2, anchor: 'end' },
    { x, top: y - away - height, anchor: 'middle' },
    { x: x + away * 0.7, top: y + away * 0.6, anchor: 'start' },
    { x: x - away * 0.7, top: y + away * 0.6, anchor: 'end' },
    { x: x + away * 0.7, top: y - away * 0.6 - height, anchor: 'start' },
    { x: x - away * 0.7, top: y - away * 0.6 - height, anchor: 'end' },
  ]
  return options.map((placed) => ({ placed, box: boxOf(placed, width, height) }))
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
