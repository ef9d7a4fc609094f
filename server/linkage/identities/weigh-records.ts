import { largeNumbers } from '../../domain/columns/large-arrays.ts'
import { bandsOf, rarityBands } from '../kernels/rarity-bands.ts'
import { learn } from '../learn/learn.ts'
import { monotoneBits } from '../learn/monotone.ts'
import { type ComparedColumn, type Patterns, patternsOf, unknownLevel } from '../learn/patterns.ts'
import { fixedPointPrior } from '../learn/prior.ts'
import { randomPairs } from '../random-pairs.ts'
import type { RecordPairs } from './block-records.ts'
import { chanceLevels } from './chance-levels.ts'
import type { IdentityChannel, IdentityTable } from './identity-table.ts'
import { kernelOf } from './kernel-of.ts'
import { guessedShares, soundSessions } from './sound-sessions.ts'

/** What the proposed pairs weigh, and how to weigh more of them. */
export interface Weighed {
  /** By pair, prior included. */
  readonly bits: Float64Array
  /** Log-odds in bits that two records picked at random are the same. */
  readonly prior: number
  /** Bits by channel, then level. */
  readonly worth: readonly Float64Array[]
  /** Levels by channel, then pair. */
  readonly compare: (pairs: RecordPairs) => readonly Uint8Array[]
}

/** A session takes the values of the rarest bands: those that blocking proposes all pairs of. */
const taughtBands = 4

/** Compares the pairs in every channel and learns, without labels, what each level is worth. The seed picks the random pairs. */
export function weighRecords(table: IdentityTable, pairs: RecordPairs, seed: number): Weighed {
  const { records, channels } = table
  const kernels = channels.map(kernelOf)
  const compare = ({ left, right }: RecordPairs) =>
    kernels.map((kernel) => kernel.compare(left, right))
  const columns = compare(pairs).map((level, place): ComparedColumn => {
    const { channel, family } = channels[place] as IdentityChannel
    return { channel, family, levels: kernels[place]?.levels ?? 0, ordered: false, level }
  })
  const random = randomPairs(records, seed)
  const chances = kernels.map((kernel, place) =>
    chanceLevels((channels[place] as IdentityChannel).column, kernel, random),
  )
  const patterns = patternsOf(columns, pairs.left.length)
  const guess = kernels.map(({ levels }, place) => {
    const { column } = channels[place] as IdentityChannel
    return guessedShares(levels, bandsOf(column.holders), column)
  })
  const all = learn(columns, patterns, chances, sessionsOf(channels), { guess })
  const sound = soundSessions(all.sessions)
  const { m, u } =
    sound.length === all.sessions.length ? all : learn(columns, patterns, chances, sound, { guess })
  const worth = m.map((own, place) => orderedWorth(own, u[place] as Float64Array))
  const byPattern = patternBits(patterns, worth)
  const prior = fixedPointPrior(byPattern, patterns.counts, (records * (records - 1)) / 2)
  const bits = largeNumbers(pairs.left.length)
  for (let pair = 0; pair < bits.length; pair++)
    bits[pair] = prior + (byPattern[patterns.of[pair] as number] as number)
  return { bits, prior, worth, compare }
}

/**
 * Bits by level, falling from rare values to common ones and from near to far, each by itself: one slip of the pen in a rare name
 * proves more than the same common name does.
 */
function orderedWorth(m: Float64Array, u: Float64Array): Float64Array {
  const same = monotoneBits(m.slice(0, rarityBands), u.slice(0, rarityBands))
  const near = monotoneBits(m.slice(rarityBands), u.slice(rarityBands))
  return Float64Array.from([...same, ...near])
}

function sessionsOf(channels: readonly IdentityChannel[]) {
  return channels.flatMap(({ teaches }, column) =>
    teaches ? [{ column, levels: taughtBands, off: [column] }] : [],
  )
}

function patternBits({ counts, levels }: Patterns, worth: readonly Float64Array[]): Float64Array {
  const bits = largeNumbers(counts.length)
  for (const [column, own] of worth.entries()) {
    const level = levels[column] as Uint8Array
    for (let pattern = 0; pattern < bits.length; pattern++) {
      const at = level[pattern] as number
      if (at !== unknownLevel) bits[pattern] = (bits[pattern] as number) + (own[at] as number)
    }
  }
  return bits
}
