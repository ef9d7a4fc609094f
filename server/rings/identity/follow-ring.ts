import { compareText } from '../../domain/canonical.ts'
import type { RingEvent } from '../../domain/ring-event.ts'

/** How a ring came to stand for one that was named earlier: by its id, as a piece of it, or by taking it over. */
export type Heir = { readonly ring: string; readonly how: 'same' | 'split' | 'merged' }

/** What one run says of a ring. */
export interface RingAfter {
  /** True where the run has a ring by the id. */
  readonly stands: boolean
  /** Of the ring, or of its retirement; undefined where nothing changed, or the run does not say. */
  readonly event: RingEvent | undefined
}

/**
 * The rings that continue a named one after a further run: whichever has its id, the pieces that broke off, and, once it is no more, those that took it over.
 * A ring that returns stands for itself again. `after` tells of every ring that the heirs and their events name.
 */
export function heirsAfter(
  named: string,
  heirs: readonly Heir[],
  after: (ring: string) => RingAfter,
): Heir[] {
  const isBack = after(named).stands && !heirs.some(({ ring }) => ring === named)
  const before: readonly Heir[] = isBack ? [{ ring: named, how: 'same' }] : heirs
  const next = new Map<string, Heir>()
  for (const heir of before) {
    for (const one of stepOn(heir, after)) if (!next.has(one.ring)) next.set(one.ring, one)
  }
  return [...next.values()].toSorted((a, b) => compareText(a.ring, b.ring))
}

function stepOn({ ring, how }: Heir, after: (ring: string) => RingAfter): Heir[] {
  const { stands, event } = after(ring)
  const others = (event?.to ?? []).flatMap((other): Heir[] => {
    const own = after(other).event
    if (own?.from.includes(ring) !== true) return []
    if (own.change === 'split') return [{ ring: other, how: how === 'merged' ? how : 'split' }]
    return stands || !tookOver.has(own.change) ? [] : [{ ring: other, how: 'merged' }]
  })
  return stands ? [{ ring, how }, ...others] : others
}

/** A ring that both merged and split calls itself regrouped. */
const tookOver: ReadonlySet<RingEvent['change']> = new Set(['merged', 'regrouped', 'returned'])
