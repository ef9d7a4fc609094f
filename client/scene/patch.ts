import type { BareEdge, BareNode, SourceRecord } from '../../server/contract/graph.ts'
import type { Attribution, Link, Ring } from '../../server/contract/ring.ts'
import type { Layout, Scene } from './scene.ts'

/** What the user sees and can take back: the scene and how it is laid out. */
export interface View {
  readonly scene: Scene
  readonly layout: Layout
}

/** What a map loses and gains. A key on both sides changes its value and keeps its place. */
export interface MapChange<T> {
  readonly minus: ReadonlyMap<string, T>
  readonly plus: ReadonlyMap<string, T>
}

/** What a single value was and becomes. */
export interface Change<T> {
  readonly was: T
  readonly is: T
}

/** A change of a view that holds its own inverse: both what it takes away and what it brings. */
export interface Patch {
  readonly nodes?: MapChange<BareNode>
  readonly edges?: MapChange<BareEdge>
  readonly links?: MapChange<Link>
  readonly holders?: MapChange<number>
  readonly pinned?: MapChange<{ readonly x: number; readonly y: number }>
  readonly generic?: MapChange<true>
  readonly hidden?: MapChange<true>
  readonly ring?: Change<Ring | undefined>
  readonly attributions?: Change<readonly Attribution[]>
  readonly events?: Change<readonly SourceRecord[]>
  readonly layout?: Change<Layout>
}

/** The view after the patch; the view it was given stays as it is. */
export function applyPatch(view: View, patch: Patch): View {
  const { scene } = view
  return {
    layout: changed(view.layout, patch.layout),
    scene: {
      ring: changed(scene.ring, patch.ring),
      nodes: changedMap(scene.nodes, patch.nodes),
      edges: changedMap(scene.edges, patch.edges),
      links: changedMap(scene.links, patch.links),
      holders: changedMap(scene.holders, patch.holders),
      pinned: changedMap(scene.pinned, patch.pinned),
      generic: changedSet(scene.generic, patch.generic),
      hidden: changedSet(scene.hidden, patch.hidden),
      attributions: changed(scene.attributions, patch.attributions),
      events: changed(scene.events, patch.events),
    },
  }
}

/** The patch that takes this one back. */
export function inverse(patch: Patch): Patch {
  const turned = Object.entries(patch).map(([part, change]) => [part, turn(change)])
  return Object.fromEntries(turned) as Patch
}

/** The smallest patch that leads from one view to the other; parts that are equal are left out. */
export function patchBetween(before: View, after: View): Patch {
  const [a, b] = [before.scene, after.scene]
  const parts = {
    nodes: mapBetween(a.nodes, b.nodes),
    edges: mapBetween(a.edges, b.edges),
    links: mapBetween(a.links, b.links),
    holders: mapBetween(a.holders, b.holders),
    pinned: mapBetween(a.pinned, b.pinned),
    generic: mapBetween(marks(a.generic), marks(b.generic)),
    hidden: mapBetween(marks(a.hidden), marks(b.hidden)),
    ring: valueBetween(a.ring, b.ring),
    attributions: valueBetween(a.attributions, b.attributions),
    events: valueBetween(a.events, b.events),
    layout: valueBetween(before.layout, after.layout),
  }
  return Object.fromEntries(
    Object.entries(parts).filter(([, change]) => change !== undefined),
  ) as Patch
}

/** Nodes that a patch brings, less those it takes away. */
export function nodesGained({ nodes }: Patch): number {
  return nodes === undefined ? 0 : nodes.plus.size - nodes.minus.size
}

function changed<T>(value: T, change: Change<T> | undefined): T {
  return change === undefined ? value : change.is
}

function changedMap<T>(
  map: ReadonlyMap<string, T>,
  change: MapChange<T> | undefined,
): ReadonlyMap<string, T> {
  if (change === undefined) return map
  const next = new Map(map)
  for (const key of change.minus.keys()) if (!change.plus.has(key)) next.delete(key)
  for (const [key, value] of change.plus) next.set(key, value)
  return next
}

function changedSet(
  set: ReadonlySet<string>,
  change: MapChange<true> | undefined,
): ReadonlySet<string> {
  return change === undefined ? set : new Set(changedMap(marks(set), change).keys())
}

function turn(change: Change<unknown> | MapChange<unknown>): Change<unknown> | MapChange<unknown> {
  return 'was' in change
    ? { was: change.is, is: change.was }
    : { minus: change.plus, plus: change.minus }
}

function valueBetween<T>(was: T, is: T): Change<T> | undefined {
  return was === is ? undefined : { was, is }
}

function mapBetween<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): MapChange<T> | undefined {
  if (before === after) return undefined
  const minus = new Map([...before].filter(([key, value]) => after.get(key) !== value))
  const plus = new Map([...after].filter(([key, value]) => before.get(key) !== value))
  return minus.size === 0 && plus.size === 0 ? undefined : { minus, plus }
}

function marks(set: ReadonlySet<string>): ReadonlyMap<string, true> {
  return new Map([...set].map((key) => [key, true]))
}
