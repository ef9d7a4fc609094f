import { growingIntegers } from '../domain/columns/growing.ts'
import { Family } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { familyCount, independentFamilies, type Overlaps } from './combine-families.ts'
import type { Encoded } from './encode.ts'
import { at } from './key-column.ts'
import { type ComparedColumn, patternsOf } from './learn/patterns.ts'
import { judgeSession } from './learn/session.ts'
import { sessionRows } from './learn/session-rows.ts'
import { jointSession, overlapDamping } from './overlap.ts'
import { eachChunk, type FamilySums, type Scale } from './score.ts'

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
  const meetings = everyTwo().map(meetingOf)
  eachChunk(encoded, scale, pairs, (sums, first, end) => {
    const strengths = sums.map(({ agreement }) => strengthsOf(agreement.subarray(0, end - first)))
    for (const meeting of meetings) gather(meeting, sums, strengths, first)
  })
  const overlaps = independentFamilies()
  for (const meeting of meetings) {
    const [first, second] = meeting.both
    const own = overlapOf(meeting, othersThan(judges, meeting.both), prior)
    overlaps[first * familyCount + second] = own
    overlaps[second * familyCount + first] = own
  }
  return overlaps
}

function everyTwo(): (readonly [number, number])[] {
  const families = Array.from({ length: familyCount }, (_, family) => family)
  return families.flatMap((first) =>
    families.slice(first + 1).map((second) => [first, second] as const),
  )
}

/** The few pairs that agree in two families; all others say nothing of how the two overlap. */
interface Meeting {
  readonly both: readonly [number, number]
  readonly pairs: ReturnType<typeof growingIntegers>
  /** By pair: level of the first × levels + level of the second. */
  readonly cells: ReturnType<typeof growingIntegers>
  /** By cell, the bits of each family over all its pairs, and how many these are. */
  readonly sums: readonly [Float64Array, Float64Array, Float64Array]
}

const cellCount = edges.length ** 2

function meetingOf(both: readonly [number, number]): Meeting {
  const zeros = () => new Float64Array(cellCount)
  return {
    both,
    pairs: growingIntegers(),
    cells: growingIntegers(),
    sums: [zeros(), zeros(), zeros()],
  }
}

function gather(
  { both, pairs, cells, sums }: Meeting,
  families: readonly FamilySums[],
  strengths: readonly Uint8Array[],
  first: number,
): void {
  const [one, other] = both.map((family) => strengths[family]) as [Uint8Array, Uint8Array]
  const [oneBits, otherBits] = both.map((family) => families[family]?.agreement) as [
    Float64Array,
    Float64Array,
  ]
  const [oneSums, otherSums, counts] = sums
  for (let i = 0; i < one.length; i++) {
    if (at(one, i) === edges.length || at(other, i) === edges.length) continue
    const cell = at(one, i) * edges.length + at(other, i)
    pairs.push(first + i)
    cells.push(cell)
    oneSums[cell] = at(oneSums, cell) + at(oneBits, i)
    otherSums[cell] = at(otherSums, cell) + at(otherBits, i)
    counts[cell] = at(counts, cell) + 1
  }
}

function strengthsOf(bits: Float64Array): Uint8Array {
  const strengths = new Uint8Array(bits.length)
  for (let i = 0; i < bits.length; i++) {
    let band = 0
    while (band < edges.length && at(bits, i) < (edges[band] as number)) band++
    strengths[i] = band
  }
  return strengths
}

function overlapOf(
  { pairs, cells, sums }: Meeting,
  { columns, m, u }: Judges,
  prior: number,
): number {
  const places = pairs.taken()
  const judging = columns.map(
    (column): ComparedColumn => ({
      ...column,
      level: Uint8Array.from(places, (pair) => at(column.level, pair)),
    }),
  )
  const joint: ComparedColumn = {
    channel: 'families',
    family: 'families',
    levels: cellCount + 1,
    ordered: false,
    level: Uint8Array.from(cells.taken()),
  }
  const [one, other, counts] = sums
  const means = Array.from(
    counts,
    (count, cell) =>
      [at(one, cell) / Math.max(1, count), at(other, cell) / Math.max(1, count)] as const,
  )
  const patterns = patternsOf([...judging, joint], places.length)
  const even = new Float64Array(joint.levels).fill(1 / joint.levels)
  const session = {
    ...jointSession(columns.length, joint.levels, []),
    expected: expectedOf(means, prior),
  }
  const rows = sessionRows(session, patterns, undefined)
  const learnt = judgeSession(rows, [...u, even], [...m, even])
  return overlapDamping(learnt, (cell) => means[cell] ?? [0, 0], prior, usualOverlap)
}

/** Share of true pairs by cell, if both families counted whole. */
function expectedOf(means: readonly (readonly [number, number])[], prior: number): Float64Array {
  return Float64Array.from(means, ([one, other]) => {
    const share = 1 / (1 + 2 ** -(prior + one + other))
    return Math.min(surest, Math.max(1 - surest, share))
  })
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
