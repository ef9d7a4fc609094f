import { useEffect } from 'react'

import type { Verdict } from '../../server/contract/work.ts'
import { hide, nextLayout, setLayout } from '../commands/arrange.ts'
import { expandAll } from '../commands/expand.ts'
import { leavePaths, startPath } from '../commands/path.ts'
import { hideOthers } from '../commands/select-hide.ts'
import { selectInverse, selectVisible } from '../commands/select-things.ts'
import { redoStep, undoStep } from '../commands/travel.ts'
import { clearSelection } from '../commands/travel-beside.ts'
import { openMenu } from '../graph/menu-state.ts'
import { fitOn, placeOnPage } from '../graph/probe.ts'
import { putToolAway, setTool } from '../graph/select-tools-state.ts'
import { openKnownChoice } from '../known/known-state.ts'
import { openShare } from '../readout/share-state.ts'
import { useExplorer } from '../scene/store.ts'
import { focusSearch } from '../search/focus.ts'
import { isTyping } from './typing.ts'

/** What a single key does. A key that does nothing here and now is left to the browser. */
const singleKeys: Readonly<Record<string, () => void>> = {
  '/': focusSearch,
  '?': () => useExplorer.setState({ dialog: 'keys' }),
  '1': () => setLayout('lanes'),
  '2': () => setLayout('force'),
  '3': () => setLayout('map'),
  '4': () => setLayout('split'),
  '5': () => setLayout('table'),
  v: () => setTool('select'),
  g: () => setTool('hand'),
  r: () => setTool('rectangle'),
  o: () => setTool('lasso'),
  s: openShare,
  k: openKnownChoice,
  l: nextLayout,
  f: fitSelected,
  '0': fitCanvas,
  e: () => withKeys(([key]) => key !== undefined && void expandAll(key)),
  h: () => withKeys((keys) => hide(keys)),
  p: startPath,
  ContextMenu: menuOfSelected,
  Delete: () => withKeys((keys) => hide(keys)),
  a: () => startDeciding('same'),
  d: () => startDeciding('different'),
  u: () => startDeciding('unsure'),
  Escape: closeTop,
}

/** The same with Shift, where that means something else. */
const shiftedKeys: Readonly<Record<string, () => void>> = {
  h: () => withKeys((keys) => hideOthers(keys)),
  F10: menuOfSelected,
}

/** With Ctrl or ⌘. */
const controlKeys: Readonly<Record<string, () => void>> = {
  z: () => void undoStep(),
  'Shift z': () => void redoStep(),
  y: () => void redoStep(),
  k: focusSearch,
  a: selectVisible,
  i: selectInverse,
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
  const name = key.length === 1 ? key.toLowerCase() : key
  if (event.ctrlKey || event.metaKey) return controlKeys[shiftKey ? `Shift ${name}` : name]
  if (altKey) return undefined
  return (shiftKey ? shiftedKeys[name] : undefined) ?? singleKeys[name]
}

function withKeys(act: (keys: readonly string[]) => void): void {
  const { selection } = useExplorer.getState()
  if (selection?.kind === 'nodes') act(selection.keys)
}

/** What is selected, or all where nothing of it is drawn. */
function fitSelected(): void {
  // The map lies over the canvas, whose camera nobody sees meanwhile.
  const overMap = document.querySelector('.map-canvas') !== null
  const { selection } = useExplorer.getState()
  const keys = selection?.kind === 'nodes' ? selection.keys : []
  if (overMap || !fitOn(keys)) fitCanvas()
}

/** Presses the canvas's own button, so that the key and the button do the same. */
function fitCanvas(): void {
  const button = document.querySelector('.graph-zoom:not([inert] *) button:last-child')
  if (button instanceof HTMLElement) button.click()
}

/** The menu of what is selected, where it stands on the canvas. */
function menuOfSelected(): void {
  withKeys(([key]) => {
    const at = key === undefined ? undefined : placeOnPage(key)
    if (key !== undefined && at !== undefined) void openMenu({ of: 'node', id: key }, at)
  })
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
  else if (putToolAway()) return
  else if (!leavePaths()) clearSelection()
}
