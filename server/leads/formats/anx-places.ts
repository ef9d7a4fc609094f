import type { EntityRow } from './graph-rows.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Room for an icon with its label, in the chart's own unit. */
const spacing = 100

/** Where things start out: the ring's shops on an inner circle, all others on one around it. Whoever opens the chart lays it out anew. */
export function placesOf(entities: readonly EntityRow[]): readonly Point[] {
  const members = entities.filter(({ member }) => member).length
  const others = entities.length - members
  const inner = radiusOf(members)
  const outer = Math.max(inner + 2 * spacing, radiusOf(others))
  const next = { member: 0, other: 0 }
  return entities.map(({ member }) => {
    const of = member ? 'member' : 'other'
    next[of] += 1
    return member ? onCircle(next[of], members, inner) : onCircle(next[of], others, outer)
  })
}

function radiusOf(count: number): number {
  return Math.max(spacing, (count * spacing) / (2 * Math.PI))
}

/** Whole steps, so that no engine's last digit of a sine shows. */
function onCircle(index: number, count: number, radius: number): Point {
  const angle = (2 * Math.PI * index) / count
  return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) }
}
