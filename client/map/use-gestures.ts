import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'

import type { MapView } from '../../server/picture/map-land.ts'
import { panView, zoomView } from '../../server/picture/map-view.ts'
import type { Size } from '../graph/size.ts'
import { select } from '../scene/store.ts'

type Move = (change: (before: MapView) => MapView) => void

/** Nearer to where it was pressed than this, a pointer has clicked and not dragged. */
const clickPx = 4
/** A pinch comes as a wheel with Ctrl, in smaller steps. */
const perWheelPx = { wheel: 0.0016, pinch: 0.009 }

/** Drag pans, wheel and pinch zoom where the pointer is, a click on nothing clears the selection. */
export function useGestures(svg: RefObject<SVGSVGElement | null>, size: Size, move: Move) {
  const drag = useRef<{ x: number; y: number; far: boolean }>(undefined)
  const latest = useRef({ size, move })
  latest.current = { size, move }
  useEffect(() => {
    const { current } = svg
    if (current === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = current.getBoundingClientRect()
      const per = event.ctrlKey ? perWheelPx.pinch : perWheelPx.wheel
      const factor = Math.exp(-event.deltaY * per)
      const at = { x: event.clientX - left, y: event.clientY - top }
      latest.current.move((before) => zoomView(before, latest.current.size, { factor, ...at }))
    }
    // React listens passively, and a passive listener cannot keep the page from scrolling.
    current.addEventListener('wheel', onWheel, { passive: false })
    return () => current.removeEventListener('wheel', onWheel)
  }, [svg])
  return {
    onPointerDown: ({ clientX: x, clientY: y, button }: PointerEvent) => {
      if (button < 2) drag.current = { x, y, far: false }
    },
    onPointerMove: ({ clientX: x, clientY: y, currentTarget, pointerId }: PointerEvent) => {
      const from = drag.current
      if (from === undefined) return
      const by = { x: x - from.x, y: y - from.y }
      const far = from.far || clickPx <= Math.hypot(by.x, by.y)
      if (!far) return
      currentTarget.setPointerCapture(pointerId)
      drag.current = { x, y, far }
      move((before) => panView(before, size, by))
    },
    onPointerUp: () => {
      if (drag.current?.far === false) select(undefined)
      drag.current = undefined
    },
    onPointerCancel: () => {
      drag.current = undefined
    },
  }
}
