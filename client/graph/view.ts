import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeRectangleProgram } from 'sigma/rendering'

import type { Point } from '../../server/picture/geometry.ts'
import type { Subject } from '../../server/picture/shape.ts'
import type { Theme } from '../../server/picture/theme.ts'
import type { Camera } from './camera.ts'
import { nodeColors, tieColor } from './colors.ts'
import { type Drawing, type DrawnNode, type DrawnTie, isDotted } from './drawing.ts'
import { paintLabels } from './labels.ts'
import { layerOf } from './layer.ts'
import { listen } from './listen.ts'
import { type Attention, paintAttention, paintNodes, paintTags } from './overlay.ts'
import { type Look, paintShapes } from './painter.ts'
import { toolsBox } from './select-tools-geometry.ts'

/** What draws and hears, for the parts of this view that have files of their own. */
export type Renderer = Sigma

/** What people do on the canvas, in terms of the drawing. */
export interface ViewEvents {
  /** Nothing was meant where `subject` is absent. `add` with Ctrl, ⌘ or Shift. */
  readonly onPick: (subject: Subject | undefined, add: boolean) => void
  readonly onExpand: (key: string) => void
  /** A right click; in pixels of the canvas. */
  readonly onMenu: (subject: Subject, at: Point) => void
  /** A pointer rests on something; in pixels of the canvas. */
  readonly onHover: (hovered: Hovered | undefined) => void
  readonly onMove: (key: string, place: Point) => void
  /** A drag ended. */
  readonly onDrop: (key: string) => void
  readonly onLost: () => void
}

export interface Hovered extends Point {
  readonly subject: Subject | undefined
  readonly hint: string | undefined
}

export interface Stage {
  readonly drawing: Drawing
  readonly look: Look
  readonly attention: Attention
  /** Nodes that may be dragged. */
  readonly movable: (key: string) => boolean
}

export interface View {
  readonly show: (stage: Stage) => void
  readonly resize: () => void
  readonly camera: () => Camera
  readonly setCamera: (camera: Camera) => void
  /** Moves the rings of focus and hover, and nothing else. */
  readonly attend: (attention: Attention) => void
  readonly repaint: () => void
  readonly zoom: (factor: number) => void
  readonly size: () => { readonly width: number; readonly height: number }
  readonly end: () => void
}

/**
 * The one place that knows sigma. It keeps a single instance over a container for as long as the page lives: a new one for
 * every change would use up the few WebGL contexts that a browser gives.
 */
export function openView(container: HTMLElement, events: ViewEvents): View {
  const graph = new MultiDirectedGraph()
  const sigma = new Sigma(graph, container, settings)
  const under = layerOf(sigma.createCanvas('under', { beforeLayer: 'edges' }))
  const over = layerOf(sigma.createCanvas('over', { beforeLayer: 'mouse' }))
  const rings = layerOf(sigma.createCanvas('rings', { beforeLayer: 'mouse' }))
  let stage: Stage | undefined
  const camera = () => cameraOf(sigma)
  const paintRings = () => {
    rings.clear(sigma.getDimensions())
    if (stage === undefined) return
    const { drawing, look, attention } = stage
    paintAttention(rings.context, drawing, { camera: camera(), theme: look.theme }, attention)
  }
  sigma.on('afterRender', () => {
    if (stage !== undefined)
      paint(stage, { under, over, camera: camera(), size: sigma.getDimensions() })
    paintRings()
  })
  listen(sigma, { events, stage: () => stage, context: under.context, camera })
  return {
    show: (next) => {
      const moved = stage === undefined || !sameBox(stage.drawing, next.drawing)
      stage = next
      if (moved) sigma.setCustomBBox(boxOf(next.drawing))
      fill(graph, next)
      const pickable = graph.size < edgeEventsMost
      if (sigma.getSetting('enableEdgeEvents') !== pickable)
        sigma.setSetting('enableEdgeEvents', pickable)
      sigma.refresh()
    },
    attend: (attention) => {
      if (stage !== undefined) stage = { ...stage, attention }
      paintRings()
    },
    resize: () => sigma.resize().refresh(),
    camera,
    setCamera: (wanted) => placeCamera(sigma, wanted),
    repaint: () => void sigma.scheduleRender(),
    zoom: (factor) => {
      const { width, height } = sigma.getDimensions()
      const middle = { x: width / 2, y: height / 2 }
      const state = sigma.getViewportZoomedState(middle, sigma.getCamera().ratio / factor)
      sigma.getCamera().setState(state)
    },
    size: () => sigma.getDimensions(),
    end: () => sigma.kill(),
  }
}

/** Above it a second hidden drawing of every line, which is what hits are found in, costs too much. */
const edgeEventsMost = 2_000

const arrowHead = {
  extremity: 'target',
  lengthToThicknessRatio: 2.6,
  widenessToThicknessRatio: 2.6,
} as const

const settings = {
  allowInvalidContainer: true,
  defaultDrawNodeHover: () => undefined,
  defaultEdgeType: 'line',
  defaultNodeType: 'disc',
  doubleClickZoomingRatio: 1,
  edgeProgramClasses: {
    line: EdgeRectangleProgram,
    curve: createEdgeCurveProgram(),
    arrow: createEdgeCurveProgram({ arrowHead }),
  },
  enableEdgeEvents: true,
  itemSizesReference: 'positions',
  maxCameraRatio: 3,
  minCameraRatio: 0.05,
  minEdgeThickness: 0.8,
  nodeProgramClasses: {
    disc: createNodeBorderProgram({
      borders: [
        { size: { value: 0.15 }, color: { attribute: 'rim' } },
        { size: { fill: true }, color: { attribute: 'color' } },
      ],
    }),
  },
  renderEdgeLabels: false,
  renderLabels: false,
  stagePadding: 0,
  tapMoveTolerance: 10,
  zoomToSizeRatioFunction: (ratio: number) => ratio,
} as const

/** Picture pixels run down, the renderer's units up. */
function boxOf({ width, height }: Drawing) {
  return { x: [0, width] as [number, number], y: [-height, 0] as [number, number] }
}

function sameBox(a: Drawing, b: Drawing): boolean {
  return a.width === b.width && a.height === b.height
}

function fill(graph: MultiDirectedGraph, { drawing, look }: Stage): void {
  const lines = drawing.ties.filter(({ style }) => !isDotted(style))
  const ids = new Set(lines.map(({ id }) => id))
  for (const edge of graph.edges()) if (!ids.has(edge)) graph.dropEdge(edge)
  for (const key of graph.nodes()) if (!drawing.nodes.has(key)) graph.dropNode(key)
  for (const node of drawing.nodes.values())
    graph.mergeNode(node.key, nodeAttributes(node, look.theme))
  for (const tie of lines) {
    if (!graph.hasNode(tie.from) || !graph.hasNode(tie.to)) continue
    const attributes = tieAttributes(tie, look.theme)
    graph.mergeEdgeWithKey(tie.id, tie.from, tie.to, attributes)
  }
}

/** The rim stands half outside the disc, as a stroke does. */
const rimPx = 1.6

function nodeAttributes(node: DrawnNode, theme: Theme) {
  return {
    x: node.x,
    y: -node.y,
    size: node.radius + rimPx / 2,
    type: 'disc',
    ...nodeColors(node, theme),
  }
}

/** What the renderer has to be told for a line of one pixel: it feathers its edges away, thin straight lines most. */
const thickness = { line: 1.7, curve: 1.15 }

function tieAttributes(tie: DrawnTie, theme: Theme) {
  const curved = tie.style === 'came-back' ? 'arrow' : 'curve'
  return {
    type: tie.curved ? curved : 'line',
    size: tie.weight * thickness[tie.curved ? 'curve' : 'line'] * (tie.selected ? 1.3 : 1),
    curvature: tie.bend,
    color: tieColor(tie, theme),
  }
}

interface Canvases {
  readonly under: ReturnType<typeof layerOf>
  readonly over: ReturnType<typeof layerOf>
  readonly camera: Camera
  readonly size: { readonly width: number; readonly height: number }
}

function paint({ drawing, look }: Stage, { under, over, camera, size }: Canvases): void {
  under.clear(size)
  paintShapes(under.context, drawing.under, camera, look)
  over.clear(size)
  const { theme } = look
  const tags = paintTags(over.context, drawing, { camera, theme })
  paintNodes(over.context, drawing, { camera, theme, size })
  paintLabels(over.context, drawing, { camera, theme, taken: [...tags, toolsBox], size })
}

/** From the camera as it was last set, which need not have been painted yet. */
function cameraOf(sigma: Sigma): Camera {
  const set = { cameraState: sigma.getCamera().getState() }
  const origin = sigma.graphToViewport({ x: 0, y: 0 }, set)
  const far = sigma.graphToViewport({ x: 1000, y: 0 }, set)
  return { scale: (far.x - origin.x) / 1000, x: origin.x, y: origin.y }
}

function placeCamera(sigma: Sigma, wanted: Camera): void {
  const camera = sigma.getCamera()
  camera.setState({ ratio: (camera.ratio * cameraOf(sigma).scale) / wanted.scale })
  const now = cameraOf(sigma)
  const set = { cameraState: camera.getState() }
  const zero = sigma.viewportToFramedGraph({ x: 0, y: 0 }, set)
  const by = sigma.viewportToFramedGraph({ x: wanted.x - now.x, y: wanted.y - now.y }, set)
  camera.setState({ x: camera.x + zero.x - by.x, y: camera.y + zero.y - by.y })
}
