import { useEffect } from 'react'

import { useExplorer } from '../scene/store.ts'
import { isTyping } from '../shell/typing.ts'
import { useDesk } from './desk-state.ts'
import { addSelection } from './tray.ts'

/** T lays what is selected aside, Shift-T opens and closes the tray; off while anything is typed in and under a dialog. */
export function useDeskKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPlain(event) || event.key.toLowerCase() !== 't') return
      if (useExplorer.getState().dialog !== undefined) return
      event.preventDefault()
      if (event.shiftKey) useDesk.setState(({ trayOpen }) => ({ trayOpen: !trayOpen }))
      else void addSelection()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isPlain(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return false
  return !(event.ctrlKey || event.metaKey || event.altKey)
}
