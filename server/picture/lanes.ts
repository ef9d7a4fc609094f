import type { Link } from '../domain/link.ts'
import { type Chain, findChains } from './chains.ts'
import { arcShapes, inlineTagWidth } from './lane-arcs.ts'
import { columnsOf, sidesOf } from './lane-columns.ts'
import { edgeShapes } from './lane-edges.ts'
import { bandsOf, frameOf, type LanesOptions } from './lane-frame.ts'
import { cursorShapes, groundShapes, type Plan } from './lane-ground.ts'
import { headingShapes } from './lane-headings.ts'
import { holdShapes } from './lane-holds.ts'
import { labelShapes } from './lane-labels.ts'
import { endingsOf, lifeShapes } from './lane-lives.ts'
import { type Mark, marksOf } from './lane-marks.ts'
import { rowsOf } from './lane-rows.ts'
import { legendShapes } from './legend.ts'
import { onlyJoins } from './only-join.ts'
import { membersOf, type RingPicture } from './ring-picture.ts'
import type { Picture } from './shape.ts'
import { datesOf, timeScale } from './time-scale.ts'
import { withoutPlace } from './without-place.ts'
import type { LegendKey } from './words.ts'

/** Rows beyond this are left out, and the picture says how many. */
const mostRows = 60

/**
 * Succession lanes: time runs to the right, every shop of a chain has a row, and red arcs lead from where one was closed to
 * where it came back. What the shops are registered to and paid into stands left, where their goods come from right.
 */
export function lanesPicture(picture: RingPicture, options: LanesOptions): Picture {
  const { plan, marks, omitted } = planOf(picture, options)
  const { words } = options
  const notes = notesOf(plan, omitted)
  const { bottom } = plan.columns
  const height = Math.max(options.height, bottom + plan.frame.foot)
  const title = words.lanesTitle(picture.ring?.name ?? words.untitled)
  const x = plan.frame.hull.left + 4
  return {
    title,
    date: words.asOf(options.asOf),
    width: options.width,
    height,
    notes,
    shapes: [
      ...groundShapes(plan),
      ...edgeShapes(plan),
      ...cursorShapes(plan),
      ...lifeShapes(plan, marks),
      ...holdShapes(plan),
      ...arcShapes(plan),
      ...headingShapes(plan),
      ...labelShapes(plan),
      ...(notes.length === 0
        ? []
        : [
            {
              shape: 'text',
              style: 'note',
              x,
              y: bottom + 20,
              text: notes.join(' '),
              anchor: 'start',
            } as const,
          ]),
      ...(options.legend !== false
        ? legendShapes(legendOf(plan, marks), {
            x,
            y: height - 28,
            right: options.width - 8,
            words,
          })
        : []),
    ],
  }
}

function planOf(picture: RingPicture, options: LanesOptions) {
  const shops = membersOf(picture)
  const { chains, omitted } = cut(findChains(shops, picture.links))
  const joins = onlyJoins(chains, picture)
  const keys = new Set(chains.flatMap((chain) => chain.shops.map(({ key }) => key)))
  const frame = frameOf(chains, joins, { ...options, sides: sidesOf(picture, keys, joins) })
  const bands = bandsOf(chains, joins, frame)
  const scale = timeScale([...datesOf(shops), options.until], frame.track)
  const stepInto = new Map(chains.flatMap(({ steps }) => steps.map((step) => [step.to, step])))
  const tagWidth = (key: string) =>
    frame.roomy ? 0 : inlineTagWidth(stepInto.get(key), options.words)
  const rows = rowsOf(bands, frame, scale, { ...options, tagWidth })
  const columns = columnsOf(picture, rows, bands, frame)
  const plan: Plan = { picture, frame, bands, rows, columns, scale, options }
  return { plan, omitted, marks: marksOf(picture.events, rows, scale, options) }
}

function cut(chains: readonly Chain[]): { chains: readonly Chain[]; omitted: number } {
  const total = chains.reduce((sum, { shops }) => sum + shops.length, 0)
  let room = mostRows
  const kept = chains.flatMap((chain) => {
    const shops = chain.shops.slice(0, room)
    room -= shops.length
    return shops.length === 0 ? [] : [{ ...chain, shops }]
  })
  return { chains: kept, omitted: Math.max(0, total - mostRows) }
}

function notesOf(
  { picture, columns, bands, rows, options, scale }: Plan,
  omitted: number,
): readonly string[] {
  const { leftOut } = options.words
  const drawn = new Set<Link>(bands.flatMap(({ chain }) => chain.steps))
  const shown = new Set(rows.map(({ shop }) => shop.key))
  const further = picture.links.filter(
    (link) => !drawn.has(link) && shown.has(link.from) && shown.has(link.to),
  ).length
  const undated = rows.filter(({ spans }) => spans.length === 0).length
  const counts = [
    ['shops', omitted],
    [
      'values',
      withoutPlace(picture, new Set([...shown, ...columns.items.map(({ node }) => node.key)])).size,
    ],
    ['contacts', columns.contacts],
    ['links', further],
    ['undated', scale === undefined ? 0 : undated],
  ] as const
  return counts.filter(([, count]) => 0 < count).map(([key, count]) => leftOut[key](count))
}

function legendOf({ rows, columns, bands }: Plan, marks: readonly Mark[]): readonly LegendKey[] {
  const endings = endingsOf(rows)
  const has: Partial<Record<LegendKey, boolean>> = {
    open: rows.some(({ spans }) => spans.some(({ state }) => state === 'open')),
    closed: endings.closed,
    ended: endings.otherwise,
    cameBack: bands.some(({ chain }) => 0 < chain.steps.length),
    onlyJoin: bands.some(({ join }) => join !== undefined),
    shared: columns.items.some(({ generic }) => generic),
    testBuy: marks.some(({ style }) => style !== 'complaint'),
    complaint: marks.some(({ style }) => style === 'complaint'),
  }
  return (Object.keys(has) as LegendKey[]).filter((key) => has[key] === true)
}
