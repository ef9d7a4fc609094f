import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

import { darkTheme, lightTheme } from '../../server/picture/theme.ts'
import { type Camera, fitCamera, isOutside, withInView } from './camera.ts'
import { Controls } from './controls.tsx'
import type { Drawing, DrawnNode } from './drawing.ts'
import { emphasisOf } from './emphasis.ts'
import { useMiddleDrag } from './middle-drag.ts'
import { type PageView, pageView } from './page-view.ts'
import { noteShown } from './probe.ts'
import type { CanvasProps } from './props.ts'
import { SelectArea, useDragAll, useToolInHand } from './select-tools.tsx'
import { toolInHand, useTools } from './select-tools-state.ts'
import { ToolStrip } from './select-tools-strip.tsx'
import { selected } from './selecting.ts'
import { Tooltip } from './tooltip.tsx'
import { type Drawn, useDrawing } from './use-drawing.ts'
import { useFonts } from './use-fonts.ts'
import { useGlide } from './use-glide.ts'
import { useReadOut } from './use-read-out.ts'
import { useSize } from './use-size.ts'
import type { Hovered, ViewEvents } from './view.ts'
import { Walker } from './walker.tsx'
import { graphWords } from './words.ts'

/** The canvas as sigma draws it. The view outlives the component; the component tells it what to show. */
export function WebglCanvas(props: CanvasProps & { readonly onLost: () => void }) {
  const host = useRef<HTMLDivElement>(null)
  const page = useMemo(pageView, [])
  const size = useSize(host)
  const { drawn, ...dragging } = useDrawing(props, size)
  const tool = useToolInHand()
  const drag = useDragAll(props, drawn, dragging)
  const heard = useRef<Hears>(() => undefined)
  const [focused, setFocused] = useState<string>()
  const text = graphWords[props.language]
  useHome(host, page)
  useEvents(page, props, { ...drag, onHover: (hovered) => heard.current(hovered) })
  useShown(page, props, drawn, focused)
  useMiddleDrag(host, page)
  useReadOut(props, drawn?.drawing)
  const walk = useCallback(
    (key: string | undefined) => {
      setFocused(key)
      const node = key === undefined ? undefined : drawn?.drawing.nodes.get(key)
      if (node === undefined) return
      const { view } = page
      view.setCamera(withInView(view.camera(), node, view.size()))
    },
    [page, drawn],
  )
  const fit = () => {
    if (drawn === undefined) return
    page.view.setCamera(fitCamera(drawn.drawing, page.view.size(), props.layout === 'lanes'))
  }
  return (
    <div
      className="graph-canvas"
      role="application"
      aria-label={text.canvas(props.scene.ring?.name ?? '')}
    >
      <div ref={host} className={`graph-host tool-${tool}`} aria-hidden="true" />
      {drawn && <SelectArea host={host} page={page} canvas={props} drawing={drawn.drawing} />}
      <ToolStrip onFit={fit} free={drawn?.free ?? nothing} />
      {drawn && <Walker canvas={props} drawing={drawn.drawing} focused={focused} onFocus={walk} />}
      {drawn && 0 < drawn.drawing.notes.length && (
        <p className="graph-note">{drawn.drawing.notes.join(' ')}</p>
      )}
      <Controls text={text} onZoom={page.view.zoom} onFit={fit} />
      <Pointed page={page} canvas={props} focused={focused} heard={heard} />
    </div>
  )
}

type Hears = (hovered: Hovered | undefined) => void

interface PointedProps {
  readonly page: PageView
  readonly canvas: CanvasProps
  readonly focused: string | undefined
  /** Set to what is to be told where the pointer rests. */
  readonly heard: React.RefObject<Hears>
}

/** What the pointer rests on. It is kept here, so that nothing else of the canvas is gone through when it moves. */
function Pointed({ page, canvas, focused, heard }: PointedProps) {
  const [hovered, setHovered] = useState<Hovered>()
  useLayoutEffect(() => {
    heard.current = setHovered
  }, [heard])
  useEffect(() => {
    const over = hovered?.subject?.of === 'node' ? hovered.subject.id : undefined
    page.view.attend({ focused, hovered: over })
  }, [page, focused, hovered])
  return <Tooltip hovered={hovered} canvas={canvas} />
}

const nothing: ReadonlySet<string> = new Set()

/** Puts the view's element into the component, and takes it out again without ending it. */
function useHome(host: React.RefObject<HTMLDivElement | null>, { element, view }: PageView): void {
  useLayoutEffect(() => {
    host.current?.append(element)
    view.resize()
    return () => {
      element.remove()
      noteShown(undefined)
    }
  }, [host, element, view])
}

function useEvents(
  page: PageView,
  props: CanvasProps & { readonly onLost: () => void },
  { onMove, onDrop, onHover }: Pick<ViewEvents, 'onMove' | 'onDrop' | 'onHover'>,
): void {
  useLayoutEffect(() => {
    page.events = {
      onPick: (subject, add) => props.onSelect(selected(props.selection, subject, add)),
      onExpand: props.onExpand,
      onMenu: (subject, { x, y }) => {
        const { left, top } = page.element.getBoundingClientRect()
        props.onMenu(subject, { x: left + x, y: top + y })
      },
      onHover,
      onMove,
      onDrop,
      onLost: props.onLost,
    }
  })
}

function useShown(
  page: PageView,
  { scene, selection, theme, layout, standing }: CanvasProps,
  drawn: Drawn | undefined,
  focused: string | undefined,
): void {
  useFonts(page.view.repaint)
  const glide = useGlide()
  const opened = useRef<string>(undefined)
  const before = useRef<Drawing>(undefined)
  const attention = useRef({ focused, hovered: undefined })
  attention.current = { focused, hovered: undefined }
  useLayoutEffect(() => {
    if (drawn === undefined) return
    const look = {
      theme: theme === 'dark' ? darkTheme : lightTheme,
      emphasis: emphasisOf(scene, selection, standing.outside),
    }
    const movable = (key: string) =>
      drawn.free.has(key) && toolInHand(useTools.getState()) !== 'hand'
    const fresh = opened.current !== drawn.opened
    opened.current = drawn.opened
    if (fresh) page.view.resize()
    const show = (drawing: Drawn['drawing']) =>
      page.view.show({ drawing, look, attention: attention.current, movable })
    glide(drawn.drawing, fresh, show)
    if (fresh) page.view.setCamera(homeOf(page, drawn, layout))
    else showNew(page, before.current, drawn.drawing, layout)
    before.current = drawn.drawing
    noteShown({ page, drawing: drawn.drawing, layout, free: drawn.free })
  }, [page, drawn, theme, scene, selection, standing, layout, glide])
}

/** Where nothing of what was asked for would be seen, it is brought into view; otherwise the camera stays. */
function showNew(
  { view }: PageView,
  before: Drawing | undefined,
  drawing: Drawing,
  layout: CanvasProps['layout'],
): void {
  const fresh = [...drawing.nodes.values()].filter((node) => isNewThere(node, before))
  const isUnseen = (node: DrawnNode) => isOutside(view.camera(), [node], view.size())
  if (0 < fresh.length && fresh.every(isUnseen))
    view.setCamera(fitCamera(drawing, view.size(), layout === 'lanes'))
}

/** A node that was not there, or that had a row or column and now stands where there is room. */
function isNewThere({ key, lines }: DrawnNode, before: Drawing | undefined): boolean {
  if (before === undefined) return false
  const old = before.nodes.get(key)
  return old === undefined || (old.lines.length === 0 && 0 < lines.length)
}

/** Lanes are made for the canvas and start life-size at the top; a network starts whole. */
function homeOf({ view }: PageView, { drawing }: Drawn, layout: CanvasProps['layout']): Camera {
  return layout === 'lanes' ? { scale: 1, x: 0, y: 0 } : fitCamera(drawing, view.size(), false)
}
