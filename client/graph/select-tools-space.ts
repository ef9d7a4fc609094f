import { type RefObject, useEffect } from 'react'

import { useTools } from './select-tools-state.ts'

/** Space over the canvas is a hand for as long as it is held; on a button or in a field it stays what it is. */
export function useSpaceHand(host: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const { current } = host
      if (event.key !== ' ' || event.isComposing || current === null) return
      if (!current.matches(':hover') || isOwnSpace(event.target)) return
      event.preventDefault()
      useTools.setState({ spaceHeld: true })
    }
    const up = (event: KeyboardEvent) => {
      if (event.key === ' ') useTools.setState({ spaceHeld: false })
    }
    const blur = () => useTools.setState({ spaceHeld: false })
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', blur)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', blur)
      blur()
    }
  }, [host])
}

function isOwnSpace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, button, a, [tabindex]') !== null)
  )
}
