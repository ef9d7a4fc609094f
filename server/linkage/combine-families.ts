import { Family } from '../domain/link.ts'
import { at } from './key-column.ts'
import { leastOverlap } from './overlap.ts'

/** For every two families, how much the later one counts beside the earlier, from 0 to 1; by place, first × families + second, symmetric. On the diagonal, how much a family counts that agrees alone. */
export type Overlaps = Float64Array

export const familyCount = Family.options.length
const sets = 1 << familyCount
const best = new Float64Array(sets)
const last = new Int32Array(sets)
/** So many bits of other families confirm one whole. */
const company = 4

/** Overlaps of families that are all independent of each other. */
export function independentFamilies(): Overlaps {
  return new Float64Array(familyCount * familyCount).fill(1)
}

/**
 * What the agreements of all families are worth together. Each counts times the overlap with every family counted before it, in the order that
 * gives most; as each order gives more when an agreement grows, so does the best one. `agreement` is 0 or more, by family.
 */
export function combineFamilies(agreement: Float64Array, overlaps: Overlaps): number {
  const whole = settle(agreement, overlaps, agreeing(agreement))
  const leader = leaderOf(agreement)
  return whole - (1 - loneFactor(agreement, overlaps, leader)) * at(agreement, leader)
}

/** The family that agrees most, of equal ones the first. */
export function leaderOf(agreement: Float64Array): number {
  let leader = 0
  for (let family = 1; family < familyCount; family++)
    if (at(agreement, leader) < at(agreement, family)) leader = family
  return leader
}

/** How far a family stands alone: 1 where no other agrees at all, down to 0 where the others come to {@link company} or to as much as it does. */
export function loneShare(agreement: Float64Array, family: number): number {
  const own = at(agreement, family)
  if (own <= 0) return 0
  let others = -own
  for (const each of agreement) others += each
  return Math.max(0, 1 - others / Math.min(company, own))
}

/** What the family that leads counts, as far as it stands alone: 1 in company. */
export function loneFactor(agreement: Float64Array, overlaps: Overlaps, leader: number): number {
  return 1 - (1 - at(overlaps, loneCell(leader))) * loneShare(agreement, leader)
}

/** Where in the overlaps it stands what a family counts that agrees alone. */
export function loneCell(family: number): number {
  return family * familyCount + family
}

/** How much each family counts in that order, by family; 1 where it has no agreement. */
export function familyFactors(agreement: Float64Array, overlaps: Overlaps): Float64Array {
  const all = agreeing(agreement)
  settle(agreement, overlaps, all)
  const factors = new Float64Array(familyCount).fill(1)
  for (let set = all; set !== 0; ) {
    const family = at(last, set)
    set &= ~(1 << family)
    factors[family] = factorOf(family, set, overlaps)
  }
  const leader = leaderOf(agreement)
  // Whoever leads alone stands first in the best order, so that nothing else is taken off it.
  factors[leader] = at(factors, leader) - 1 + loneFactor(agreement, overlaps, leader)
  return factors
}

function agreeing(agreement: Float64Array): number {
  let all = 0
  for (let family = 0; family < familyCount; family++)
    if (0 < at(agreement, family)) all |= 1 << family
  return all
}

/** The most that each set of families can be worth, smaller sets first; the last family of its best order is kept. */
function settle(agreement: Float64Array, overlaps: Overlaps, all: number): number {
  best[0] = 0
  for (let set = (-all & all) >>> 0; set !== 0; set = (set - all) & all) {
    let most = -1
    for (let family = 0; family < familyCount; family++) {
      if ((set & (1 << family)) === 0) continue
      const before = set & ~(1 << family)
      const own = at(best, before) + at(agreement, family) * factorOf(family, before, overlaps)
      if (most < own) {
        most = own
        last[set] = family
      }
    }
    best[set] = most
  }
  return at(best, all)
}

function factorOf(family: number, before: number, overlaps: Overlaps): number {
  let factor = 1
  for (let other = 0; other < familyCount; other++)
    if ((before & (1 << other)) !== 0) factor *= at(overlaps, family * familyCount + other)
  // However many stand before it: pairs that differ in this family alone would be tied.
  return Math.max(leastOverlap, factor)
}
