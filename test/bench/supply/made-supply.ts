import { nodeKey } from '../../../server/domain/keys.ts'
import { planWorld, type WorldOptions } from '../../../server/jobs/world/plan.ts'
import { shopId } from '../../../server/jobs/world/shop-id.ts'
import type { Evidence } from '../../../server/linkage/link-shops.ts'

/** Where the goods of a shop of a generated world truly come from. */
export interface TrueSupply {
  /** Key of the factory. */
  readonly factory: string
  /** When its seller began to trade on it; a number that only orders. */
  readonly started: number
}

/**
 * The factory behind every shop of a generated world, by shop: `truth.csv` names controllers only, and the world's files must not change, so its casts are
 * made again.
 */
export function madeSupply(
  options: WorldOptions,
  { nodes }: Pick<Evidence, 'nodes'>,
): ReadonlyMap<string, TrueSupply> {
  const keyOf = new Map(
    nodes.flatMap(({ key, kind }) => (kind === 'Factory' ? [[key.split('/')[1] ?? '', key]] : [])),
  )
  const plan = planWorld({ ...options, labels: 0 })
  const supply = new Map<string, TrueSupply>()
  for (let cast = 0; cast < plan.casts; cast++) {
    for (const [place, shop] of plan.castAt(cast).entries()) {
      const key = nodeKey('Shop', shop.platform.name, shopId(plan.positionOf(cast, place)))
      const factory = keyOf.get(shop.traits().factory)
      if (factory !== undefined) supply.set(key, { factory, started: shop.started })
    }
  }
  return supply
}
