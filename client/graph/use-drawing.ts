import { useMemo, useRef } from 'react'

import type { Point } from '../../server/picture/geometry.ts'
import { forceDrawing, lanesDrawing } from './display.ts'
import type { Drawing } from './drawing.ts'
import { extraKeys } from './extra.ts'
import { lanesOf } from './lanes.ts'
import { arcPlaces } from './layout/arc.ts'
import type { CanvasProps } from './props.ts'
import { scenePicture } from './scene-picture.ts'
import type { Size } from './size.ts'
import { openedBy, useForcePlaces, useMoved } from './use-places.ts'

export interface Drawn {
  readonly drawing: Drawing
  /** Nodes that stand where they do for no other reason than room. */
  readonly free: ReadonlySet<string>
  /** Changes when another picture is opened, so that the camera starts over. */
  readonly opened: string
}

/** The scene as a drawing, in the layout that is asked for; `undefined` until there is one. */
export function useDrawing(
  props: CanvasProps,
  size: Size | undefined,
): {
  readonly drawn: Drawn | undefined
  readonly move: (places: ReadonlyMap<string, Point>) => void
  readonly settle: () => void
} {
  const { scene, layout, selection, asOf, language, candidates, fanned, held, standing } = props
  const { places: moved, move, settle } = useMoved(scene, layout)
  const force = useForcePlaces(scene, size, layout === 'force')
  const latest = useLatest(openedBy(scene), asOf)
  const lanes = useMemo(
    () =>
      size === undefined || layout !== 'lanes'
        ? undefined
        : lanesOf({ scene, asOf, language, held }, size, latest),
    [scene, layout, asOf, language, held, size, latest],
  )
  const extra = useExtra(props, lanes)
  const drawn = useMemo((): Drawn | undefined => {
    const shown = { scene, selection, asOf, language, candidates, fanned, standing }
    const opened = `${layout} ${openedBy(scene)} ${size?.width} ${size?.height}`
    if (layout === 'force') {
      if (force === undefined) return undefined
      const places = withMoved(force.places, moved)
      const drawing = forceDrawing(places, force.box, shown)
      return { drawing, free: new Set(places.keys()), opened }
    }
    if (lanes === undefined) return undefined
    const places = withMoved(extra, moved)
    return { drawing: lanesDrawing(lanes, places, shown), free: new Set(places.keys()), opened }
  }, [
    scene,
    selection,
    asOf,
    language,
    candidates,
    fanned,
    standing,
    layout,
    force,
    lanes,
    extra,
    moved,
    size,
  ])
  return { drawn, move, settle }
}

function useExtra({ scene }: CanvasProps, lanes: ReturnType<typeof lanesOf> | undefined) {
  const known = useRef<{ of: string; places: ReadonlyMap<string, Point> }>({
    of: '',
    places: new Map(),
  })
  return useMemo(() => {
    if (lanes === undefined) return new Map<string, Point>()
    const keys = extraKeys(scene, lanes)
    const of = openedBy(scene)
    const before = known.current.of === of ? known.current.places : new Map<string, Point>()
    const drawn = lanes.shapes.flatMap((shape) =>
      shape.shape === 'node' ? [[shape.subject.id, { x: shape.x, y: shape.y }] as const] : [],
    )
    const { edges } = scenePicture(scene)
    const fresh = arcPlaces(keys, edges, new Map([...drawn, ...before]), lanes)
    const places = new Map([...before, ...fresh])
    known.current = { of, places }
    return new Map(
      keys.flatMap((key) => {
        const place = places.get(key)
        return place === undefined ? [] : [[key, place] as const]
      }),
    )
  }, [scene, lanes])
}

function withMoved(places: ReadonlyMap<string, Point>, moved: ReadonlyMap<string, Point>) {
  return new Map([...places].map(([key, place]) => [key, moved.get(key) ?? place]))
}

/** The latest date that was shown since this picture was opened. */
function useLatest(opened: string, asOf: string): string {
  const known = useRef({ opened, latest: asOf })
  if (known.current.opened !== opened) known.current = { opened, latest: asOf }
  if (known.current.latest < asOf) known.current.latest = asOf
  return known.current.latest
}
