import { useEffect } from 'react'

import { type CanvasProbe, probe } from '../graph/probe.ts'
import type { Selection } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { readUrl } from '../scene/url-state.ts'

/** What a browser test may read of the page; it changes nothing. */
interface Probe extends CanvasProbe {
  /** Keys of the scene that are not hidden, drawn by themselves or folded into another mark. */
  readonly inScene: () => readonly string[]
  readonly selection: () => Selection | undefined
  readonly undoDepth: () => number
}

declare global {
  interface Window {
    __explorer?: Probe
  }
}

/** Puts the probe into the page when the address asks for it with `e2e=1`. */
export function useProbe(): void {
  useEffect(() => {
    if (readUrl(location.search).e2e !== true) return
    window.__explorer = {
      ...probe(),
      inScene: () => {
        const { nodes, hidden } = useExplorer.getState().view.scene
        return [...nodes.keys()].filter((key) => !hidden.has(key))
      },
      selection: () => useExplorer.getState().selection,
      undoDepth: () => useExplorer.getState().history.done,
    }
  }, [])
}
