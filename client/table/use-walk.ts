import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { Selection } from '../scene/scene.ts'
import { type Pick, picked, pickedIds, rowAfter } from './picking.ts'
import type { Row } from './rows.ts'

interface Walked {
  readonly rows: readonly Row[]
  readonly selection: Selection | undefined
  readonly onSelect: (selection: Selection | undefined) => void
  readonly onCopy: () => void
}

/** The row that the keyboard is at, and what keys and clicks do with the rows. */
export function useWalk(
  { rows, selection, onSelect, onCopy }: Walked,
  scrollTo: (index: number) => void,
) {
  const [active, setActive] = useState(0)
  const anchor = useRef(0)
  const own = useRef<Selection | undefined>(selection)
  const go = (index: number) => {
    setActive(index)
    scrollTo(index)
  }
  const latest = useRef({ rows, go })
  latest.current = { rows, go }
  const pick = (index: number, how: Pick) => {
    const next = picked(selection, rows, { index, anchor: anchor.current, how })
    if (how !== 'range') anchor.current = index
    own.current = next
    setActive(index)
    onSelect(next)
  }
  // What was selected elsewhere is brought into view; what was picked here is in view already.
  useEffect(() => {
    if (selection === own.current) return
    own.current = selection
    const ids = pickedIds(selection)
    const index = latest.current.rows.findIndex(({ id }) => ids.has(id))
    if (0 <= index) latest.current.go(index)
  }, [selection])
  const here = Math.min(active, Math.max(rows.length - 1, 0))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rows.length === 0) return
    const all = { kind: 'nodes', keys: rows.map(({ id }) => id) } as const
    const act = actionOf(event, {
      walk: (key) => rowAfter(key, here, rows.length),
      go,
      pick: (index, how) => pick(index, how),
      here,
      copy: onCopy,
      all: rows[0]?.selection.kind === 'nodes' ? () => onSelect(all) : undefined,
    })
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return { active: here, pick, onKeyDown }
}

interface Acts {
  readonly walk: (key: string) => number | undefined
  readonly go: (index: number) => void
  readonly pick: (index: number, how: Pick) => void
  readonly here: number
  readonly copy: () => void
  readonly all: (() => void) | undefined
}

function actionOf(event: KeyboardEvent, acts: Acts): (() => void) | undefined {
  const { key, shiftKey } = event
  const withControl = event.ctrlKey || event.metaKey
  if (withControl && key.toLowerCase() === 'c') return acts.copy
  if (withControl && key.toLowerCase() === 'a') return acts.all
  if (key === ' ' || (key === 'Enter' && withControl)) return () => acts.pick(acts.here, 'toggle')
  if (key === 'Enter') return () => acts.pick(acts.here, shiftKey ? 'range' : 'one')
  const to = acts.walk(key)
  if (to === undefined) return undefined
  return () => {
    acts.go(to)
    if (shiftKey) acts.pick(to, 'range')
  }
}
