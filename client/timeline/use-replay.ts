import { useEffect, useState } from 'react'

import { nextEvent } from './events.ts'

export const speeds = [1, 4, 16] as const
export type Speed = (typeof speeds)[number]

const stepMs = 1_200

interface Replay {
  readonly playing: boolean
  readonly speed: Speed
  readonly toggle: () => void
  readonly setSpeed: (speed: Speed) => void
}

/** Steps the cursor from event to event until the last; started at the end it begins again from the first. */
export function useReplay(
  dates: readonly string[],
  asOf: string,
  onAsOf: (date: string) => void,
): Replay {
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(1)
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      const next = nextEvent(dates, asOf)
      if (next === undefined) setPlaying(false)
      else onAsOf(next)
    }, stepMs / speed)
    return () => clearTimeout(timer)
  }, [playing, speed, dates, asOf, onAsOf])
  const toggle = () => {
    const [first] = dates
    if (!playing && nextEvent(dates, asOf) === undefined && first !== undefined) onAsOf(first)
    setPlaying(!playing)
  }
  return { playing, speed, toggle, setSpeed }
}
