import { growingIntegers, growingNumbers } from '../domain/columns/growing.ts'
import { joined } from '../domain/columns/large-arrays.ts'
import { Family } from '../domain/link.ts'
import { familyCount, independentFamilies, type Overlaps } from './combine-families.ts'
import { type Chunks, chunkTask, eachChunk } from './family-sums.ts'
import { at } from './key-column.ts'
import { type ComparedColumn, patternsOf } from './learn/patterns.ts'
import { judgeSession } from './learn/session.ts'
import { sessionRows } from './learn/session-rows.ts'
import { jointSession, overlapDamping } from './overlap.ts'

/** Least bits of each level of a family's agreement, falling. */
const edges = [14, 11, 8, 5, 2]
/** Where too few pairs agree in two families, the second counts this much. */
const usualOverlap = 0.8
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
export function familyOverlaps(chunks: Chunks, judges: Judges, prior: number): Overlaps {
  const found = eachChunk(meetTask, chunks, undefined)
  const overlaps = independentFamilies()
  for (const [place, both] of everyTwo().entries()) {
    const [first, second] = both
    const meeting = joinedMeetings(found.map((own) => own[place] as Meeting))
    const own = overlapOf(meeting, othersThan(judges, both), prior)
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
  readonly pairs: Int32Array
  /** By pair: level of the first × levels + level of the second. */
  readonly cells: Int32Array
  /** By pair, the bits of each family. */
  readonly one: Float64Array
  readonly other: Float64Array
}

const cellCount = edges.length ** 2

/** Gives the pairs that agree in two families, for every two. */
export const meetTask = chunkTask('meet', () => (sums, first, end): Meeting[] => {
  const strengths = sums.map(({ agreement }) => strengthsOf(agreement.subarray(0, end - first)))
  return everyTwo().map((both) => {
    const [one, other] = both.map((family) => strengths[family]) as [Uint8Array, Uint8Array]
    const [oneBits, otherBits] = both.map((family) => sums[family]?.agreement) as [
      Float64Array,
      Float64Array,
    ]
    const [pairs, cells] = [growingIntegers(), growingIntegers()]
    const bits = [growingNumbers(), growingNumbers()] as const
    for (let i = 0; i < one.length; i++) {
      if (at(one, i) === edges.length || at(other, i) === edges.length) continue
      pairs.push(first + i)
      cells.push(at(one, i) * edges.length + at(other, i))
      bits[0].push(at(oneBits, i))
      bits[1].push(at(otherBits, i))
    }
    return {
      ...{ pairs: pairs.taken(), cells: cells.taken() },
      ...{ one: bits[0].taken(), other: bits[1].taken() },
    }
  })
})

function joinedMeetings(chunks: readonly Meeting[]): Meeting {
  return {
    pairs: joined(chunks.map(({ pairs }) => pairs)),
    cells: joined(chunks.map(({ cells }) => cells)),
    one: joined(chunks.map(({ one }) => one)),
    other: joined(chunks.map(({ other }) => other)),
  }
}

/** By cell, the mean of a family's bits, summed up pair by pair. */
function meansOf(cells: Int32Array, bits: Float64Array): Float64Array {
  const sums = new Float64Array(cellCount)
  const counts = new Float64Array(cellCount)
  for (const [place, cell] of cells.entries()) {
    sums[cell] = at(sums, cell) + at(bits, place)
    counts[cell] = at(counts, cell) + 1
  }
  return sums.map((sum, cell) => sum / Math.max(1, at(counts, cell)))
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
  { pairs, cells, one, other }: Meeting,
  { columns, m, u }: Judges,
  prior: number,
): number {
  const judging = columns.map(
    (column): ComparedColumn => ({
      ...column,
      level: Uint8Array.from(pairs, (pair) => at(column.level, pair)),
    }),
  )
  const joint: ComparedColumn = {
    channel: 'families',
    family: 'families',
    levels: cellCount + 1,
    ordered: false,
    level: Uint8Array.from(cells),
  }
  const [ones, others] = [meansOf(cells, one), meansOf(cells, other)]
  const means = Array.from(ones, (own, cell) => [own, at(others, cell)] as const)
  const patterns = patternsOf([...judging, joint], pairs.length)
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
