import { type KeyboardEvent, memo, useMemo, useRef } from 'react'

import { describe } from './describe.ts'
import type { Drawing } from './drawing.ts'
import { asksMenu } from './menu-key.ts'
import { placeOnPage } from './probe.ts'
import type { CanvasProps } from './props.ts'
import { selected } from './selecting.ts'
import { type Direction, nextInDirection } from './walk.ts'
import { graphWords } from './words.ts'

interface WalkerProps {
  readonly canvas: CanvasProps
  readonly drawing: Drawing
  readonly focused: string | undefined
  readonly onFocus: (key: string | undefined) => void
}

/** So many things are offered at once to those who walk the canvas: the ones nearest to where they are. */
const mostListed = 200

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The canvas for keyboard and screen reader: a list off the screen of what is drawn, of which one thing has the focus. */
export const Walker = memo(WalkerList)

function WalkerList({ canvas, drawing, focused, onFocus }: WalkerProps) {
  const list = useRef<HTMLUListElement>(null)
  const text = graphWords[canvas.language]
  const current =
    focused !== undefined && drawing.nodes.has(focused) ? focused : firstOf(drawing, canvas)
  const listed = useMemo(() => nearest(drawing, current), [drawing, current])
  const { scene, asOf, language, sense, standing } = canvas
  const texts = useMemo(() => {
    const seen = { scene, asOf, language, sense, standing }
    return new Map(listed.map(({ key }) => [key, describe({ of: 'node', id: key }, seen)]))
  }, [listed, scene, asOf, language, sense, standing])
  const go = (key: string | undefined) => {
    if (key === undefined) return
    onFocus(key)
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const here = current === undefined ? undefined : drawing.nodes.get(current)
    const direction = directions[event.key]
    const known = direction !== undefined || event.key === 'Enter' || asksMenu(event)
    if (here === undefined || !known) return
    event.preventDefault()
    event.stopPropagation()
    if (direction !== undefined) go(nextInDirection([...drawing.nodes.values()], here, direction))
    else act(event, here.key, canvas)
  }
  return (
    <>
      <ul ref={list} className="graph-offscreen" aria-label={text.nodes} onKeyDown={onKeyDown}>
        {listed.map(({ key, selected }) => (
          <li key={key}>
            <button
              type="button"
              data-key={key}
              tabIndex={key === current ? 0 : -1}
              aria-pressed={selected}
              onFocus={() => onFocus(key)}
              onBlur={() => onFocus(undefined)}
              onClick={() => canvas.onSelect({ kind: 'nodes', keys: [key] })}
            >
              {texts.get(key)}
            </button>
          </li>
        ))}
      </ul>
      <p className="graph-offscreen" aria-live="polite">
        {focused === undefined ? '' : describe({ of: 'node', id: focused }, canvas)}
      </p>
    </>
  )
}

/** The menu, the neighbors, or the selection, to which Ctrl adds. */
function act(event: KeyboardEvent, key: string, canvas: CanvasProps): void {
  const at = asksMenu(event) ? placeOnPage(key) : undefined
  if (at !== undefined) canvas.onMenu({ of: 'node', id: key }, at)
  else if (event.shiftKey) canvas.onExpand(key)
  else {
    const add = event.ctrlKey || event.metaKey
    canvas.onSelect(selected(canvas.selection, { of: 'node', id: key }, add))
  }
}

function firstOf({ nodes }: Drawing, { selection }: CanvasProps): string | undefined {
  const selected = selection?.kind === 'nodes' ? selection.keys[0] : undefined
  if (selected !== undefined && nodes.has(selected)) return selected
  return nodes.keys().next().value
}

function nearest({ nodes }: Drawing, current: string | undefined) {
  const all = [...nodes.values()]
  const here = current === undefined ? undefined : nodes.get(current)
  if (all.length <= mostListed || here === undefined) return all
  const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x - here.x, y - here.y)
  return all.toSorted((a, b) => distance(a) - distance(b)).slice(0, mostListed)
}
