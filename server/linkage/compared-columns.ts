import { largeBytes } from '../domain/columns/large-arrays.ts'
import { families } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { comparePairs } from './compare-pairs.ts'
import type { Encoded } from './encode.ts'
import { binOf, gapBins, noGap, togetherLevel } from './gap-bins.ts'
import type { Hands } from './hands.ts'
import { at } from './key-column.ts'
import { type ComparedColumn, unknownLevel } from './learn/patterns.ts'
import { jointColumn } from './overlap.ts'
import type { PairTimes } from './pair-gaps.ts'

/** All pairs in every channel, then in time, then in both channels of the catalogue at once. */
export interface ComparedColumns {
  readonly columns: readonly ComparedColumn[]
  readonly time: number
  readonly joint: number
  /** Places of pictures and titles. */
  readonly catalogue: readonly [number, number]
}

export function comparedColumns(
  { columns }: Encoded,
  pairs: Pairs,
  lives: PairTimes,
  hands: Hands,
): ComparedColumns {
  const compared = comparePairs(columns, pairs, hands)
  const channels = columns.map(
    (column, place): ComparedColumn => ({
      channel: column.rule.channel,
      family: families[column.rule.channel],
      levels: column.layout.levels,
      ordered: false,
      level: compared[place]?.level as Uint8Array,
    }),
  )
  const placeOf = (channel: string) => channels.findIndex((own) => own.channel === channel)
  const catalogue = [placeOf('images'), placeOf('titles')] as const
  const [images, titles] = catalogue.map((place) => channels[place] as ComparedColumn) as [
    ComparedColumn,
    ComparedColumn,
  ]
  return {
    columns: [...channels, timeColumn(lives), jointColumn('catalogue', [images, titles])],
    time: channels.length,
    joint: channels.length + 1,
    catalogue,
  }
}

/** By pair, the bin of the gap between two lives, or that they ran side by side. */
export function levelsOfTime({ days, together }: PairTimes): Uint8Array {
  const level = largeBytes(days.length)
  for (let pair = 0; pair < level.length; pair++) {
    const own = at(days, pair)
    const without = at(together, pair) === 1 ? togetherLevel : unknownLevel
    level[pair] = own === noGap ? without : binOf(own)
  }
  return level
}

function timeColumn(lives: PairTimes): ComparedColumn {
  const level = levelsOfTime(lives)
  return {
    channel: 'time',
    family: 'time',
    levels: gapBins.length + 1,
    ordered: false,
    level,
  }
}
