import type { Point } from '../../server/picture/geometry.ts'
import type { Shape, Subject } from '../../server/picture/shape.ts'
import type { Camera } from './camera.ts'
import { listenToDrag } from './drag.ts'
import { shapeAt } from './hit.ts'
import type { Renderer, Stage, ViewEvents } from './view.ts'

interface Listening {
  readonly events: ViewEvents
  readonly stage: () => Stage | undefined
  readonly context: CanvasRenderingContext2D
  readonly camera: () => Camera
}

/** Hears what people do on the canvas and tells it in terms of the drawing. */
export function listen(sigma: Renderer, listening: Listening): void {
  const { events, stage, context, camera } = listening
  const shapeUnder = (point: Point): Shape | undefined =>
    shapeAt(context, stage()?.drawing.under ?? [], camera(), point)
  const tieOf = (edge: string) => stage()?.drawing.ties.find(({ id }) => id === edge)?.subject
  const endsDrag = listenToDrag(sigma, {
    movable: (key) => stage()?.movable(key) === true,
    camera,
    onMove: events.onMove,
    onDrop: events.onDrop,
  })
  let last: string | undefined
  const pick = (subject: Subject | undefined, event: Pressed) => {
    last = subject?.id
    if (!endsDrag()) events.onPick(subject, adds(event))
  }
  sigma.on('clickNode', ({ node, event }) => pick({ of: 'node', id: node }, event))
  sigma.on('clickEdge', ({ edge, event }) => pick(tieOf(edge), event))
  sigma.on('clickStage', ({ event }) => pick(shapeUnder(event)?.subject, event))
  sigma.on('doubleClickNode', (payload) => {
    payload.preventSigmaDefault()
    // Two quick clicks on two things are no double click, though sigma takes them for one.
    if (last === payload.node) events.onExpand(payload.node)
    else pick({ of: 'node', id: payload.node }, payload.event)
  })
  const menu = (subject: Subject | undefined, at: Point) =>
    subject && events.onMenu(subject, { x: at.x, y: at.y })
  sigma.on('rightClickNode', ({ node, event }) => menu({ of: 'node', id: node }, event))
  sigma.on('rightClickEdge', ({ edge, event }) => menu(tieOf(edge), event))
  sigma.on('rightClickStage', ({ event }) => menu(shapeUnder(event)?.subject, event))
  sigma.on('doubleClickStage', (payload) => {
    payload.preventSigmaDefault()
    const subject = shapeUnder(payload.event)?.subject
    if (last !== subject?.id) pick(subject, payload.event)
  })
  let over: Subject | undefined
  const rest = (subject: Subject | undefined, { x, y }: Point) => {
    over = subject
    events.onHover(subject && { subject, hint: undefined, x, y })
  }
  sigma.on('enterNode', ({ node, event }) => rest({ of: 'node', id: node }, event))
  sigma.on('enterEdge', ({ edge, event }) => rest(tieOf(edge), event))
  sigma.on('leaveNode', ({ event }) => rest(undefined, event))
  sigma.on('leaveEdge', ({ event }) => rest(undefined, event))
  sigma.on('moveBody', ({ event }) => {
    if (over !== undefined) return
    const shape = shapeUnder(event)
    const { x, y } = event
    events.onHover(shape && { subject: shape.subject, hint: shape.hint, x, y })
  })
  sigma.getContainer().addEventListener('contextmenu', (event) => event.preventDefault())
  sigma.getContainer().addEventListener('pointerleave', () => events.onHover(undefined))
  for (const canvas of Object.values(sigma.getCanvases())) {
    canvas.addEventListener('webglcontextlost', events.onLost)
  }
}

/** What is heard with a press, of which only the keys are asked for. */
interface Pressed {
  readonly original: MouseEvent | TouchEvent
}

function adds({ original }: Pressed): boolean {
  return original.ctrlKey || original.metaKey || original.shiftKey
}
