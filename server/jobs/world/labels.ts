import { worldEnds } from './calendar.ts'
import type { Dice } from './dice.ts'
import type { NamedShop } from './recorded.ts'
import type { WorldRow } from './tables.ts'

/**
 * Decisions of known truth for a share of the controllers: `same` for the pairs of each controller's neighbouring shops, and as many `different`
 * for pairs of two controllers that share a hub, a factory, an agent or a trade, so that they are not all plain to see.
 */
export function decisionRows(shops: readonly NamedShop[], share: number, dice: Dice): WorldRow[] {
  const byController = grouped(shops, ({ shop }) => shop.controller)
  const several = [...byController.values()].filter((own) => own.length > 1)
  const same = several
    .filter(() => dice.chance(share))
    .flatMap((own) => own.slice(1).map((later, n) => decision(own[n] ?? later, later, 'same')))
  const wanted = Math.max(same.length, Math.round((share * shops.length) / 10))
  const alike = [...grouped(shops, ({ shop }) => shop.traits.origin).values()]
    .concat([...grouped(shops, ({ shop }) => shop.traits.factory).values()])
    .concat([...grouped(shops, ({ shop }) => shop.traits.phone).values()])
    .filter((sharing) => sharing.length > 1)
  const different = new Map<string, WorldRow>()
  for (let tries = 0; different.size < wanted && tries < 20 * wanted && alike.length > 0; tries++) {
    const sharing = dice.pick(alike)
    const [a, b] = [dice.pick(sharing), dice.pick(sharing)]
    if (a.shop.controller === b.shop.controller) continue
    const row = decision(a, b, 'different')
    different.set(`${row.a} ${row.b}`, row)
  }
  return [...same, ...different.values()]
}

function decision(x: NamedShop, y: NamedShop, verdict: 'same' | 'different') {
  const [a, b] = [x, y].map(({ platform, id }) => `${platform}/${id}`).toSorted()
  return {
    a,
    b,
    verdict,
    basis: 'ground_truth',
    by: 'generator',
    on: worldEnds,
    because: 'known in this world',
  }
}

function grouped(
  shops: readonly NamedShop[],
  keyOf: (shop: NamedShop) => string,
): Map<string, NamedShop[]> {
  const groups = new Map<string, NamedShop[]>()
  for (const shop of shops) {
    const group = groups.get(keyOf(shop))
    if (group === undefined) groups.set(keyOf(shop), [shop])
    else group.push(shop)
  }
  return groups
}
