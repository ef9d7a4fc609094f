import { type Family, families } from '../domain/link.ts'
import type { ComparedColumns } from './compared-columns.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { at } from './key-column.ts'
import type { Session } from './learn/session-rows.ts'
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
    const expected = expectedShares(
      guess[place] as Float64Array,
      theory[place] as Float64Array,
      population,
    )
    return ranksOf(column).map(({ near, ...levels }) => {
      const silent = silentFamilies(families[column.rule.channel], near)
      return { column: place, ...levels, expected, off: [...silent.flatMap(inFamily), joint] }
    })
  })
  return [
    ...single,
    jointSession(joint, columns[joint]?.levels ?? 1, [
      ...inFamily('catalogue'),
      ...inFamily('place'),
    ]),
  ]
}

/**
 * Families that may agree for the very reason that a channel does, without one controller: who draws on one supplier has its goods, its pictures and its
 * warehouse in common, and who takes a brand's name has it in shop name, titles and addresses alike.
 */
function silentFamilies(family: Family, near: boolean): readonly Family[] {
  if (family === 'place' || family === 'catalogue') return ['place', 'catalogue']
  return near && family === 'contact' ? [family, 'place', 'catalogue'] : [family]
}

/** The levels of each rank that finds pairs; of listings, all but the one that hundreds reach. */
function ranksOf({
  layout,
  rule,
  ranks,
}: ChannelColumn): { from: number; levels: number; near: boolean }[] {
  return ranks.flatMap(({ level }, rank) => {
    if (!level.finds && rule.catalogue === undefined) return []
    const from = layout.firstOf[rank] ?? 0
    const bands = layout.edges[rank]?.length ?? 0
    const levels = from + bands - (rule.catalogue === undefined ? 0 : 1)
    return [{ from, levels, near: level.name === 'near' }]
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
