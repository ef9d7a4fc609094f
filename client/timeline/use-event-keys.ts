import { useEffect, useLayoutEffect, useRef } from 'react'

import { useExplorer } from '../scene/store.ts'
import { isTyping } from '../shell/typing.ts'

/** `[` and `]` step to the event before and after, wherever the focus is but in a field or a dialog. */
export function useEventKeys(step: (forward: boolean) => void): void {
  const latest = useRef(step)
  useLayoutEffect(() => {
    latest.current = step
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey || event.isComposing || event.defaultPrevented) return
      if ((key !== '[' && key !== ']') || isTyping(event.target)) return
      if (useExplorer.getState().dialog !== undefined) return
      event.preventDefault()
      latest.current(key === ']')
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
