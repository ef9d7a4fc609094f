import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

import type { Point } from '../../server/picture/geometry.ts'
import { layerOf } from './layer.ts'
import { type Mode, rectangleBetween } from './select-tools-geometry.ts'
import { toolInHand, useTools } from './select-tools-state.ts'

interface Gesture {
  readonly shape: 'rectangle' | 'lasso'
  readonly mode: Mode
  /** Corners so far, in pixels of the canvas. */
  readonly trail: readonly Point[]
}

/** A drag shorter than this is a click, which the canvas itself answers. */
const leastDragPx = 4

/**
 * Marks out an area by dragging. It hears the mouse before the canvas does and takes only what is its own: a drag with Shift,
 * or with the rectangle or the lasso in hand; a click goes on to the canvas.
 */
export function useGesture(
  host: RefObject<HTMLElement | null>,
  overlay: RefObject<HTMLCanvasElement | null>,
  onArea: (corners: readonly Point[], mode: Mode) => void,
): void {
  const done = useRef(onArea)
  useLayoutEffect(() => {
    done.current = onArea
  })
  useEffect(() => {
    const { current: element } = host
    const { current: canvas } = overlay
    if (element === null || canvas === null) return
    return listen(element, canvas, (corners, mode) => done.current(corners, mode))
  }, [host, overlay])
}

function listen(
  element: HTMLElement,
  canvas: HTMLCanvasElement,
  onArea: (corners: readonly Point[], mode: Mode) => void,
): () => void {
  let gesture: Gesture | undefined
  let swallowsClick = false
  const at = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const down = (event: MouseEvent) => {
    swallowsClick = false
    const shape = shapeFor(event)
    if (shape === undefined) return
    event.stopPropagation()
    event.preventDefault()
    gesture = { shape, mode: modeOf(event), trail: [at(event)] }
  }
  const move = (event: MouseEvent) => {
    if (gesture === undefined) return
    gesture = { ...gesture, trail: [...gesture.trail, at(event)] }
    paint(canvas, element, cornersOf(gesture))
  }
  const up = () => {
    const ended = gesture
    gesture = undefined
    paint(canvas, element, [])
    if (ended === undefined || !isDrag(ended.trail)) return
    swallowsClick = true
    onArea(cornersOf(ended), ended.mode)
  }
  const click = (event: MouseEvent) => {
    if (swallowsClick) event.stopPropagation()
    swallowsClick = false
  }
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || gesture === undefined) return
    event.stopPropagation()
    gesture = undefined
    paint(canvas, element, [])
  }
  element.addEventListener('mousedown', down, true)
  element.addEventListener('click', click, true)
  window.addEventListener('mousemove', move)
  window.addEventListener('mouseup', up)
  window.addEventListener('keydown', cancel, true)
  return () => {
    element.removeEventListener('mousedown', down, true)
    element.removeEventListener('click', click, true)
    window.removeEventListener('mousemove', move)
    window.removeEventListener('mouseup', up)
    window.removeEventListener('keydown', cancel, true)
  }
}

function shapeFor({ button, shiftKey }: MouseEvent): Gesture['shape'] | undefined {
  if (button !== 0) return undefined
  const tool = toolInHand(useTools.getState())
  if (tool === 'rectangle' || tool === 'lasso') return tool
  return tool === 'select' && shiftKey ? 'lasso' : undefined
}

function modeOf({ altKey, shiftKey, ctrlKey, metaKey }: MouseEvent): Mode {
  if (altKey) return 'subtract'
  return shiftKey || ctrlKey || metaKey ? 'add' : 'replace'
}

function isDrag(trail: readonly Point[]): boolean {
  const [first] = trail
  if (first === undefined) return false
  return trail.some(({ x, y }) => leastDragPx <= Math.hypot(x - first.x, y - first.y))
}

function cornersOf({ shape, trail }: Gesture): readonly Point[] {
  const [first, last] = [trail[0], trail.at(-1)]
  if (shape === 'lasso' || first === undefined || last === undefined) return trail
  return rectangleBetween(first, last)
}

function paint(
  canvas: HTMLCanvasElement,
  { clientWidth, clientHeight }: HTMLElement,
  corners: readonly Point[],
) {
  const { context, clear } = layerOf(canvas)
  clear({ width: clientWidth, height: clientHeight })
  const [first, ...rest] = corners
  if (first === undefined) return
  const color = getComputedStyle(canvas).color
  context.beginPath()
  context.moveTo(first.x, first.y)
  for (const { x, y } of rest) context.lineTo(x, y)
  context.closePath()
  context.globalAlpha = 0.1
  context.fillStyle = color
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = color
  context.lineWidth = 1.5
  context.setLineDash([5, 4])
  context.stroke()
}
