import { useEffect } from 'react'

import type { Verdict } from '../../server/contract/work.ts'
import { hide, nextLayout, setLayout } from '../commands/arrange.ts'
import { expandAll } from '../commands/expand.ts'
import { redoStep, undoStep } from '../commands/travel.ts'
import { select, useExplorer } from '../scene/store.ts'
import { focusSearch } from '../search/focus.ts'

/** What a single key does. A key that does nothing here and now is left to the browser. */
const singleKeys: Readonly<Record<string, () => void>> = {
  '/': focusSearch,
  '?': () => useExplorer.setState({ dialog: 'keys' }),
  '1': () => setLayout('lanes'),
  '2': () => setLayout('force'),
  l: nextLayout,
  f: fitCanvas,
  e: () => withKeys(([key]) => key !== undefined && void expandAll(key)),
  h: () => withKeys((keys) => hide(keys)),
  a: () => startDeciding('same'),
  d: () => startDeciding('different'),
  u: () => startDeciding('unsure'),
  Escape: closeTop,
}

/** The page's keys. Single keys are off while anything is typed in, while an input method composes, and under a dialog. */
export function useKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return
      if (useExplorer.getState().dialog !== undefined) return
      const act = actionOf(event)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  const { key, altKey, shiftKey } = event
  if (event.ctrlKey || event.metaKey) {
    const letter = key.toLowerCase()
    if (letter === 'z') return () => void (shiftKey ? redoStep() : undoStep())
    if (letter === 'y') return () => void redoStep()
    return letter === 'k' ? focusSearch : undefined
  }
  return altKey ? undefined : singleKeys[key.length === 1 ? key.toLowerCase() : key]
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

function withKeys(act: (keys: readonly string[]) => void): void {
  const { selection } = useExplorer.getState()
  if (selection?.kind === 'nodes') act(selection.keys)
}

/** Presses the canvas's own button, so that the key and the button do the same. */
function fitCanvas(): void {
  const button = document.querySelector('.graph-zoom button:last-child')
  if (button instanceof HTMLElement) button.click()
}

function startDeciding(verdict: Verdict): void {
  if (useExplorer.getState().selection?.kind === 'link') {
    useExplorer.setState({ deciding: verdict })
  }
}

/** One thing a press: a form, then candidates, then the selection. */
function closeTop(): void {
  const { deciding, staged } = useExplorer.getState()
  if (deciding !== undefined) useExplorer.setState({ deciding: undefined })
  else if (staged !== undefined) useExplorer.setState({ staged: undefined })
  else select(undefined)
}
