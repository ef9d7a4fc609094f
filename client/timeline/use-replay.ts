import { useEffect, useRef, useState } from 'react'

import { nextEvent } from './events.ts'

export const speeds = [1, 4, 16] as const
export type Speed = (typeof speeds)[number]

const stepMs = 1_200

export interface ReplayProps {
  readonly dates: readonly string[]
  readonly asOf: string
  readonly onAsOf: (date: string) => void
  readonly playing: boolean
  readonly onPlaying: (playing: boolean) => void
}

/** Steps the cursor from event to event until the last; started at the end it begins again from the first. */
export function useReplay({ dates, asOf, onAsOf, playing, onPlaying }: ReplayProps) {
  const [speed, setSpeed] = useState<Speed>(1)
  const started = useRef(false)
  useEffect(() => {
    if (!playing) {
      started.current = false
      return
    }
    const next = nextEvent(dates, asOf) ?? (started.current ? undefined : dates[0])
    const timer = setTimeout(
      () => {
        started.current = true
        if (next === undefined) onPlaying(false)
        else onAsOf(next)
      },
      started.current ? stepMs / speed : 0,
    )
    return () => clearTimeout(timer)
  }, [playing, speed, dates, asOf, onAsOf, onPlaying])
  return { speed, setSpeed }
}
