import type { Point } from '../../server/picture/geometry.ts'
import { type Camera, toPicture } from './camera.ts'
import type { Renderer } from './view.ts'

interface Dragging {
  readonly movable: (key: string) => boolean
  readonly camera: () => Camera
  readonly onMove: (key: string, place: Point) => void
  readonly onDrop: (key: string) => void
}

/** A hand that clicks trembles: only beyond so many pixels is a node dragged. */
const leastDragPx = 4

/** Hears nodes being dragged. Answers whether the click that comes now is no more than the end of a drag. */
export function listenToDrag(sigma: Renderer, dragging: Dragging): () => boolean {
  let dragged: { key: string; from: Point; moved: boolean } | undefined
  let ended = false
  const mouse = sigma.getMouseCaptor()
  mouse.on('mousedown', () => {
    ended = false
  })
  sigma.on('downNode', ({ node, event }) => {
    const from = { x: event.x, y: event.y }
    // The right button opens a menu, which also swallows the moment it is let go.
    const isRight = 'button' in event.original && event.original.button === 2
    if (!isRight && dragging.movable(node)) dragged = { key: node, from, moved: false }
  })
  mouse.on('mousemovebody', (event) => {
    if (dragged === undefined) return
    event.preventSigmaDefault()
    event.original.preventDefault()
    const { from, moved } = dragged
    dragged.moved = moved || leastDragPx <= Math.hypot(event.x - from.x, event.y - from.y)
    if (dragged.moved) dragging.onMove(dragged.key, toPicture(dragging.camera(), event))
  })
  mouse.on('mouseup', () => {
    ended = dragged?.moved === true
    if (ended && dragged !== undefined) dragging.onDrop(dragged.key)
    dragged = undefined
  })
  return () => ended
}
