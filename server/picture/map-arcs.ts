import { at, type Point, round } from './geometry.ts'
import type { Mark } from './map-marks.ts'
import type { Traffic } from './map-traffic.ts'
import type { MapWords } from './map-words.ts'
import { type Box, overlap } from './placement.ts'
import type { PathShape, Shape, ShapeStyle } from './shape.ts'
import { textWidth } from './text-width.ts'

export interface ArcInput {
  readonly hops: readonly Traffic[]
  /** The mark that a site is drawn as; absent where it is outside the picture or nowhere. */
  readonly markOf: ReadonlyMap<string, Mark>
  readonly nameOf: (key: string) => string
  /** What so many strangers use that it tells nothing. */
  readonly isShared: (key: string) => boolean
  /** Lines that stand out: those of the selected factory, or of the first one. */
  readonly leads: ReadonlySet<string>
  /** Sites that step back, and their lines with them. */
  readonly faint: ReadonlySet<string>
  readonly text: MapWords
}

export interface Arcs {
  readonly shapes: readonly Shape[]
  /** The counts on the lines, where no name may stand. */
  readonly boxes: readonly Box[]
  readonly counts: readonly Shape[]
  readonly left: number
  readonly within: number
  readonly half: number
}

/** More lines than this hide each other; the weaker ones are counted instead. */
const arcsMax = 300
const widest = 7
const thinnest = 1.2

/** Width in pixels of a line for its parcels, against the strongest one. */
export function arcWidth(count: number, most: number): number {
  return round(thinnest + (widest - thinnest) * (most === 0 ? 0 : Math.min(count / most, 1)))
}

/** The lines from factories to where their parcels left, strongest drawn last, with their counts. */
export function arcsOf(input: ArcInput): Arcs {
  const { hops, markOf } = input
  const ends = hops.map((hop) => ({ hop, a: markOf.get(hop.from), b: markOf.get(hop.to) }))
  const whole = ends.flatMap(({ hop, a, b }) =>
    a === undefined || b === undefined ? [] : [{ hop, a, b }],
  )
  const apart = whole.filter(({ a, b }) => a !== b)
  const drawn = apart.slice(0, arcsMax)
  const most = Math.max(0, ...drawn.map(({ hop }) => hop.parcels))
  const counts: Shape[] = []
  const boxes: Box[] = []
  const paths = drawn.map(({ hop, a, b }) => {
    const curve = curveOf(a, b)
    const lead = input.leads.has(hop.from)
    if (0 < hop.parcels) addCount(hop, curve.middle, { lead, counts, boxes })
    return pathOf(hop, curve, { ...input, most, lead })
  })
  return {
    shapes: paths.toReversed(),
    counts,
    boxes,
    left: apart.length - drawn.length,
    within: whole.length - apart.length,
    half: ends.length - whole.length,
  }
}

function pathOf(
  hop: Traffic,
  curve: Curve,
  {
    most,
    lead,
    nameOf,
    isShared,
    faint,
    text,
  }: ArcInput & { readonly most: number; readonly lead: boolean },
): PathShape {
  const { from, to, parcels, bothEnds, stated } = hop
  const shared = isShared(from) || isShared(to)
  const what = 0 < parcels ? text.parcels(parcels) : text.records(stated)
  const seen = bothEnds === 0 ? text.oneEnd : text.bothEnds(bothEnds, parcels)
  const told = [what, shared ? text.shared : seen].join(' · ')
  return {
    shape: 'path',
    style: styleOf({ shared, lead, seen: 0 < bothEnds }),
    d: curve.d,
    weight: 0 < parcels ? arcWidth(parcels, most) : thinnest,
    hint: text.arc(nameOf(from), nameOf(to), told),
    ghost: faint.has(from) || faint.has(to),
  }
}

function styleOf({ shared, lead, seen }: Record<'shared' | 'lead' | 'seen', boolean>): ShapeStyle {
  if (shared) return 'flow-shared'
  if (lead) return seen ? 'flow-seen-lead' : 'flow-told-lead'
  return seen ? 'flow-seen' : 'flow-told'
}

interface Curve {
  readonly d: string
  readonly middle: Point
}

/** Bent to the left of the way, so that two lines between the same ends do not lie on each other; it ends at the marks. */
function curveOf(a: Mark, b: Mark): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const bend = { x: (a.x + b.x) / 2 + dy * 0.18, y: (a.y + b.y) / 2 - dx * 0.18 }
  const start = towards(a, bend, a.radius + 1)
  const end = towards(b, bend, b.radius + 2)
  return {
    d: `M${at(start)}Q${at(bend)} ${at(end)}`,
    middle: {
      x: round((start.x + 2 * bend.x + end.x) / 4),
      y: round((start.y + 2 * bend.y + end.y) / 4),
    },
  }
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  }
}

/** A count has its place only where no stronger line has its own; the line says it when pointed at. */
function addCount(
  { parcels }: Traffic,
  { x, y }: Point,
  { lead, counts, boxes }: { lead: boolean; counts: Shape[]; boxes: Box[] },
): void {
  const text = String(parcels)
  const width = round(textWidth(text, 11) + 12)
  const box = { left: x - width / 2, right: x + width / 2, top: y - 8, bottom: y + 8 }
  if (boxes.some((other) => overlap(box, other))) return
  boxes.push(box)
  counts.push(
    {
      shape: 'rect',
      style: lead ? 'count-lead' : 'count',
      x: round(box.left),
      y: round(box.top),
      width,
      height: 16,
      radius: 8,
    },
    { shape: 'text', style: 'count', x, y: round(y + 4), text, anchor: 'middle' },
  )
}
