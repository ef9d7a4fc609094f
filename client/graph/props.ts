import type { Point } from '../../server/picture/geometry.ts'
import type { Subject } from '../../server/picture/shape.ts'
import type { Sense } from '../scene/beginnings.ts'
import type { Layout, Scene, Selection } from '../scene/scene.ts'
import type { Standing } from '../scene/standing.ts'

/** What the canvas is given; it holds no state of its own beyond the camera and the places of nodes. */
export interface CanvasProps {
  readonly scene: Scene
  readonly layout: Layout
  readonly selection: Selection | undefined
  /** Pairs of nodes whose relations are drawn one by one. */
  readonly fanned?: ReadonlySet<string> | undefined
  /** Nodes of the scene that are only staged, and whether they are ticked. */
  readonly candidates?: ReadonlyMap<string, boolean> | undefined
  /** Shops that are on hold, with the last day. */
  readonly held?: ReadonlyMap<string, string> | undefined
  /** ISO date: what began later is drawn as not yet there. */
  readonly asOf: string
  /** Whether the date asks what was the case, or what was known. */
  readonly sense: Sense
  /** What is not there yet on the date, and what lies outside the window. */
  readonly standing: Standing
  readonly theme: 'light' | 'dark'
  readonly language: 'en' | 'zh'
  readonly onSelect: (selection: Selection | undefined) => void
  /** A double click, or Shift+Enter: bring the neighbors of this node. */
  readonly onExpand: (key: string) => void
  /** A right click, or Shift+F10; in pixels of the page. */
  readonly onMenu: (subject: Subject, at: Point) => void
  /** Nodes were dragged there, and stay. */
  readonly onDrop: (places: ReadonlyMap<string, Point>) => void
}
