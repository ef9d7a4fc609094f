import { kindOf, type NodeKey } from '../domain/keys.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { Route } from './route.ts'

/** Nodes on the way that so many strangers use that they tell nothing of their users. */
export function hubsAmong(routes: readonly Route[], members: ReadonlySet<string>): Set<string> {
  const passing = grouped(
    routes.flatMap((route) => [...route.through, route.target].map((key) => ({ key, route }))),
    ({ key }) => key,
  )
  const direct = [...passing].filter(([key, pairs]) => {
    const leadHere = pairs.filter(({ route }) => entersFirst(route, key)).map(({ route }) => route)
    return isGeneric(kindOf(key as NodeKey), strangers(leadHere, members).size)
  })
  return new Set(direct.map(([key]) => key))
}

/** Whether a shop uses the node itself: it stands at the other end of the first step, or is the place of that origin. */
function entersFirst({ steps }: Route, key: string): boolean {
  const [first, second] = steps
  if (first?.to === key) return true
  return second?.relation === 'AT' && second.to === key && second.from === first?.to
}

/** Shops outside the ring from which the routes start. */
export function strangers(routes: readonly Route[], members: ReadonlySet<string>): Set<string> {
  return new Set(routes.map(({ shop }) => shop).filter((shop) => !members.has(shop)))
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
