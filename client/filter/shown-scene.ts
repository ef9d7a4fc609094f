import type { BareNode } from '../../server/contract/graph.ts'
import type { Link } from '../../server/contract/ring.ts'
import { probabilityStep } from '../scene/format.ts'
import type { Scene } from '../scene/scene.ts'
import { thingFacets } from './facets.ts'
import { spanOf } from './facts.ts'
import { type FacetId, type Filter, filtersOn, offCode } from './filter.ts'

/** A scene as the filter leaves it, and what the filter alone took out of it. */
export interface ShownScene {
  readonly scene: Scene
  readonly things: number
  readonly links: number
}

let known: { of: Scene; filter: Filter; asOf: string; shown: ShownScene } | undefined

/** The scene less what the filter leaves out; the same arguments give the same value, so that nothing is drawn twice. */
export function shownScene(scene: Scene, filter: Filter, asOf: string): ShownScene {
  if (known?.of === scene && known.filter === filter && known.asOf === asOf) return known.shown
  const shown =
    filtersOn(filter) === 0 ? { scene, things: 0, links: 0 } : filtered(scene, filter, asOf)
  known = { of: scene, filter, asOf, shown }
  return shown
}

function filtered(scene: Scene, filter: Filter, asOf: string): ShownScene {
  const off = new Set(filter.off)
  const things = [...scene.nodes.values()].filter(
    (node) => !scene.hidden.has(node.key) && isOut(node, filter, off, asOf),
  )
  const links = [...scene.links].filter(([, link]) => !isWeak(link, off))
  // Where no link was cut the scene keeps its own map, so that whoever compares maps sees no change.
  const kept = links.length === scene.links.size ? scene.links : new Map(links)
  const hidden = new Set([...scene.hidden, ...things.map(({ key }) => key)])
  return {
    scene: { ...scene, links: kept, hidden },
    things: things.length,
    links: scene.links.size - links.length,
  }
}

function isOut(node: BareNode, filter: Filter, off: ReadonlySet<string>, asOf: string): boolean {
  if (isOutside(node, filter)) return true
  return Object.entries(thingFacets).some(([id, read]) => {
    const value = read(node, asOf)
    return value !== undefined && off.has(offCode(id as FacetId, value))
  })
}

/** What has no date at all is never left out by date. */
function isOutside(node: BareNode, { from, to }: Filter): boolean {
  const span = spanOf(node)
  const endedBefore = from !== undefined && span.to !== undefined && span.to < from
  const beganAfter = to !== undefined && span.from !== undefined && to < span.from
  return endedBefore || beganAfter
}

function isWeak({ probability }: Link, off: ReadonlySet<string>): boolean {
  return off.has(offCode('strength', probabilityStep(probability)))
}
