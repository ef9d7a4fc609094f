import type { Step } from './steps.ts'

/** The steps with both ends in one part, by the part's place. */
export function byPart(steps: readonly Step[], parts: readonly (readonly string[])[]): Step[][] {
  const placeOf = new Map(
    parts.flatMap((part, place) => part.map((shop) => [shop, place] as const)),
  )
  const sorted = parts.map((): Step[] => [])
  for (const step of steps) {
    const place = placeOf.get(step.a)
    if (place !== undefined && place === placeOf.get(step.b)) sorted[place]?.push(step)
  }
  return sorted
}
