import type { Bits } from '../domain/units.ts'
import type { Level } from './channel.ts'

/** A store smaller than this is weighed as if it had so many shops: a handful of shops says little about how rare a value is. */
const smallestPopulation = 50

/** Among how many shops a value is rare or common. */
export function populationOf(shops: number): number {
  return Math.max(shops, smallestPopulation)
}

/**
 * Log-odds that two shops picked at random have one controller: one in as many as there are shops, as if every shop had one sister.
 * A first guess; a later version estimates it from the store.
 */
export function priorBits(population: number): Bits {
  return -Math.log2(population) as Bits
}

/**
 * Probability that a shop shares a key with a stranger by chance: u(v) = strangers × (apart − 1)^growth / population, after the frequency-based
 * u of Fellegi and Sunter (JASA 1969, doi:10.1080/01621459.1969.10501049, §3.3) with holders in place of a register's frequencies. `apart` is
 * how many of the holders can be told apart. Never above `m`, as an agreement is no counter-evidence, and never so low that the level's most bits are passed.
 */
export function chanceOf(level: Level, apart: number, population: number): number {
  const strangers = level.strangers * Math.max(1, apart - 1) ** level.growth
  const least = level.mostBits === undefined ? 0 : level.m / 2 ** level.mostBits
  return Math.min(level.m, Math.max(least, strangers / population))
}

/** What sharing a key is worth: log2(m/u). */
export function bitsOfSharing(level: Level, apart: number, population: number): number {
  return Math.log2(level.m / chanceOf(level, apart, population))
}
