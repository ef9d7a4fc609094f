import type { Point } from '../../server/picture/geometry.ts'
import { drawnLayout, freePlaces } from '../graph/drawn-now.ts'
import { pinId } from '../scene/pins.ts'
import { run, useExplorer } from '../scene/store.ts'

/** Keeps things where they were dragged to; a step that can be undone. */
export function drop(places: ReadonlyMap<string, Point>): void {
  put('moved', places)
}

/** Keeps things where they stand. In the lanes time says where a shop stands, so nothing of it is pinned. */
export function pin(keys: readonly string[]): void {
  put('pinned', pinnable(keys))
}

export function unpin(keys: readonly string[]): void {
  const { view } = useExplorer.getState()
  const pinned = new Map(view.scene.pinned)
  const gone = keys.filter((key) => pinned.delete(pinId(drawnLayout(), key)))
  if (gone.length === 0) return
  run({ code: 'unpinned', count: gone.length }, { ...view, scene: { ...view.scene, pinned } })
}

/** Of these the ones that stand where they do for no other reason than room, with their places. */
export function pinnable(keys: readonly string[]): ReadonlyMap<string, Point> {
  const free = freePlaces()
  return new Map(
    keys.flatMap((key) => {
      const place = free.get(key)
      return place === undefined ? [] : [[key, place] as const]
    }),
  )
}

function put(code: 'moved' | 'pinned', places: ReadonlyMap<string, Point>): void {
  if (places.size === 0) return
  const { view } = useExplorer.getState()
  const fresh = [...places].map(([key, place]) => [pinId(drawnLayout(), key), place] as const)
  const pinned = new Map([...view.scene.pinned, ...fresh])
  run({ code, count: places.size }, { ...view, scene: { ...view.scene, pinned } })
}
