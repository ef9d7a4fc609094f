import type { Link } from '../domain/link.ts'
import { at, round } from './geometry.ts'
import type { Frame } from './lane-frame.ts'
import type { Plan } from './lane-ground.ts'
import type { Row } from './lane-rows.ts'
import { probabilityText } from './probability.ts'
import { linkId } from './ring-picture.ts'
import type { Shape, Subject } from './shape.ts'
import { textWidth } from './text-width.ts'
import type { Words } from './words.ts'

/** "Came back as": from where a life ended to where the next began, with the probability and the gap in days. */
export function arcShapes(plan: Plan): readonly Shape[] {
  const rowOf = new Map(plan.rows.map((row) => [row.shop.key, row]))
  const chains = plan.bands.map(({ chain }) => chain)
  return chains.flatMap(({ steps }) =>
    steps.flatMap((link) => {
      const [from, to] = [rowOf.get(link.from), rowOf.get(link.to)]
      return from === undefined || to === undefined ? [] : arc(link, from, to, plan)
    }),
  )
}

/** The width in pixels that the tag of a step takes before the node it leads to, in rows too tight to hold it between them. */
export function inlineTagWidth(link: Link | undefined, words: Words): number {
  return link === undefined ? 0 : tagWidth(tagText(link, words)) + 4
}

function arc(link: Link, from: Row, to: Row, plan: Plan): readonly Shape[] {
  const { frame, options } = plan
  const subject: Subject = { of: 'link', id: linkId(link) }
  const ghost = to.ghost
  const start = { x: endOf(link, from, plan), y: from.y }
  const landing = { x: beginOf(link, to, plan), y: to.y }
  const { d, head } = frame.roomy ? wide(start, landing) : tight(start, landing, frame)
  const text = tagText(link, options.words)
  const width = tagWidth(text)
  const box = frame.roomy ? between(start, landing, width, frame) : inline(to, width, frame)
  const hint = options.words.cameBackLong(probabilityText(link.probability), link.gapDays)
  return [
    { shape: 'path', style: 'came-back', d, weight: weightOf(link), subject, ghost, hint },
    { shape: 'path', style: 'came-back-head', d: head, subject, ghost },
    { shape: 'rect', style: 'tag', ...box, width, radius: 3, subject, ghost, hint },
    {
      shape: 'text',
      style: 'tag',
      x: round(box.x + width / 2),
      y: round(box.y + box.height / 2 + 4),
      text,
      anchor: 'middle',
      subject,
      ghost,
    },
  ]
}

/** Surer is thicker: 1.5 px at 0.8, 3.7 px at 1. */
export function weightOf({ probability }: Link): number {
  return round(Math.max(1.2, 1.5 + (probability - 0.8) * 11))
}

/** Where the life ended that the link continues; the end of the shop when the link does not say. */
function endOf({ ledger }: Link, from: Row, { scale }: Plan): number {
  return ledger.gap === undefined || scale === undefined ? from.end : scale.x(ledger.gap.closed)
}

/** Where the life begins that continues the closed one: on the lane of a shop that is older than it, else where the lane begins. */
function beginOf({ ledger: { gap } }: Link, to: Row, { scale }: Plan): number {
  const isOlder = gap?.begunBy === 'handover' || gap?.begunBy === 'activity'
  return gap === undefined || scale === undefined || !isOlder
    ? to.x
    : Math.max(to.x, scale.x(gap.opened))
}

interface Point {
  readonly x: number
  readonly y: number
}

function wide(start: Point, to: Point) {
  const begin = { x: start.x + 2, y: start.y + 8 }
  const end = { x: to.x + 2, y: to.y - 14 }
  const first = { x: Math.max(begin.x, end.x - 24) + 13, y: begin.y + 10 }
  const second = { x: end.x + 11, y: end.y - 12 }
  return {
    d: `M${at(begin)}C${at(first)} ${at(second)} ${at(end)}`,
    head: `M${at({ x: to.x, y: to.y - 9 })}l1.5 -8l6.5 5z`,
  }
}

function tight(start: Point, to: Point, { radius, pitch }: Frame) {
  const begin = { x: start.x + 1, y: start.y + radius * 0.6 }
  const end = { x: to.x + 1, y: to.y - radius - 2 }
  const bulge = Math.min(9, pitch / 3)
  const first = { x: begin.x + bulge, y: begin.y + bulge / 2 }
  const second = { x: end.x + bulge, y: end.y - bulge / 2 }
  return {
    d: `M${at(begin)}C${at(first)} ${at(second)} ${at(end)}`,
    head: `M${at({ x: to.x, y: to.y - radius })}l0.5 -5l4.5 3z`,
  }
}

/** Over the row it leads to, left of the arc, or right of it where the columns' edges arrive. */
function between(start: Point, to: Point, width: number, frame: Frame) {
  const left = start.x - 2 - width
  const x = frame.track.left - 12 < left ? left : Math.max(start.x, to.x) + 22
  return { x: round(x), y: round(to.y - frame.pitch / 2 - 8), height: 16 }
}

function inline(to: Row, width: number, frame: Frame) {
  const height = Math.min(16, round(frame.pitch - 2))
  return { x: round(to.x - frame.radius - 4 - width), y: round(to.y - height / 2), height }
}

function tagText({ probability, gapDays }: Link, words: Words): string {
  return words.cameBack(probabilityText(probability), gapDays)
}

function tagWidth(text: string): number {
  return round(textWidth(text, 11) + 12)
}
