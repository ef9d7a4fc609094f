import type { Point } from '../../server/picture/geometry.ts'
import type { Layout, Scene } from './scene.ts'

/**
 * A place holds for one picture: the pixels of the lanes mean nothing in the network, which is what every other view has
 * beside it.
 */
export function pinId(layout: Layout, key: string): string {
  return `${layout === 'lanes' ? 'lanes' : 'force'} ${key}`
}

/** Where things are pinned in the picture of a layout, by key. */
export function pinsOf({ pinned }: Scene, layout: Layout): ReadonlyMap<string, Point> {
  const prefix = pinId(layout, '')
  return new Map(
    [...pinned].flatMap(([id, place]) =>
      id.startsWith(prefix) ? [[id.slice(prefix.length), place] as const] : [],
    ),
  )
}
