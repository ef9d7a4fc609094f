import { compareText } from '../domain/canonical.ts'
import { type Chain, findChains } from './chains.ts'
import { at, line, round } from './geometry.ts'
import { statusAt } from './lane-rows.ts'
import { legendShapes } from './legend.ts'
import { linkId, membersOf, type RingPicture } from './ring-picture.ts'
import type { Picture, Shape, ShapeStyle } from './shape.ts'
import { datesOf, type TimeScale, timeScale } from './time-scale.ts'
import type { Words } from './words.ts'

/** What happened in one month, `2026-03`, of the whole store. */
export interface MonthCounts {
  readonly month: string
  readonly opened: number
  readonly closed: number
  readonly cameBack: number
}

export interface TimelineOptions {
  readonly width: number
  /** ISO date of the cursor. */
  readonly asOf: string
  /** ISO date at which the axis ends. */
  readonly until: string
  readonly words: Words
  /** Whether the histogram is named at its left; it is when absent. */
  readonly label?: boolean
  /** Whether the picture for print has its legend; it has when absent. */
  readonly legend?: boolean
  /** Further dates that the axis reaches, so that it stays when other months are counted. */
  readonly span?: readonly string[]
}

/** A lane with the shops that selecting it selects. */
export interface TimelineLane {
  readonly label: string
  readonly shops: readonly string[]
  readonly y: number
}

export interface TimelineView {
  readonly picture: Picture
  /** `undefined` where nothing has a date. */
  readonly scale: TimeScale | undefined
  readonly lanes: readonly TimelineLane[]
  /** Where the cursor runs, in pixels. */
  readonly track: { readonly left: number; readonly right: number; readonly bottom: number }
}

const histogram = { top: 6, bottom: 58 }
/** Chains beyond this are left out, and a note says so. */
const mostLanes = 4
/** The lanes share this height, so that the strip keeps its own whatever ring is open. */
const lanesPx = 54
const lanePx = 18

/** The histogram and the lanes as one picture, for print and packages: with a legend, and the cursor drawn in. */
export function timelinePicture(
  picture: RingPicture,
  months: readonly MonthCounts[],
  options: TimelineOptions,
): Picture {
  const { picture: base, scale, track } = timelineOf(picture, months, options)
  const x = scale?.x(options.asOf) ?? track.right
  const cursor: Shape = {
    shape: 'path',
    style: 'now',
    d: line({ x, y: 0 }, { x, y: track.bottom + 4 }),
  }
  if (options.legend === false) return { ...base, shapes: [...base.shapes, cursor] }
  const legend = legendShapes(['opened', 'closed', 'cameBack'], {
    x: track.left,
    y: base.height + 12,
    right: track.right,
    words: options.words,
  })
  return { ...base, height: base.height + 28, shapes: [...base.shapes, cursor, ...legend] }
}

/** Openings, closures and returns by month, under them one lane a chain with the lives of its shops. */
export function timelineOf(
  picture: RingPicture,
  months: readonly MonthCounts[],
  options: TimelineOptions,
): TimelineView {
  const { width, words, asOf, until } = options
  const chains = findChains(membersOf(picture), picture.links)
  const shown = chains.slice(0, mostLanes)
  const dates = [
    ...months.map(({ month }) => `${month}-01`),
    ...(options.span ?? []),
    ...datesOf(membersOf(picture)),
    until,
  ].toSorted(compareText)
  const pitch = Math.min(lanePx, lanesPx / Math.max(1, shown.length))
  const bottom = histogram.bottom + 8 + lanesPx
  const track = { left: 66, right: width - 12, bottom }
  const scale = timeScale(dates, track)
  const lanes = shown.map((chain, index) => ({
    label: chain.letter === '' ? words.others : words.chain(chain.letter),
    shops: chain.shops.map(({ key }) => key),
    y: round(histogram.bottom + 16 + index * pitch),
  }))
  const left = chains.slice(mostLanes).reduce((sum, { shops }) => sum + shops.length, 0)
  return {
    scale,
    lanes,
    track,
    picture: {
      title: words.timelineTitle(picture.ring?.name ?? words.untitled),
      date: words.asOf(asOf),
      width,
      height: bottom + 22,
      notes: left === 0 ? [] : [words.leftOut.shops(left)],
      shapes:
        scale === undefined
          ? [text(track.left, 30, words.noDates)]
          : [
              ...axis(scale, track),
              ...bars(months, scale),
              ...(options.label === false ? [] : [text(4, 36, words.events)]),
              ...shown.flatMap((chain, index) => lane(chain, lanes[index], { scale, asOf, until })),
            ],
    },
  }
}

function axis(scale: TimeScale, { left, right, bottom }: TimelineView['track']): readonly Shape[] {
  const rule = (y: number): Shape => ({
    shape: 'path',
    style: 'axis',
    d: line({ x: left, y }, { x: right, y }),
  })
  return [
    rule(histogram.bottom + 0.5),
    rule(bottom + 0.5),
    ...scale.ticks.flatMap(({ x, label }): Shape[] =>
      label === undefined
        ? []
        : [
            { shape: 'path', style: 'tick', d: line({ x, y: bottom }, { x, y: bottom + 18 }) },
            ...(x < right - 30 ? [text(round(x + 4), bottom + 15, label)] : []),
          ],
    ),
  ]
}

function text(x: number, y: number, content: string): Shape {
  return { shape: 'text', style: 'axis', x, y, text: content, anchor: 'start' }
}

const series = [
  ['opened', 'month-opened'],
  ['closed', 'month-closed'],
  ['cameBack', 'month-came-back'],
] as const

function bars(months: readonly MonthCounts[], scale: TimeScale): readonly Shape[] {
  const most = Math.max(1, ...months.flatMap(({ opened, closed }) => [opened, closed]))
  const high = histogram.bottom - histogram.top
  return months.flatMap((month) => {
    const from = scale.x(`${month.month}-01`)
    const width = Math.min(4, Math.max(1, (scale.x(nextMonth(month.month)) - from - 2) / 3))
    return series.flatMap(([count, style], index): Shape[] => {
      const height = round((month[count] / most) * high)
      if (height === 0) return []
      const x = round(from + 1 + index * width)
      return [
        {
          shape: 'rect',
          style,
          x,
          y: round(histogram.bottom - height),
          width: round(width),
          height,
          radius: 0,
        },
      ]
    })
  })
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

interface LaneSetting {
  readonly scale: TimeScale
  readonly asOf: string
  readonly until: string
}

function lane(
  chain: Chain,
  placed: TimelineLane | undefined,
  setting: LaneSetting,
): readonly Shape[] {
  if (placed === undefined) return []
  const { y, label } = placed
  return [
    text(4, y + 4, label),
    ...chain.shops.flatMap((shop) => lifeBars(shop, y, setting)),
    ...chain.steps.flatMap((step): Shape[] => {
      const { gap } = step.ledger
      if (gap === undefined) return []
      const [from, to] = [setting.scale.x(gap.closed), setting.scale.x(gap.opened)]
      const top = { x: (from + to) / 2, y: y - 12 }
      const d = `M${at({ x: from, y: y - 5 })}Q${at(top)} ${at({ x: to, y: y - 5 })}`
      const subject = { of: 'link', id: linkId(step) } as const
      return [
        {
          shape: 'path',
          style: 'came-back',
          weight: 1.4,
          d,
          subject,
          ghost: setting.asOf < gap.opened,
        },
      ]
    }),
  ]
}

function lifeBars(
  shop: Chain['shops'][number],
  y: number,
  { scale, asOf, until }: LaneSetting,
): readonly Shape[] {
  const subject = { of: 'node', id: shop.key } as const
  return shop.lives.flatMap(({ from, to }): Shape[] => {
    if (from === undefined && to === undefined) return []
    const start = scale.x(from ?? '0001-01-01')
    const end = scale.x(to ?? until)
    const style: ShapeStyle =
      to === undefined && statusAt(shop, until) === 'open' ? 'life-open' : 'life-closed'
    const ghost = from !== undefined && asOf < from
    const bar: Shape = {
      shape: 'rect',
      style,
      x: round(start),
      y: y - 4,
      width: round(Math.max(2, end - start)),
      height: 8,
      radius: 2,
      subject,
      ghost,
    }
    const cross: Shape = {
      shape: 'path',
      style: 'closed-cross',
      d: `M${at({ x: end - 3, y: y - 3 })}l6 6m0 -6l-6 6`,
      subject,
      ghost: to !== undefined && asOf < to,
    }
    return to === undefined ? [bar] : [bar, cross]
  })
}
