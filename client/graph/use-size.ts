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
      setSize((known) =>
        known?.width === width && known.height === height ? known : { width, height },
      )
    }
    const observer = new ResizeObserver(read)
    observer.observe(current)
    read()
    return () => observer.disconnect()
  }, [element])
  return size
}
