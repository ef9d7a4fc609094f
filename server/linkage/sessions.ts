import { families } from '../domain/link.ts'
import type { ComparedColumns } from './compared-columns.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { at } from './key-column.ts'
import type { Session } from './learn/session.ts'
import { jointSession } from './overlap.ts'

/** However clear a theory is, it leaves this much room. */
const surest = 0.99

/**
 * One session for each rank that pairs are found by, with the channels of its family off as they say nothing new, and one over the pairs that agree in pictures
 * and titles alike.
 */
export function sessionsOf(
  { columns: channels, population }: Encoded,
  { columns, joint }: ComparedColumns,
  guess: readonly Float64Array[],
  theory: readonly Float64Array[],
): Session[] {
  const inFamily = (family: string) =>
    columns.flatMap((column, place) => (column.family === family ? [place] : []))
  const single = channels.flatMap((column, place) => {
    const off = [...new Set([...inFamily(families[column.rule.channel]), joint])]
    const expected = expectedShares(
      guess[place] as Float64Array,
      theory[place] as Float64Array,
      population,
    )
    return ranksOf(column).map((levels) => ({ column: place, ...levels, expected, off }))
  })
  return [...single, jointSession(joint, columns[joint]?.levels ?? 1, inFamily('catalogue'))]
}

/** The levels of each rank that finds pairs; of listings, all but the one that hundreds reach. */
function ranksOf({ layout, rule, ranks }: ChannelColumn): { from: number; levels: number }[] {
  return ranks.flatMap(({ level }, rank) => {
    if (!level.finds && rule.catalogue === undefined) return []
    const from = layout.firstOf[rank] ?? 0
    const bands = layout.edges[rank]?.length ?? 0
    return [{ from, levels: from + bands - (rule.catalogue === undefined ? 0 : 1) }]
  })
}

/** Share of true pairs among those that agree at a level, if guess and theory were all there is. */
function expectedShares(
  guess: Float64Array,
  theory: Float64Array,
  population: number,
): Float64Array {
  return guess.map((m, level) => {
    const odds = m / Math.max(1e-12, at(theory, level)) / population
    return Math.min(surest, Math.max(1 - surest, odds / (1 + odds)))
  })
}
