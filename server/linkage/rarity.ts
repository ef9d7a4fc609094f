import type { Level } from './channel.ts'

/** A store smaller than this is weighed as if it had so many shops: a handful of shops says little about how rare a value is. */
const smallestPopulation = 50

/** Of sets, so many shared values count as so small a part of a third holder. */
const leastOthers = 1 / 16

/** Among how many shops a value is rare or common. */
export function populationOf(shops: number): number {
  return Math.max(shops, smallestPopulation)
}

/**
 * Probability that a shop shares a key with a stranger by chance: u(v) = strangers × (apart − 1)^growth / population, after the frequency-based
 * u of Fellegi and Sunter (JASA 1969, doi:10.1080/01621459.1969.10501049, §3.3) with holders in place of a register's frequencies. `apart` is
 * how many of the holders can be told apart. Never above `m`, as an agreement is no counter-evidence, and never so low that the level's most bits are passed.
 */
export function chanceOf(level: Level, apart: number, population: number): number {
  const strangers = level.strangers * Math.max(leastOthers, apart - 1) ** level.growth
  const least = level.mostBits === undefined ? 0 : level.m / 2 ** level.mostBits
  return Math.min(level.m, Math.max(least, strangers / population))
}
