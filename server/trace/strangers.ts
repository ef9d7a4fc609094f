import { kindOf, type NodeKey } from '../domain/keys.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { RingSupply } from './ring-supply.ts'
import type { Supply } from './supply.ts'

/** Whether so many strangers use a node themselves that it tells nothing of its users. */
export function isHub(
  key: string,
  members: ReadonlySet<string>,
  { usersOf }: Pick<Supply, 'usersOf'>,
): boolean {
  const users = usersOf.get(key)
  return users !== undefined && isGeneric(kindOf(key as NodeKey), beyond(users, members))
}

/** How many shops outside the ring lead to a target, by ways through no node that is `barred`. */
export function strangersOf(
  target: string,
  members: ReadonlySet<string>,
  supply: Supply,
  { sitesByParcels }: Pick<RingSupply, 'sitesByParcels'>,
  isBarred: (key: string) => boolean,
): number {
  const sites = new Set([
    ...(supply.sitesOf.get(target) ?? []),
    ...(sitesByParcels.get(target) ?? []),
  ])
  const open = [...sites].filter((site) => !isBarred(site))
  const origins = [target, ...open]
    .flatMap((place) => supply.originsAt.get(place) ?? [])
    .filter((origin) => !isBarred(origin))
  const entered = [...new Set([target, ...open, ...origins])].toSorted()
  return beyond(usersOfAll(entered, supply), members)
}

const remembered = new WeakMap<Supply, Map<string, ReadonlySet<string>>>()

/** Shops that enter at one of the nodes; remembered, as all rings that use a yard ask for the same nodes. */
function usersOfAll(entered: readonly string[], supply: Supply): ReadonlySet<string> {
  const { shopsAt } = supply
  const known = remembered.get(supply) ?? new Map<string, ReadonlySet<string>>()
  remembered.set(supply, known)
  const name = entered.join('\n')
  const users = known.get(name) ?? new Set(entered.flatMap((key) => shopsAt.get(key) ?? []))
  known.set(name, users)
  return users
}

function beyond(users: ReadonlySet<string>, members: ReadonlySet<string>): number {
  let own = 0
  for (const shop of members) if (users.has(shop)) own++
  return users.size - own
}
