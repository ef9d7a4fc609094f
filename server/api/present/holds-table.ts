import { compareText } from '../../domain/canonical.ts'
import type { BareNode } from '../../domain/graph.ts'
import { type NodeKey, partsOf } from '../../domain/keys.ts'
import { isHeld } from '../../domain/paper/hold.ts'
import type { HoldPaper } from '../../domain/paper/paper.ts'
import { dayOfMoment, type IsoDate } from '../../domain/units.ts'
import { csvTable } from '../../leads/formats/csv.ts'

const columns = ['platform', 'shop_id', 'name', 'url', 'until', 'why', 'by', 'placed_on'] as const

/** The holds that stand on a day as a table for those who take shops down: first the hold that ends first. */
export function holdsTable(
  holds: readonly HoldPaper[],
  shops: readonly BareNode[],
  day: IsoDate,
): string {
  const byKey = new Map(shops.map((shop) => [shop.key, shop]))
  const standing = holds.filter(({ body }) => isHeld(body, day)).map(({ body }) => body)
  const rows = standing
    .toSorted((a, b) => compareText(a.until, b.until))
    .map(({ shop, until, why, by, at }) => {
      const [platform, ...id] = partsOf(shop as NodeKey)
      const node = byKey.get(shop)
      const url = node?.properties.url
      return [
        platform,
        id.join('/'),
        node?.name,
        typeof url === 'string' ? url : undefined,
        until,
        why,
        by,
        dayOfMoment(at),
      ]
    })
  return csvTable(columns, rows)
}
