import type { EpochMs } from '../units.ts'

/** Ids sort by time, so that papers are listed in the order in which they were first written. `id` was never given before. */
export function paperIdOf(now: EpochMs, id: string): string {
  return `${String(now).padStart(13, '0')}-${id}`
}
