import { at, round } from './geometry.ts'
import type { Plan } from './lane-ground.ts'
import type { Mark } from './lane-marks.ts'
import type { Row, Span } from './lane-rows.ts'
import type { Shape, ShapeStyle } from './shape.ts'

/** Lifespans with how each ended, the marks on them, and the shop's own node where it opened. */
export function lifeShapes(plan: Plan, marks: readonly Mark[]): readonly Shape[] {
  return plan.rows.flatMap((row) => [
    ...row.spans.map((span) => bar(span, row, plan)),
    ...marks.filter((mark) => mark.row === row).map(markShape),
    nodeOf(row, plan),
    ...row.spans.flatMap((span) => ending(span, row, plan)),
  ])
}

function bar(span: Span, row: Row, { frame }: Plan): Shape {
  const height = Math.min(14, round(frame.pitch * 0.55))
  return {
    shape: 'rect',
    style: styleOf(span),
    x: round(span.from),
    y: round(row.y - height / 2),
    width: round(Math.max(span.to - span.from, 2)),
    height,
    radius: 3,
    subject: { of: 'node', id: row.shop.key },
    ghost: row.ghost,
  }
}

function styleOf({ state, dated }: Span): ShapeStyle {
  if (state === 'ahead') return 'life-ghost'
  if (!dated) return 'life-undated'
  return state === 'open' ? 'life-open' : 'life-closed'
}

function nodeOf(row: Row, { frame }: Plan): Shape {
  return {
    shape: 'node',
    subject: { of: 'node', id: row.shop.key },
    kind: 'Shop',
    icon: 'shop',
    status: row.status,
    generic: false,
    x: round(row.x),
    y: round(row.y),
    radius: round(frame.radius),
    ghost: row.ghost,
  }
}

/** A red cross where a shop was closed for counterfeit or for a reason nobody gave, a grey dash where it ended otherwise. */
function ending(span: Span, row: Row, { frame, options }: Plan): readonly Shape[] {
  if (span.state !== 'closed') return []
  const center = { x: round(span.to), y: round(row.y) }
  const radius = round(Math.min(6.5, frame.pitch * 0.3))
  const arm = round(radius * 0.4)
  const hint = options.words.ended(span.ended, span.endedOn ?? '')
  const subject = { of: 'node', id: row.shop.key } as const
  const closed = isClosure(span)
  const mark = closed
    ? `M${at({ x: center.x - arm, y: center.y - arm })}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`
    : `M${at({ x: center.x - arm, y: center.y })}h${2 * arm}`
  return [
    { shape: 'circle', style: closed ? 'closed' : 'ended', ...center, radius, subject, hint },
    { shape: 'path', style: closed ? 'closed-cross' : 'ended-dash', d: mark, subject, hint },
  ]
}

export function isClosure({ ended }: Pick<Span, 'ended'>): boolean {
  return ended === 'counterfeit' || ended === 'unknown'
}

function markShape({ x, row, style, hint, ghost }: Mark): Shape {
  const d =
    style === 'complaint'
      ? `M${at({ x, y: row.y - 4.5 })}l4 7.5h-8z`
      : `M${at({ x, y: row.y - 4.5 })}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`
  return { shape: 'path', style, d, hint, ghost, subject: { of: 'node', id: row.shop.key } }
}

/** What the legend of endings is about. */
export function endingsOf(rows: readonly Row[]): { closed: boolean; otherwise: boolean } {
  const ended = rows.flatMap(({ spans }) => spans).filter(({ state }) => state === 'closed')
  return { closed: ended.some(isClosure), otherwise: ended.some((span) => !isClosure(span)) }
}
