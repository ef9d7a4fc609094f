import type { Layout, Scene, Selection } from '../scene/scene.ts'

/** What the canvas is given; it holds no state of its own beyond the camera and the places of nodes. */
export interface CanvasProps {
  readonly scene: Scene
  readonly layout: Layout
  readonly selection: Selection | undefined
  /** ISO date: what began later is drawn as not yet there. */
  readonly asOf: string
  readonly theme: 'light' | 'dark'
  readonly language: 'en' | 'zh'
  readonly onSelect: (selection: Selection | undefined) => void
  /** A double click, or Shift+Enter: bring the neighbors of this node. */
  readonly onExpand: (key: string) => void
}
