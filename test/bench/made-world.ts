import { nodeKey } from '../../server/domain/keys.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { dateOf } from '../../server/jobs/world/calendar.ts'
import { planWorld, type WorldOptions } from '../../server/jobs/world/plan.ts'
import { shopId } from '../../server/jobs/world/shop-id.ts'
import { sharedOf } from '../../server/jobs/world/traits.ts'
import type { TrueShop } from '../../server/jobs/world/true-shop.ts'
import type { TrapGroup } from '../../server/rings/score/trap-pairs.ts'
import type { MadeWorld } from './measured-world.ts'

/** What a shop was cast as → the trap that it and the strangers of its cast are in together. A copy and what it copies are in one. */
const castTraps: Readonly<Record<string, string>> = {
  family: 'family',
  franchise: 'franchise',
  impersonated: 'impersonator',
  impersonator: 'impersonator',
  dealer: 'dealer',
  sold: 'sold',
  recycled_phone: 'recycled_phone',
}

/**
 * Makes the casts of a generated world again, which `truth.csv` does not tell apart: who shares what with whom, on record or not, and when everybody began. Labels
 * change nothing of it.
 */
export function madeWorld(options: WorldOptions): MadeWorld {
  const plan = planWorld(options)
  const starts = new Map<string, IsoDate>()
  const groups = new Map<string, string[]>()
  for (let cast = 0; cast < plan.casts; cast++) {
    for (const [place, shop] of plan.castAt(cast).entries()) {
      const key = nodeKey('Shop', shop.platform.name, shopId(plan.positionOf(cast, place)))
      starts.set(key, dateOf(shop.started) as IsoDate)
      for (const group of groupsOf(shop, cast))
        groups.set(group, [...(groups.get(group) ?? []), key])
    }
  }
  const trapGroups = [...groups].flatMap(([group, shops]): TrapGroup[] =>
    shops.length < 2 ? [] : [{ trap: group.split('/')[0] ?? '', shops }],
  )
  return { starts, trapGroups }
}

/** `franchise/17`, `parcel_hub/3`, `sweep/2023-05-06`: the trap, and which of its kind. */
function groupsOf({ traps, traits, closed }: TrueShop, cast: number): readonly string[] {
  const own = traps.flatMap((trap) => {
    if (trap === 'sweep') return closed === undefined ? [] : [`sweep/${dateOf(closed)}`]
    const ofCast = castTraps[trap]
    return ofCast === undefined ? [] : [`${ofCast}/${cast}`]
  })
  return [...new Set([...own, ...sharedOf(traits())])]
}
