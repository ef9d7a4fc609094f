import type { BareEdge, BareNode } from '../../server/contract/graph.ts'
import type { Link } from '../../server/contract/ring.ts'
import type { Scene } from './scene.ts'

/** A stretch of time, both days within it: what lies outside steps back in every view. */
export interface TimeWindow {
  readonly from: string
  readonly to: string
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Reads `2024-01-01..2025-06-30`; undefined for anything else, and where the end is before the beginning. */
export function windowIn(text: string | null): TimeWindow | undefined {
  const [from = '', to = '', ...more] = text?.split('..') ?? []
  if (0 < more.length || !isoDay.test(from) || !isoDay.test(to) || to < from) return undefined
  return { from, to }
}

export function windowText({ from, to }: TimeWindow): string {
  return `${from}..${to}`
}

export function sameWindow(a: TimeWindow | undefined, b: TimeWindow | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to
}

const known = new WeakMap<Scene, { window: TimeWindow; outside: ReadonlySet<string> }>()
const nothing: ReadonlySet<string> = new Set()

/**
 * Keys and ids of what lies outside a window. A shop is in it with any day of its lives, a relation with any day on which it
 * was seen, "came back as" with any day from the closure to the return; another thing with anything that it is tied to. What
 * has no date at all is never outside.
 */
export function outsideOf(scene: Scene, window: TimeWindow | undefined): ReadonlySet<string> {
  if (window === undefined) return nothing
  const before = known.get(scene)
  if (before !== undefined && sameWindow(before.window, window)) return before.outside
  const outside = workedOut(scene, window)
  known.set(scene, { window, outside })
  return outside
}

function workedOut(scene: Scene, window: TimeWindow): ReadonlySet<string> {
  const things = [...scene.nodes.values()]
  const shops = new Set(
    things.flatMap((node) =>
      node.kind === 'Shop' && isShopOutside(node, window) ? [node.key] : [],
    ),
  )
  const isEdgeOut = (edge: BareEdge) =>
    shops.has(edge.from) || shops.has(edge.to) || isOutside(seenOf(edge), window)
  const edges = [...scene.edges].map(([id, edge]) => ({ id, edge, out: isEdgeOut(edge) }))
  const tied = new Set(edges.flatMap(({ edge }) => [edge.from, edge.to]))
  const within = new Set(edges.flatMap(({ edge, out }) => (out ? [] : [edge.from, edge.to])))
  const isThingOut = (node: BareNode) =>
    tied.has(node.key) ? !within.has(node.key) : isOutside(seenOf(node), window)
  return new Set([
    ...shops,
    ...edges.flatMap(({ id, out }) => (out ? [id] : [])),
    ...things.flatMap((node) => (node.kind !== 'Shop' && isThingOut(node) ? [node.key] : [])),
    ...[...scene.links].flatMap(([id, link]) => (isLinkOutside(link, window, shops) ? [id] : [])),
  ])
}

interface Stretch {
  readonly from: string | undefined
  readonly to: string | undefined
}

function isOutside({ from, to }: Stretch, window: TimeWindow): boolean {
  const endedBefore = to !== undefined && to < window.from
  const beganAfter = from !== undefined && window.to < from
  return endedBefore || beganAfter
}

function seenOf({ firstSeen, lastSeen }: Pick<BareEdge, 'firstSeen' | 'lastSeen'>): Stretch {
  return { from: firstSeen, to: lastSeen }
}

/** A life without an end goes on. */
function isShopOutside({ lives, firstSeen, lastSeen }: BareNode, window: TimeWindow): boolean {
  const dated = lives.filter(({ from, to }) => from !== undefined || to !== undefined)
  if (dated.length === 0) return isOutside({ from: firstSeen, to: lastSeen }, window)
  return dated.every(({ from, to }) => isOutside({ from, to }, window))
}

function isLinkOutside(
  { from, to, ledger }: Link,
  window: TimeWindow,
  outside: ReadonlySet<string>,
): boolean {
  const { gap } = ledger
  if (gap !== undefined) return isOutside({ from: gap.closed, to: gap.opened }, window)
  return outside.has(from) || outside.has(to)
}
