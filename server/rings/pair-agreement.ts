import type { ControllerTruth, PairTruth } from './truth.ts'

export interface Agreement {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/**
 * Pairs in one ring against pairs of one controller, over all pairs of the shops that the truth names, or over the labelled pairs when the
 * truth is made of those; and B-cubed (Bagga and Baldwin 1998), the mean over shops, which a few large rings cannot dominate.
 */
export function pairAgreement(
  shops: readonly ControllerTruth[],
  labelled: readonly PairTruth[],
  ringOf: ReadonlyMap<string, string>,
): { pairs: Agreement; bCubed: Agreement } {
  const placed = shops.map(({ shop, controller }) => ({
    ring: ringOf.get(shop) ?? `alone:${shop}`,
    controller,
  }))
  const inRing = count(placed.map(({ ring }) => ring))
  const ofController = count(placed.map(({ controller }) => controller))
  const inBoth = count(placed.map(bothOf))
  const perShop = placed.map((own) => {
    const both = inBoth.get(bothOf(own)) ?? 0
    return {
      precision: both / (inRing.get(own.ring) ?? 1),
      recall: both / (ofController.get(own.controller) ?? 1),
    }
  })
  const known = labelled.map(({ a, b, same }) => {
    const ring = ringOf.get(a)
    return { same, together: ring !== undefined && ring === ringOf.get(b) }
  })
  const agreed = pairsOf(inBoth) + known.filter(({ same, together }) => same && together).length
  const claimed = pairsOf(inRing) + known.filter(({ together }) => together).length
  const right = pairsOf(ofController) + known.filter(({ same }) => same).length
  return {
    pairs: agreement(ratio(agreed, claimed), ratio(agreed, right)),
    bCubed: agreement(
      mean(perShop.map(({ precision }) => precision)),
      mean(perShop.map(({ recall }) => recall)),
    ),
  }
}

/** The share, or null when there is nothing to take a share of. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function agreement(precision: number | null, recall: number | null): Agreement {
  if (precision === null || recall === null) return { precision, recall, f1: null }
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

function mean(values: readonly number[]): number | null {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )
}

function bothOf({ ring, controller }: { ring: string; controller: string }): string {
  return JSON.stringify([ring, controller])
}

function count(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function pairsOf(groups: ReadonlyMap<string, number>): number {
  return [...groups.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}
