import type { HoldPaper } from '../../server/contract/desk.ts'

/** The holds that stand on a day, by shop; of several the one that ends last. */
export function standingHolds(
  holds: readonly HoldPaper[],
  day: string,
): ReadonlyMap<string, HoldPaper> {
  const standing = holds.filter(
    ({ body: { until, releasedAt } }) => releasedAt === undefined && day <= until,
  )
  const byEnd = standing.toSorted((a, b) => (a.body.until < b.body.until ? -1 : 1))
  return new Map(byEnd.map((hold) => [hold.body.shop, hold]))
}
