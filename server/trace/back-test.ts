import type { BackTestedAction, Reach } from '../domain/back-test.ts'
import { compareText } from '../domain/canonical.ts'
import type { ChokePoint } from '../domain/choke-point.ts'

/** A ring of a past run, with what became of it. */
export interface RingSince {
  /** Its shops × those not known to be closed then. */
  readonly harm: number
  /** Shops not known to be closed then. */
  readonly open: readonly string[]
  /** Shops of the rings that go on from it, opened since. */
  readonly opened: readonly string[]
}

/** What is known of shops by the later day, and what was then. */
export interface Since {
  readonly rings: readonly RingSince[]
  /** By value, its users as known then, and as known later. */
  readonly usersThen: ReadonlyMap<string, ReadonlySet<string>>
  readonly usersLater: ReadonlyMap<string, ReadonlySet<string>>
  /** Closed by the later day, and closed ones that came back by then. */
  readonly isClosed: (shop: string) => boolean
  readonly isBack: (shop: string) => boolean
  /** By value, how probable it is that sellers find another. */
  readonly replacedOf: (key: string) => number
}

/** What values would have hit together: each shop once, gone unless everything of it that was taken is replaced. */
export function reachOf(keys: readonly string[], since: Since, all = since.rings): Reach {
  const shops = new Set(since.rings.flatMap(({ open, opened }) => [...open, ...opened]))
  const left = new Map<string, number>()
  for (const key of new Set(keys))
    for (const shop of since.usersLater.get(key) ?? [])
      if (shops.has(shop)) left.set(shop, (left.get(shop) ?? 1) * since.replacedOf(key))
  const gone = (shop: string) => 1 - (left.get(shop) ?? 1)
  const harm = all.reduce((sum, ring) => sum + ring.harm, 0)
  const taken = since.rings.reduce((sum, ring) => sum + ring.harm * shareGone(ring, gone), 0)
  return {
    reached: left.size,
    net: [...left.keys()].reduce((sum, shop) => sum + gone(shop), 0),
    seen: harm === 0 ? 0 : taken / harm,
  }
}

function shareGone({ open, opened }: RingSince, gone: (shop: string) => number): number {
  const shops = [...open, ...opened]
  return shops.reduce((sum, shop) => sum + gone(shop), 0) / Math.max(1, shops.length)
}

/** One action against what was seen since in the rings that it touched. */
export function actionSince(
  { rank, key, kind, name, removed, replaced }: ChokePoint,
  harm: number,
  since: Since,
): BackTestedAction {
  const users = since.usersThen.get(key) ?? new Set<string>()
  const touched = since.rings.filter(({ open }) => open.some((shop) => users.has(shop)))
  const open = touched.flatMap((ring) => ring.open.filter((shop) => users.has(shop)))
  const closed = open.filter(since.isClosed)
  return {
    ...{ rank, key, kind, name, replaced },
    foreseen: harm === 0 ? 0 : removed / harm,
    open: open.length,
    closed: closed.length,
    cameBack: closed.filter(since.isBack).length,
    opened: new Set(touched.flatMap((ring) => ring.opened)).size,
    ...reachOf([key], { ...since, rings: touched }, since.rings),
  }
}

/** The values that most open shops of rings used then, most first, equal ones by key: what anybody would act on who only counts. */
export function mostUsed(since: Since, count: number): string[] {
  const open = new Set(since.rings.flatMap((ring) => ring.open))
  const uses = (key: string) =>
    [...(since.usersThen.get(key) ?? [])].filter((shop) => open.has(shop)).length
  return Array.from(since.usersThen.keys(), (key) => ({ key, shops: uses(key) }))
    .toSorted((a, b) => b.shops - a.shops || compareText(a.key, b.key))
    .slice(0, count)
    .map(({ key }) => key)
}
