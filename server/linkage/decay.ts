import type { Channel } from '../domain/link.ts'
import type { ChannelColumn, RankColumn } from './encode.ts'
import { daysApart } from './held-days.ts'
import { at } from './key-column.ts'
import { rankOfLevel } from './weights.ts'

/** How a value that somebody gave up comes into other hands. */
interface GivenOut {
  /** For so many days nobody gets it. */
  readonly restsDays: number
  /** After that, days until it is given out, on average. */
  readonly meanDays: number
  /** Shops of strangers that are expected to have it by then. */
  readonly strangers: number
}

/**
 * Values that are given out again; what is not named here stays with whom it was given to. The figures are defaults, with their sources in
 * docs/decisions/0017-values-given-out-again.md.
 */
const givenOut: Readonly<Partial<Record<Channel, GivenOut>>> = {
  phone: { restsDays: 180, meanDays: 365, strangers: 3 },
  email: { restsDays: 395, meanDays: 730, strangers: 0.3 },
  domain: { restsDays: 75, meanDays: 365, strangers: 0.3 },
  network: { restsDays: 1, meanDays: 30, strangers: 0.3 },
  origin: { restsDays: 0, meanDays: 365, strangers: 0.3 },
}

/** As much of a channel as says whether what two shops share was given out again. */
export interface GivenOutColumn extends Pick<ChannelColumn, 'layout' | 'population'> {
  readonly rule: Pick<ChannelColumn['rule'], 'channel'>
  readonly ranks: readonly Pick<RankColumn, 'level'>[]
}

/**
 * What an agreement is worth when one shop had the value long before the other: u grows with the days between, as u = u₀ + κ(1 − e^(−ρδ)) / population,
 * after Li, Dong, Maurino and Srivastava, "Linking temporal records" (PVLDB 4(11), 2011, doi:10.14778/3402707.3402733), with days of rest
 * before it. Never more than `bits`, and less the longer.
 */
export function bitsAfter(
  { rule, ranks, layout, population }: GivenOutColumn,
  level: number,
  bits: number,
  days: number,
): number {
  const again = givenOut[rule.channel]
  const own = ranks[rankOfLevel(layout, level)]?.level
  if (again === undefined || own === undefined || own.name !== 'same') return bits
  const since = days - again.restsDays
  if (since <= 0) return bits
  const more = (again.strangers * (1 - Math.exp(-since / again.meanDays))) / population
  return Math.min(bits, Math.max(0, -Math.log2(2 ** -bits + more / own.m)))
}

/** Days for which nobody was seen to have a value that both shops have, the fewest of all such values. */
export function apartDays({ held }: Pick<ChannelColumn, 'held'>, a: number, b: number): number {
  if (held === undefined) return 0
  const { starts, nodes } = held
  let fewest = Number.POSITIVE_INFINITY
  for (let n = at(starts, a); n < at(starts, a + 1); n++) {
    if (at(nodes, n) < 0) continue
    for (let k = at(starts, b); k < at(starts, b + 1); k++)
      if (at(nodes, n) === at(nodes, k)) fewest = Math.min(fewest, daysApart(held, n, k))
  }
  return Number.isFinite(fewest) ? fewest : 0
}

/** Whether values of a channel come into other hands, so that it counts how long two shops had them apart. */
export function isGivenOut(channel: Channel): boolean {
  return givenOut[channel] !== undefined
}
