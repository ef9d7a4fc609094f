import { type PointerEvent, useRef } from 'react'

import type { TimelineView } from '../../server/picture/timeline.ts'
import type { TimeWindow } from '../scene/time-window.ts'
import { type Bounds, between, daysBetween, shifted } from './window-moves.ts'

interface Gesture {
  readonly holds: 'cursor' | 'brush' | 'whole' | 'from' | 'to'
  readonly x: number
  readonly day: string
  readonly window: TimeWindow | undefined
  readonly moved: boolean
}

export interface TimeGesture {
  readonly scale: TimelineView['scale']
  readonly track: TimelineView['track']
  /** Above it a drag draws a window, below it the date follows the pointer. */
  readonly brushBottom: number
  readonly bounds: Bounds
  readonly asOf: string
  readonly window: TimeWindow | undefined
  readonly onAsOf: (date: string) => void
  readonly onWindow: (window: TimeWindow | undefined) => void
}

/** A drag shorter than this is a click, which puts the date there. */
const leastDragPx = 4
const gripPx = 5

/** What a pointer does to the strip: over the histogram it draws, moves or widens the window, anywhere else it takes the date along. */
export function useTimeGesture(setting: TimeGesture) {
  const held = useRef<Gesture>(undefined)
  const put = (gesture: Gesture, x: number) => {
    const { scale, bounds, onAsOf, onWindow } = setting
    if (scale === undefined) return
    const day = scale.date(x)
    if (gesture.holds === 'cursor') onAsOf(earlier(day, bounds.last))
    else if (gesture.moved) onWindow(windowOf(gesture, day, bounds))
  }
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      const { scale, track } = setting
      const { x, y } = placeIn(event)
      if (scale === undefined || event.button !== 0 || x < track.left - 8) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const { window } = setting
      const holds = gripAt({ x, y }, setting)
      held.current = { holds, x, day: scale.date(x), window, moved: false }
      put(held.current, x)
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const gesture = held.current
      if (gesture === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return
      const { x } = placeIn(event)
      const moved = gesture.moved || leastDragPx <= Math.abs(x - gesture.x)
      held.current = { ...gesture, moved }
      put(held.current, x)
    },
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      const gesture = held.current
      held.current = undefined
      if (gesture === undefined || gesture.moved) return
      if (gesture.holds !== 'from' && gesture.holds !== 'to')
        put({ ...gesture, holds: 'cursor' }, placeIn(event).x)
    },
  }
}

function placeIn(event: PointerEvent<SVGSVGElement>): { x: number; y: number } {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}

function gripAt({ x, y }: { x: number; y: number }, setting: TimeGesture): Gesture['holds'] {
  const { scale, window, brushBottom, asOf } = setting
  const near = (day: string) => scale !== undefined && Math.abs(scale.x(day) - x) <= gripPx
  if (brushBottom < y) return 'cursor'
  if (window !== undefined && near(window.to)) return 'to'
  if (window !== undefined && near(window.from)) return 'from'
  if (near(asOf)) return 'cursor'
  if (window === undefined || scale === undefined) return 'brush'
  return scale.x(window.from) <= x && x <= scale.x(window.to) ? 'whole' : 'brush'
}

function windowOf({ holds, day: start, window }: Gesture, day: string, bounds: Bounds): TimeWindow {
  if (holds === 'brush' || window === undefined) return between(start, day, bounds)
  if (holds === 'whole') return shifted(window, daysBetween(start, day), bounds)
  return between(holds === 'from' ? window.to : window.from, day, bounds)
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
