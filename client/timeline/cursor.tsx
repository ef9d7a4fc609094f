import type { KeyboardEvent } from 'react'

import { addDays, nextEvent, previousEvent } from './events.ts'

interface CursorProps {
  readonly x: number
  readonly bottom: number
  readonly right: number
  readonly asOf: string
  readonly dates: readonly string[]
  readonly label: string
  readonly onAsOf: (date: string) => void
}

const labelPx = 74

type Move = (asOf: string, dates: readonly string[]) => string | undefined

const moves: Readonly<Record<string, Move>> = Object.fromEntries<Move>([
  ['ArrowLeft', (asOf) => addDays(asOf, -1)],
  ['ArrowRight', (asOf) => addDays(asOf, 1)],
  ['ArrowDown', (asOf) => addDays(asOf, -30)],
  ['ArrowUp', (asOf) => addDays(asOf, 30)],
  ['PageDown', (asOf, dates) => previousEvent(dates, asOf)],
  ['PageUp', (asOf, dates) => nextEvent(dates, asOf)],
  ['Home', (_, dates) => dates[0]],
  ['End', (_, dates) => dates.at(-1)],
])

/** The as-of date as a line with its date: a slider for the keyboard, dragged by the strip it stands in. */
export function Cursor({ x, bottom, right, asOf, dates, label, onAsOf }: CursorProps) {
  const [first, last] = [dates[0] ?? asOf, dates.at(-1) ?? asOf]
  const index = dates.findLastIndex((date) => date <= asOf)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const date = move(asOf, dates)
    if (date !== undefined) onAsOf(clamped(date, first, last))
  }
  const left = Math.min(Math.max(x - labelPx / 2, 0), right + 6 - labelPx)
  return (
    <g
      className="timeline-cursor"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, dates.length - 1)}
      aria-valuenow={Math.max(0, index)}
      aria-valuetext={asOf}
      onKeyDown={onKeyDown}
    >
      <path className="line" d={`M${x} 0V${bottom + 4}`} />
      <path className="head" d={`M${x - 4} 0h8l-4 5z`} />
      <rect className="plate" x={left} y={bottom + 4} width={labelPx} height={16} rx={3} />
      <text x={left + labelPx / 2} y={bottom + 16} textAnchor="middle">
        {asOf}
      </text>
    </g>
  )
}

function clamped(date: string, first: string, last: string): string {
  if (date < first) return first
  return last < date ? last : date
}
