import { useSyncExternalStore } from 'react'

import type { Point } from '../../server/picture/geometry.ts'
import { fitCamera, toCanvas } from './camera.ts'
import { type DrawnNow, noteDrawn } from './drawn-now.ts'
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

interface Shown extends DrawnNow {
  readonly page: PageView
}

let shown: Shown | undefined
const listeners = new Set<() => void>()

/** Tells the probe what is on the canvas now. */
export function noteShown(now: Shown | undefined): void {
  shown = now
  noteDrawn(now)
  for (const listener of listeners) listener()
}

/** How many nodes the canvas draws now, as it changes; `undefined` before it draws any, and without WebGL. */
export function useDrawnCount(): number | undefined {
  return useSyncExternalStore(listen, drawnCount)
}

/** Center of a node in pixels of the page; `undefined` when it is not drawn. */
export function placeOnPage(key: string): Point | undefined {
  const node = shown?.drawing.nodes.get(key)
  if (shown === undefined || node === undefined) return undefined
  const { left, top } = shown.page.element.getBoundingClientRect()
  const { x, y } = toCanvas(shown.page.view.camera(), node)
  return { x: left + x, y: top + y }
}

/** What is only staged is no part of the picture. */
function drawnCount(): number | undefined {
  if (shown === undefined) return undefined
  return [...shown.drawing.nodes.values()].filter(({ candidate }) => candidate === 'none').length
}

/** Brings these nodes into view as large as they go; false where none of them is drawn. */
export function fitOn(keys: readonly string[]): boolean {
  if (shown === undefined) return false
  const { page, drawing } = shown
  const nodes = new Map([...drawing.nodes].filter(([key]) => keys.includes(key)))
  if (nodes.size === 0) return false
  page.view.setCamera(fitCamera({ ...drawing, nodes }, page.view.size(), false))
  return true
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function probe(): CanvasProbe {
  return {
    visible: () => [...(shown?.drawing.nodes.keys() ?? [])].toSorted(),
    position: placeOnPage,
    layout: () => shown?.layout,
    settled: () => shown !== undefined,
  }
}
