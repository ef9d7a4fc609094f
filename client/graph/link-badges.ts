import { round } from '../../server/picture/geometry.ts'
import type { RectShape, Shape } from '../../server/picture/shape.ts'
import { linkId, type Scene } from '../scene/scene.ts'
import { pairId } from './fan-state.ts'

/** How many links of a scene join two shops, by {@link pairId}; only where there are several. */
export function parallelLinks(scene: Scene): ReadonlyMap<string, number> {
  const known = counts.get(scene)
  if (known !== undefined) return known
  const all = new Map<string, number>()
  for (const [id, { from, to }] of scene.links) {
    if (scene.hidden.has(id) || scene.hidden.has(from) || scene.hidden.has(to)) continue
    const pair = pairId(from, to)
    all.set(pair, (all.get(pair) ?? 0) + 1)
  }
  const several = new Map([...all].filter(([, count]) => 1 < count))
  counts.set(scene, several)
  return several
}

const counts = new WeakMap<Scene, ReadonlyMap<string, number>>()

/**
 * The lanes with a small count on the tag of an arc that stands for several links between its two shops: the others can be
 * fanned out from its menu. A pair that is fanned has no count.
 */
export function withLinkBadges(
  shapes: readonly Shape[],
  scene: Scene,
  fanned: ReadonlySet<string>,
  hint: (count: number) => string,
): readonly Shape[] {
  const several = parallelLinks(scene)
  if (several.size === 0) return shapes
  const pairOf = new Map(
    [...scene.links.values()].map((link) => [linkId(link), pairId(link.from, link.to)]),
  )
  const badges = shapes.flatMap((shape) => {
    if (shape.shape !== 'rect' || shape.style !== 'tag' || shape.subject === undefined) return []
    const pair = pairOf.get(shape.subject.id) ?? ''
    const count = several.get(pair)
    return count === undefined || fanned.has(pair) ? [] : badge(shape, count, hint(count))
  })
  return badges.length === 0 ? shapes : [...shapes, ...badges]
}

const widthPx = 14

/** On the upper left corner of the tag: no arc arrives there, and it covers no digit. */
function badge(tag: RectShape, count: number, hint: string): readonly Shape[] {
  const { subject, ghost } = tag
  const [x, y] = [round(tag.x - 1 - widthPx / 2), round(tag.y - widthPx / 2)]
  const middle = { x: round(x + widthPx / 2), y: round(y + widthPx / 2 + 4) }
  const common = { style: 'count', subject, ghost, hint } as const
  return [
    { shape: 'rect', x, y, width: widthPx, height: widthPx, radius: widthPx / 2, ...common },
    { shape: 'text', ...middle, text: String(count), anchor: 'middle', ...common },
  ]
}
