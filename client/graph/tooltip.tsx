import { useEffect, useState } from 'react'

import { describe } from './describe.ts'
import { HoverCard } from './hover-card.tsx'
import type { CanvasProps } from './props.ts'
import type { Hovered } from './view.ts'

const delayMs = 400

/** What the pointer rests on, said beside it after a moment. */
export function Tooltip({
  hovered,
  canvas,
}: {
  hovered: Hovered | undefined
  canvas: CanvasProps
}) {
  const [ripe, setRipe] = useState<Hovered>()
  useEffect(() => {
    if (hovered === undefined) return
    const timer = setTimeout(() => setRipe(hovered), delayMs)
    return () => clearTimeout(timer)
  }, [hovered])
  if (hovered === undefined || ripe !== hovered) return null
  const { subject, hint, x, y } = hovered
  const node = subject?.of === 'node' ? canvas.scene.nodes.get(subject.id) : undefined
  const text = hint ?? (subject === undefined ? '' : describe(subject, canvas))
  if (text === '') return null
  return (
    <div
      className="graph-tip"
      role="tooltip"
      style={{ left: `min(${x + 14}px, calc(100% - 288px))`, top: y + 14 }}
    >
      {hint === undefined && node !== undefined ? <HoverCard node={node} canvas={canvas} /> : text}
    </div>
  )
}
