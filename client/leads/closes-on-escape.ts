import type { KeyboardEvent } from 'react'

/** Lets Esc close a form and not the page under it; while an input method composes, Esc is its own. */
export function closesOnEscape(onClose: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
}
