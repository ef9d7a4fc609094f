import { compareText } from '../domain/canonical.ts'
import type { Enabler, EnablerKind } from '../domain/enabler.ts'
import { wilson } from '../linkage/calibrate/wilson.ts'

/** A value and the shops that use it. */
export interface Shared {
  readonly kind: EnablerKind
  readonly key: string
  readonly name: string
  readonly shops: ReadonlySet<string>
}

/** Edge type and, of contacts, the first part of the key → what somebody whom many shops share is. */
const kinds: Readonly<Record<string, EnablerKind>> = {
  SHIPS_FROM: 'forwarder',
  PAID_INTO: 'payment_shell',
  REGISTERED_TO: 'registration_agent',
  SUPPLIED_BY: 'supplier',
  'REACHED_AT phone': 'registration_agent',
  'REACHED_AT email': 'registration_agent',
  'REACHED_AT messenger': 'registration_agent',
  'REACHED_AT device': 'shared_network',
  'REACHED_AT wifi': 'shared_network',
  'REACHED_AT ip': 'shared_network',
  'REACHED_AT domain': 'site_builder',
  'REACHED_AT tracking_id': 'site_builder',
}

/** What a value that many shops share is by the relation that leads there; undefined where that says nothing. */
export function enablerKindOf(type: string, to: string): EnablerKind | undefined {
  const contact = /^contact:([^/]+)\//u.exec(to)?.[1]
  return kinds[contact === undefined ? type : `${type} ${contact}`]
}

/**
 * Everything that at least `least` shops share, with how many of them were closed for counterfeit against how many that would be at the rate of all shops. The
 * interval is Wilson's, of the share, over the rate. Surest first: by the lower end of the interval, then by shops, then by key.
 *
 * @param closures by shop, whether it was ever closed for counterfeit
 */
export function enablersOf(
  values: readonly Shared[],
  closures: ReadonlyMap<string, boolean>,
  least: number,
): Enabler[] {
  const all = [...closures.values()].filter((closed) => closed).length
  const rate = all / Math.max(1, closures.size)
  return values
    .filter(({ shops }) => least <= shops.size)
    .map((value) => enablerOf(value, closures, rate))
    .toSorted(
      (x, y) =>
        y.low - x.low ||
        y.shops - x.shops ||
        compareText(x.key, y.key) ||
        compareText(x.kind, y.kind),
    )
}

function enablerOf(
  { kind, key, name, shops }: Shared,
  closures: ReadonlyMap<string, boolean>,
  rate: number,
): Enabler {
  const counterfeit = [...shops].filter((shop) => closures.get(shop) === true).length
  const expected = shops.size * rate
  const told = { kind, key, name, shops: shops.size, counterfeit, expected }
  // Where no shop at all was closed for counterfeit there is no rate to compare with.
  if (rate === 0) return { ...told, lift: 0, low: 0, high: 0 }
  const share = counterfeit / shops.size
  const { low, high } = wilson(share, shops.size)
  return { ...told, lift: share / rate, low: low / rate, high: high / rate }
}
