import { type RefObject, useEffect } from 'react'

import type { PageView } from './page-view.ts'

/** The middle button moves the picture, whatever tool is in hand. */
export function useMiddleDrag(host: RefObject<HTMLElement | null>, page: PageView): void {
  useEffect(() => {
    const { current: element } = host
    if (element === null) return
    let at: { x: number; y: number } | undefined
    const down = (event: MouseEvent) => {
      if (event.button !== 1) return
      // The browser would scroll by itself, and on some systems paste.
      event.preventDefault()
      at = { x: event.clientX, y: event.clientY }
    }
    const move = (event: MouseEvent) => {
      if (at === undefined) return
      const camera = page.view.camera()
      const [x, y] = [camera.x + event.clientX - at.x, camera.y + event.clientY - at.y]
      at = { x: event.clientX, y: event.clientY }
      page.view.setCamera({ ...camera, x, y })
    }
    const up = () => {
      at = undefined
    }
    const click = (event: MouseEvent) => event.button === 1 && event.preventDefault()
    element.addEventListener('mousedown', down, true)
    element.addEventListener('auxclick', click)
    window.addEventListener('mousemove', move)
    window.addEventListener('mouseup', up)
    window.addEventListener('blur', up)
    return () => {
      element.removeEventListener('mousedown', down, true)
      element.removeEventListener('auxclick', click)
      window.removeEventListener('mousemove', move)
      window.removeEventListener('mouseup', up)
      window.removeEventListener('blur', up)
    }
  }, [host, page])
}
