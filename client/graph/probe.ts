import { useSyncExternalStore } from 'react'

import type { Point } from '../../server/picture/geometry.ts'
import { toCanvas } from './camera.ts'
import type { Drawing } from './drawing.ts'
import type { PageView } from './page-view.ts'

/** What a browser test may read of the canvas. */
export interface CanvasProbe {
  /** Keys of the nodes that are drawn, sorted. */
  readonly visible: () => readonly string[]
  /** Center of a node in pixels of the page; `undefined` when it is not drawn. */
  readonly position: (key: string) => Point | undefined
  readonly layout: () => string | undefined
  /** True once the layout has come and is painted. */
  readonly settled: () => boolean
}

interface Shown {
  readonly page: PageView
  readonly drawing: Drawing
  readonly layout: string
}

let shown: Shown | undefined
const listeners = new Set<() => void>()

/** Tells the probe what is on the canvas now. */
export function noteShown(now: Shown | undefined): void {
  shown = now
  for (const listener of listeners) listener()
}

/** How many nodes the canvas draws now, as it changes; `undefined` before it draws any, and without WebGL. */
export function useDrawnCount(): number | undefined {
  return useSyncExternalStore(listen, () => shown?.drawing.nodes.size)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function probe(): CanvasProbe {
  return {
    visible: () => [...(shown?.drawing.nodes.keys() ?? [])].toSorted(),
    position: (key) => {
      const node = shown?.drawing.nodes.get(key)
      if (shown === undefined || node === undefined) return undefined
      const { left, top } = shown.page.element.getBoundingClientRect()
      const { x, y } = toCanvas(shown.page.view.camera(), node)
      return { x: left + x, y: top + y }
    },
    layout: () => shown?.layout,
    settled: () => shown !== undefined,
  }
}
