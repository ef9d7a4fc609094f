import { compareText } from '../domain/canonical.ts'
import type { Decision } from '../domain/decision.ts'
import type { Link } from '../domain/link.ts'
import { agreedVerdict } from './steps.ts'

/** Two shops that people called different. */
export interface Denial {
  readonly a: string
  readonly b: string
}

/** By shop, those that people called different from it. */
export type Denials = ReadonlyMap<string, ReadonlySet<string>>

/** The pairs that somebody called different and nobody the same, as steps are told. */
export function denialsOf(links: readonly Link[]): Denial[] {
  const pairs = new Map<string, { a: string; b: string; decisions: Decision[] }>()
  for (const { from, to, kind, ledger } of links) {
    if (kind === 'shares_supply' || ledger.decisions.length === 0) continue
    const [a, b] = from < to ? [from, to] : [to, from]
    const name = JSON.stringify([a, b])
    const known = pairs.get(name) ?? { a, b, decisions: [] }
    known.decisions.push(...ledger.decisions)
    pairs.set(name, known)
  }
  return [...pairs.values()].filter(({ decisions }) => agreedVerdict(decisions) === 'different')
}

export function denialsByShop(denials: readonly Denial[]): Denials {
  const byShop = new Map<string, Set<string>>()
  for (const { a, b } of denials) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = byShop.get(one)
      if (known === undefined) byShop.set(one, new Set([other]))
      else known.add(other)
    }
  }
  return byShop
}

/** Two shops that people called different, one on either side; the first by key, so that the order of the parts does not matter. */
export function denialBetween(
  denials: Denials,
  one: readonly string[],
  other: readonly string[],
): Denial | undefined {
  if (denials.size === 0) return undefined
  const there = new Set(other)
  const between = one.flatMap((shop) =>
    [...(denials.get(shop) ?? [])]
      .filter((denied) => there.has(denied))
      .map((denied): Denial => (shop < denied ? { a: shop, b: denied } : { a: denied, b: shop })),
  )
  return between.toSorted((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b))[0]
}
