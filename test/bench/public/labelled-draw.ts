import { mulberry32 } from '../../../server/domain/random.ts'
import type { RecordPairs } from '../../../server/linkage/identities/block-records.ts'

/** Pairs that somebody has looked at. */
export interface LabelledPairs {
  /** Numbers of the pairs. */
  readonly pair: Int32Array
  /** 1 where both records are of one entity. */
  readonly same: Uint8Array
}

/** What labels are drawn from. */
export interface Drawn {
  readonly pairs: RecordPairs
  /** By pair: what it weighs before anybody has looked, prior included. */
  readonly bits: Float64Array
  /** By record, its entity. */
  readonly entityOf: Int32Array
  /** By entity, whether its pairs may be looked at. */
  readonly trains: readonly boolean[]
}

/** Ends of the strata, in bits: labels are asked for in all of them by turns, so that most are of pairs that are in doubt. */
const strata = [-10, -6, -3, 0, 3, 6, 10]

/**
 * Takes pairs stratum by stratum, at random within each, until there are `each` of one entity and as many of two; fewer where there are no more. Both
 * records of a pair are of training entities.
 */
export function drawLabels(drawn: Drawn, each: number, seed: number): LabelledPairs {
  const { pairs, entityOf } = drawn
  const isSame = (pair: number) =>
    entityOf[pairs.left[pair] as number] === entityOf[pairs.right[pair] as number]
  const asked = byTurns(shuffledStrata(drawn, seed))
  const pair = [
    ...asked.filter(isSame).slice(0, each),
    ...asked.filter((own) => !isSame(own)).slice(0, each),
  ]
  return { pair: Int32Array.from(pair), same: Uint8Array.from(pair, (own) => Number(isSame(own))) }
}

/** A random half of the entities. */
export function randomHalf(entities: number, seed: number): boolean[] {
  const random = mulberry32(seed)
  return Array.from({ length: entities }, () => random() < 0.5)
}

/** The first of every list, then the second, and so on. */
function byTurns(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat()
}

function shuffledStrata({ pairs, bits, entityOf, trains }: Drawn, seed: number): number[][] {
  const random = mulberry32(seed)
  const found: { pair: number; turn: number }[][] = Array.from(
    { length: strata.length + 1 },
    () => [],
  )
  for (const [pair, own] of bits.entries()) {
    const ends = [pairs.left[pair] as number, pairs.right[pair] as number]
    if (!ends.every((record) => trains[entityOf[record] as number])) continue
    const stratum = strata.filter((from) => from <= own).length
    found[stratum]?.push({ pair, turn: random() })
  }
  return found.map((own) => own.sort((a, b) => a.turn - b.turn).map(({ pair }) => pair))
}
