import { type RefObject, useMemo, useRef } from 'react'

import type { Point } from '../../server/picture/geometry.ts'
import type { Drawing } from './drawing.ts'
import type { PageView } from './page-view.ts'
import type { CanvasProps } from './props.ts'
import { combined, keysInside, type Mode } from './select-tools-geometry.ts'
import { useGesture } from './select-tools-gesture.ts'
import { useSpaceHand } from './select-tools-space.ts'
import { toolInHand, useTools } from './select-tools-state.ts'

interface AreaProps {
  readonly host: RefObject<HTMLDivElement | null>
  readonly page: PageView
  readonly canvas: CanvasProps
  readonly drawing: Drawing
}

/** The sheet over the canvas that the rectangle and the lasso are drawn on; it takes no click of its own. */
export function SelectArea({ host, page, canvas, drawing }: AreaProps) {
  const overlay = useRef<HTMLCanvasElement>(null)
  useSpaceHand(host)
  useGesture(host, overlay, (corners, mode) => {
    const marked = keysInside(drawing.nodes, page.view.camera(), corners)
    select(canvas, marked, mode)
  })
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without a tab stop is not focusable.
  return <canvas ref={overlay} className="tool-sheet" aria-hidden="true" />
}

function select({ selection, onSelect }: CanvasProps, marked: readonly string[], mode: Mode): void {
  const before = selection?.kind === 'nodes' ? selection.keys : []
  const keys = combined(before, marked, mode)
  onSelect(keys.length === 0 ? undefined : { kind: 'nodes', keys })
}

/** The tool in hand, as a class for the pointer over the canvas. */
export function useToolInHand(): ReturnType<typeof toolInHand> {
  return useTools(toolInHand)
}

/** Moves what is dragged, and with a selected node everything selected that may be moved. */
export function useDragAll(
  { selection, onDrop }: CanvasProps,
  drawn: { readonly drawing: Drawing; readonly free: ReadonlySet<string> } | undefined,
  {
    move,
    settle,
  }: {
    readonly move: (places: ReadonlyMap<string, Point>) => void
    readonly settle: () => void
  },
) {
  const dragged = useRef<ReadonlyMap<string, Point>>(new Map())
  return useMemo(
    () => ({
      onMove: (key: string, place: Point) => {
        if (drawn === undefined) return
        const selected = selection?.kind === 'nodes' ? selection.keys : []
        const keys = selected.includes(key) ? selected.filter((one) => drawn.free.has(one)) : [key]
        dragged.current = shifted(drawn.drawing, keys, key, place)
        move(dragged.current)
      },
      onDrop: () => {
        onDrop(dragged.current)
        settle()
      },
    }),
    [selection, onDrop, drawn, move, settle],
  )
}

function shifted(
  { nodes }: Drawing,
  keys: readonly string[],
  key: string,
  place: Point,
): ReadonlyMap<string, Point> {
  const here = nodes.get(key)
  if (here === undefined) return new Map()
  const [dx, dy] = [place.x - here.x, place.y - here.y]
  return new Map(
    keys.flatMap((one) => {
      const node = nodes.get(one)
      return node === undefined ? [] : [[one, { x: node.x + dx, y: node.y + dy }] as const]
    }),
  )
}
