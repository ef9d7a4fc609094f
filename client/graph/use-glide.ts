import { useCallback, useEffect, useRef } from 'react'

import type { Drawing, DrawnNode } from './drawing.ts'

const glideMs = 320

type Show = (drawing: Drawing) => void

/**
 * Moves the nodes of a scene to where another layout puts them, in one go; at once where people ask for less motion, and
 * in browser tests. Anything else is shown as it is.
 */
export function useGlide(): (next: Drawing, fresh: boolean, show: Show) => void {
  const last = useRef<Drawing>(undefined)
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  return useCallback((next, fresh, show) => {
    const from = last.current
    last.current = next
    cancelAnimationFrame(frame.current)
    const shared =
      from === undefined ? 0 : [...next.nodes.keys()].filter((key) => from.nodes.has(key)).length
    if (from === undefined || !fresh || shared === 0 || isStill()) {
      show(next)
      return
    }
    const start = performance.now()
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, now - start) / glideMs)
      show(share === 1 ? next : between(from, next, share * (2 - share)))
      if (share < 1) frame.current = requestAnimationFrame(step)
    }
    step(start)
  }, [])
}

function isStill(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    new URLSearchParams(location.search).has('e2e')
  )
}

function between(from: Drawing, to: Drawing, share: number): Drawing {
  const nodes = [...to.nodes].map(([key, node]): [string, DrawnNode] => {
    const before = from.nodes.get(key)
    if (before === undefined) return [key, node]
    const x = before.x + (node.x - before.x) * share
    const y = before.y + (node.y - before.y) * share
    return [key, { ...node, x, y }]
  })
  return { ...to, nodes: new Map(nodes) }
}
