import type { Point } from '../../server/picture/geometry.ts'
import type { Drawing } from './drawing.ts'

/** What the canvas draws now, for commands that go by what can be seen; it knows nothing of the page. */
export interface DrawnNow {
  readonly drawing: Drawing
  readonly layout: string
  /** Nodes that stand where they do for no other reason than room. */
  readonly free: ReadonlySet<string>
}

let drawn: DrawnNow | undefined

export function noteDrawn(now: DrawnNow | undefined): void {
  drawn = now
}

/** Keys of what the canvas draws; `undefined` when there is no canvas. */
export function drawnKeys(): ReadonlySet<string> | undefined {
  return drawn === undefined ? undefined : new Set(drawn.drawing.nodes.keys())
}

/** Where the nodes stand now that may stand elsewhere. */
export function freePlaces(): ReadonlyMap<string, Point> {
  const nodes = [...(drawn?.drawing.nodes ?? [])]
  return new Map(
    nodes.flatMap(([key, { x, y }]) => (drawn?.free.has(key) === true ? [[key, { x, y }]] : [])),
  )
}

/** The layout that a place on the canvas belongs to. */
export function drawnLayout(): 'lanes' | 'force' {
  return drawn?.layout === 'lanes' ? 'lanes' : 'force'
}
