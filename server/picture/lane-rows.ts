import type { BareNode } from '../domain/graph.ts'
import { isOverBy, type LifeEnded } from '../domain/life.ts'
import { type Chain, openedOn } from './chains.ts'
import type { Band, Frame } from './lane-frame.ts'
import { type Label, labelOf } from './names.ts'
import type { NodeStatus } from './shape.ts'
import { fitText, textWidth } from './text-width.ts'
import type { TimeScale } from './time-scale.ts'
import type { Words } from './words.ts'

/** One life as it stands at the as-of date, in pixels. */
export interface Span {
  readonly state: 'open' | 'closed' | 'ahead'
  readonly from: number
  readonly to: number
  /** False where no source says when it began. */
  readonly dated: boolean
  readonly ended: LifeEnded | 'unknown'
  readonly endedOn: string | undefined
}

export interface Row {
  readonly shop: BareNode
  readonly chain: Chain
  readonly y: number
  /** Center of the shop's node. */
  readonly x: number
  /** Right end of its last life, whatever the as-of date. */
  readonly end: number
  readonly spans: readonly Span[]
  readonly status: NodeStatus
  /** The shop did not yet exist at the as-of date. */
  readonly ghost: boolean
  readonly label: Label & { readonly side: 'left' | 'right'; readonly x: number }
  /** What the row's text and marks take, so that lines stop before them. */
  readonly extent: { readonly left: number; readonly right: number }
}

export interface RowOptions {
  readonly asOf: string
  readonly until: string
  readonly words: Words
  /** Width in pixels of the tag before a node, by shop key; only where tags stand in the row. */
  readonly tagWidth: (key: string) => number
}

export function rowsOf(
  bands: readonly Band[],
  frame: Frame,
  scale: TimeScale | undefined,
  options: RowOptions,
): readonly Row[] {
  return bands.flatMap(({ chain, first }) =>
    chain.shops.map((shop, index) =>
      rowOf(shop, chain, { y: first + index * frame.pitch, frame, scale, options }),
    ),
  )
}

interface Setting {
  readonly y: number
  readonly frame: Frame
  readonly scale: TimeScale | undefined
  readonly options: RowOptions
}

function rowOf(shop: BareNode, chain: Chain, setting: Setting): Row {
  const { y, frame, scale, options } = setting
  const opened = openedOn(shop)
  const x = opened === undefined || scale === undefined ? frame.track.left + 12 : scale.x(opened)
  const spans =
    scale === undefined ? [] : shop.lives.flatMap((life) => spanOf(life, scale, setting))
  const end = Math.max(x, ...spans.map(({ to }) => to))
  const label = place(labelOf(shop, options.words), {
    x,
    end,
    frame,
    tag: options.tagWidth(shop.key),
  })
  return {
    shop,
    chain,
    y,
    x,
    end,
    spans,
    status: statusAt(shop, options.asOf),
    ghost: opened !== undefined && options.asOf < opened,
    ...label,
  }
}

/** Open, closed, or unknown at a date. */
export function statusAt({ lives, kind }: BareNode, asOf: string): NodeStatus {
  if (kind !== 'Shop') return 'none'
  const begun = lives.filter(({ from }) => from === undefined || from <= asOf)
  return begun.length === 0 || begun.some((life) => !isOverBy(life, asOf)) ? 'open' : 'closed'
}

function spanOf(life: BareNode['lives'][number], scale: TimeScale, setting: Setting): Span[] {
  const { asOf, until } = setting.options
  if (life.from === undefined && life.to === undefined) return []
  const from = life.from === undefined ? setting.frame.track.left : scale.x(life.from)
  const common = {
    dated: life.from !== undefined,
    ended: life.ended ?? 'unknown',
    endedOn: life.to,
  } as const
  const to = scale.x(life.to ?? until)
  if (life.from !== undefined && asOf < life.from) return [{ ...common, state: 'ahead', from, to }]
  if (life.to !== undefined && life.to <= asOf) return [{ ...common, state: 'closed', from, to }]
  const now = Math.min(to, scale.x(asOf))
  const open: Span = { ...common, state: 'open', from, to: now }
  return now < to ? [open, { ...common, state: 'ahead', from: now, to }] : [open]
}

const gapPx = { afterEnd: 14, beforeNode: 7 }
/** A name cut to less than this says nothing; it stands on the bar instead. */
const leastNamePx = 72

function place(
  label: Label,
  { x, end, frame, tag }: { x: number; end: number; frame: Frame; tag: number },
): Pick<Row, 'label' | 'extent'> {
  const whole = frame.roomy ? label : { name: label.name, detail: '' }
  const right = end + gapPx.afterEnd
  const left = x - frame.radius - gapPx.beforeNode - tag
  const room = { right: frame.track.right + 8 - right, left: left - frame.track.left }
  const width = widthOf(whole)
  const side = width <= room.right || room.left <= room.right ? 'right' : 'left'
  const before = x - frame.radius - 2 - tag
  if (room[side] < Math.min(width, leastNamePx) && room[side] < end - x) {
    const on = x + frame.radius + 6
    const name = fitText(whole.name, 12.5, end - on)
    return {
      label: { name, detail: '', side: 'right', x: on },
      extent: { left: before, right: end + 8 },
    }
  }
  const fitted = {
    name: fitText(whole.name, 12.5, Math.max(room[side], 24)),
    detail: fitText(whole.detail, 11, Math.max(room[side], 24)),
  }
  const used = widthOf(fitted)
  return {
    label: { ...fitted, side, x: side === 'right' ? right : left },
    extent:
      side === 'right'
        ? { left: before, right: right + used + 6 }
        : { left: left - used - 6, right: end + 8 },
  }
}

function widthOf({ name, detail }: Label): number {
  return Math.max(textWidth(name, 12.5), textWidth(detail, 11))
}
