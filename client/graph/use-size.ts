import { type RefObject, useLayoutEffect, useState } from 'react'

import type { Size } from './size.ts'

/** The size of an element in whole pixels, as it changes; `undefined` before it has one. */
export function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const read = () => {
      const [width, height] = [current.clientWidth, current.clientHeight]
      if (width === 0 || height === 0) return
      // Under another view it waits as it is, and nothing has moved when it is seen again.
      const waits = current.closest('[inert]') !== null
      setSize((known) => {
        const same = known?.width === width && known.height === height
        return same || (waits && known !== undefined) ? known : { width, height }
      })
    }
    const observer = new ResizeObserver(read)
    observer.observe(current)
    read()
    return () => observer.disconnect()
  }, [element])
  return size
}
