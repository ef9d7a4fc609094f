import { compareText } from '../../server/domain/canonical.ts'
import type { Ring } from '../../server/domain/ring.ts'
import type { Rated } from '../../server/rings/score/calibration.ts'

/** What the links at or above the threshold join, as rings with no more than a score reads: no guard, no division. */
export function joinedRings(links: readonly Rated[], threshold: number): Ring[] {
  const ringOf = new Map<string, Set<string>>()
  for (const { from, to, probability } of links) {
    if (probability < threshold) continue
    const joined = new Set([...(ringOf.get(from) ?? [from]), ...(ringOf.get(to) ?? [to])])
    for (const shop of joined) ringOf.set(shop, joined)
  }
  return [...new Set(ringOf.values())].map((ring) => {
    const shops = [...ring].toSorted(compareText)
    return {
      id: `ring:${shops[0]}`,
      size: shops.length,
      members: shops.map((shop) => ({ shop })),
    } as Ring
  })
}
