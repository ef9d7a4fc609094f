import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { Box } from '../../server/picture/force.ts'
import type { Point } from '../../server/picture/geometry.ts'
import { networkGraph } from '../../server/picture/network-graph.ts'
import { boxFor } from '../../server/picture/network-places.ts'
import { pinsOf } from '../scene/pins.ts'
import type { Layout, Scene } from '../scene/scene.ts'
import { arcPlaces } from './layout/arc.ts'
import { forcePlaces } from './layout/force.ts'
import { scenePicture } from './scene-picture.ts'
import type { Size } from './size.ts'

type Places = ReadonlyMap<string, Point>

export interface ForcePlaces {
  readonly places: Places
  readonly box: Box
}

/**
 * Places of the network of a scene. They are worked out once for what was opened; what comes later is put round what it
 * belongs to, and nothing that has a place moves. `undefined` until they have come.
 */
export function useForcePlaces(
  scene: Scene,
  size: Size | undefined,
  wanted: boolean,
): ForcePlaces | undefined {
  const known = useRef(new Map<string, ForcePlaces>())
  const [, setVersion] = useState(0)
  const opened = openedBy(scene)
  const base = known.current.get(opened)
  useEffect(() => {
    if (!wanted || size === undefined || known.current.has(opened)) return
    const picture = scenePicture(scene)
    const box = boxFor(networkGraph(picture, undefined).nodes.length, size)
    let stale = false
    void forcePlaces(picture, box).then((places) => {
      if (stale) return
      known.current.set(opened, { places, box })
      setVersion((version) => version + 1)
    })
    return () => {
      stale = true
    }
  }, [scene, size, wanted, opened])
  return useMemo(() => {
    if (base === undefined) return undefined
    const { nodes, ties } = networkGraph(scenePicture(scene), undefined)
    const keys = nodes.map(({ key }) => key)
    const fresh = arcPlaces(keys, ties, base.places)
    if (fresh.size === 0) return base
    const grown = { ...base, places: new Map([...base.places, ...fresh]) }
    known.current.set(opened, grown)
    return grown
  }, [base, scene, opened])
}

/** Where nodes are pinned in a layout, and where the ones are that are being dragged now. */
export function useMoved(scene: Scene, layout: Layout) {
  const [moved, setMoved] = useState<{ of: string; places: Places }>({ of: '', places: new Map() })
  const of = `${layout} ${openedBy(scene)}`
  const move = useCallback((places: Places) => setMoved({ of, places }), [of])
  const settle = useCallback(() => setMoved({ of: '', places: new Map() }), [])
  const places = useMemo(
    () => new Map([...pinsOf(scene, layout), ...(moved.of === of ? moved.places : [])]),
    [scene, layout, moved, of],
  )
  return { places, move, settle }
}

/** What tells one opened picture from another. */
export function openedBy({ ring, nodes }: Scene): string {
  return ring?.id ?? nodes.keys().next().value ?? ''
}
