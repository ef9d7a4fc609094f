import { line, type Point, round, roundedPolygon } from './geometry.ts'
import type { Columns } from './lane-columns.ts'
import type { Band, Frame, LanesOptions } from './lane-frame.ts'
import type { Row } from './lane-rows.ts'
import type { RingPicture } from './ring-picture.ts'
import type { Shape } from './shape.ts'
import { textWidth } from './text-width.ts'
import type { TimeScale } from './time-scale.ts'

/** Everything that the parts of a lanes picture are drawn from. */
export interface Plan {
  readonly picture: RingPicture
  readonly frame: Frame
  readonly bands: readonly Band[]
  readonly rows: readonly Row[]
  readonly columns: Columns
  readonly scale: TimeScale | undefined
  readonly options: LanesOptions
}

/** What lies under the rows: the hull, the time axis, the headings of the columns and chains. */
export function groundShapes(plan: Plan): readonly Shape[] {
  return [...hull(plan), ...axis(plan), ...headings(plan)]
}

/** The cursor of the as-of date, over the rows. */
export function cursorShapes({ scale, options, columns }: Plan): readonly Shape[] {
  if (scale === undefined) return []
  const x = scale.x(options.asOf)
  const hint = options.words.asOf(options.asOf)
  return [
    { shape: 'path', style: 'now', d: line({ x, y: 30 }, { x, y: columns.bottom + 6 }), hint },
    { shape: 'path', style: 'now-head', d: `M${round(x - 4)} 30h8l-4 5z`, hint },
  ]
}

function hull({ picture, frame, bands, columns }: Plan): readonly Shape[] {
  if (picture.ring === undefined) return []
  const { left, right, top } = frame.hull
  const cut = frame.rightNode - 20
  const topRight: Point[] =
    columns.notch.right === 0
      ? [{ x: right, y: top }]
      : [
          { x: cut, y: top },
          { x: cut, y: top + columns.notch.right },
          { x: right, y: top + columns.notch.right },
        ]
  const gaps = bands.flatMap(({ join, top: bandTop }): Point[] => {
    if (join === undefined) return []
    const inner = frame.track.left - 22
    return [
      { x: right, y: bandTop - 48 },
      { x: inner, y: bandTop - 48 },
      { x: inner, y: bandTop },
      { x: right, y: bandTop },
    ]
  })
  const { bottom } = columns
  const inner = frame.track.left - 22
  const bottomLeft: Point[] =
    columns.notch.left === 0
      ? [{ x: left, y: bottom }]
      : [
          { x: inner, y: bottom },
          { x: inner, y: bottom - columns.notch.left },
          { x: left, y: bottom - columns.notch.left },
        ]
  const corners = [
    { x: left, y: top },
    ...topRight,
    ...gaps,
    { x: right, y: bottom },
    ...bottomLeft,
  ]
  return [{ shape: 'path', style: 'hull', d: roundedPolygon(corners, 14) }]
}

function axis({ frame, scale, columns, options }: Plan): readonly Shape[] {
  const { left, right } = frame.track
  if (scale === undefined)
    return [
      {
        shape: 'text',
        style: 'axis',
        x: left,
        y: 24,
        text: options.words.noDates,
        anchor: 'start',
      },
    ]
  return [
    ...scale.ticks.flatMap(({ x, label }): Shape[] =>
      label === undefined
        ? [{ shape: 'path', style: 'tick', d: line({ x, y: 26 }, { x, y: 30 }) }]
        : [
            { shape: 'path', style: 'year', d: line({ x, y: 28 }, { x, y: columns.bottom + 6 }) },
            ...(x + textWidth(label, 11) < right + 30
              ? [
                  {
                    shape: 'text',
                    style: 'axis',
                    x: round(x + 4),
                    y: 24,
                    text: label,
                    anchor: 'start',
                  } as const,
                ]
              : []),
          ],
    ),
    { shape: 'path', style: 'axis', d: line({ x: left, y: 30 }, { x: right + 6, y: 30 }) },
  ]
}

function headings({ picture, frame, options, columns }: Plan): readonly Shape[] {
  const { words } = options
  const sides = new Set(columns.items.map(({ side }) => side))
  return [
    ...(sides.has('left') ? [heading(frame.hull.left + 4, words.left, 'start')] : []),
    ...(sides.has('right') ? [heading(frame.width - 4, words.right, 'end')] : []),
    ...(picture.ring === undefined
      ? []
      : ringName(words.ringName(picture.ring.name, picture.ring.rank), frame)),
  ]
}

function heading(x: number, text: string, anchor: 'start' | 'end'): Shape {
  return { shape: 'text', style: 'axis', x, y: 24, text, anchor }
}

function ringName(text: string, frame: Frame): readonly Shape[] {
  const x = frame.hull.left + 14
  const width = round(textWidth(text, 11) + 20)
  return [
    { shape: 'rect', style: 'ring-name', x, y: 43, width, height: 18, radius: 3 },
    { shape: 'text', style: 'ring-name', x: round(x + width / 2), y: 56, text, anchor: 'middle' },
  ]
}
