import { Family } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { familyCount, independentFamilies, type Overlaps } from './combine-families.ts'
import type { Encoded } from './encode.ts'
import { at } from './key-column.ts'
import { type ComparedColumn, patternsOf, unknownLevel } from './learn/patterns.ts'
import { learnSession } from './learn/session.ts'
import { jointColumn, jointSession, overlapDamping } from './overlap.ts'
import { familySums, type Scale } from './score.ts'

/** Least bits of each level of a family's agreement, falling. */
const edges = [14, 11, 8, 5, 2]
/** Where too few pairs agree in two families, the second counts this much. */
const usualOverlap = 0.9
const surest = 0.99

/** Every channel and time, with what was learnt of them. */
export interface Judges {
  readonly columns: readonly ComparedColumn[]
  readonly m: readonly Float64Array[]
  readonly u: readonly Float64Array[]
}

/**
 * For every two families, how much the second counts beside the first, learnt from what the remaining families and time say about pairs that agree in
 * both. Dealers of one supplier have its warehouse and its pictures in common, a household its phone and its address, an agent's customers a name
 * and a mailbox. `prior` is the log-odds of a true pair among all.
 */
export function familyOverlaps(
  encoded: Encoded,
  scale: Scale,
  pairs: Pairs,
  judges: Judges,
  prior: number,
): Overlaps {
  const agreements = Family.options.map(
    (family) => familySums(encoded, family, scale, pairs).agreement,
  )
  const strengths = agreements.map(strengthColumn)
  const overlaps = independentFamilies()
  for (let first = 0; first < familyCount; first++) {
    for (let second = first + 1; second < familyCount; second++) {
      const both = [first, second] as const
      const joint = jointColumn(both.join(' '), [
        strengths[first] as ComparedColumn,
        strengths[second] as ComparedColumn,
      ])
      const means = meanBits(
        joint,
        both.map((family) => agreements[family] as Float64Array),
      )
      const own = overlapOf(joint, means, othersThan(judges, both), pairs.left.length, prior)
      overlaps[first * familyCount + second] = own
      overlaps[second * familyCount + first] = own
    }
  }
  return overlaps
}

function overlapOf(
  joint: ComparedColumn,
  means: readonly (readonly [number, number])[],
  { columns, m, u }: Judges,
  pairs: number,
  prior: number,
): number {
  const patterns = patternsOf([...columns, joint], pairs)
  const even = new Float64Array(joint.levels).fill(1 / joint.levels)
  const expected = Float64Array.from(means, ([one, other]) => {
    const share = 1 / (1 + 2 ** -(prior + one + other))
    return Math.min(surest, Math.max(1 - surest, share))
  })
  const session = {
    ...jointSession(columns.length, joint.levels, []),
    expected,
    adapts: false as const,
  }
  const learnt = learnSession(session, patterns, [...u, even], undefined, [...m, even])
  return overlapDamping(learnt, (cell) => means[cell] ?? [0, 0], prior, usualOverlap)
}

function othersThan({ columns, m, u }: Judges, both: readonly [number, number]): Judges {
  const names = both.map((place) => Family.options[place] as string)
  const places = columns.flatMap(({ family }, place) => (names.includes(family) ? [] : [place]))
  return {
    columns: places.map((place) => columns[place] as ComparedColumn),
    m: places.map((place) => m[place] as Float64Array),
    u: places.map((place) => u[place] as Float64Array),
  }
}

function strengthColumn(bits: Float64Array): ComparedColumn {
  const level = Uint8Array.from(bits, (own) => {
    const band = edges.findIndex((edge) => edge <= own)
    return band < 0 ? edges.length : band
  })
  return { channel: 'strength', family: 'strength', levels: edges.length + 1, ordered: true, level }
}

/** The mean bits of both families in every cell. */
function meanBits(joint: ComparedColumn, families: readonly Float64Array[]): [number, number][] {
  const sums = Array.from({ length: joint.levels }, () => [0, 0, 0] as [number, number, number])
  for (const [pair, cell] of joint.level.entries()) {
    const own = cell === unknownLevel ? undefined : sums[cell]
    if (own === undefined) continue
    own[0] += at(families[0] as Float64Array, pair)
    own[1] += at(families[1] as Float64Array, pair)
    own[2]++
  }
  return sums.map(([one, other, count]) => [one / Math.max(1, count), other / Math.max(1, count)])
}
