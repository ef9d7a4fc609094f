import { Family } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { type ComparedPairs, comparePairs } from './compare-pairs.ts'
import { withinFamily } from './dampings.ts'
import { bitsAfter, type GivenOutColumn } from './decay.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { firstFrom } from './first-from.ts'
import type { Hands, Task } from './hands.ts'
import { at } from './key-column.ts'
import { familyOfLevel, rawBits, type Scale } from './scale.ts'
import { slopeOf } from './slopes.ts'
import type { ChannelWeights } from './weights.ts'

/** Their sums fit into a cache, and a few thousand shops have several. */
const chunkPairs = 16_384

/** One family of some pairs: its agreements, damped among themselves, and its counter-evidence, which counts whole. */
export interface FamilySums {
  readonly agreement: Float64Array
  readonly against: Float64Array
}

/** What is made of every family of the pairs from `first` to before `end`; the sums are written anew for each chunk. */
type UseSums<Output> = (sums: readonly FamilySums[], first: number, end: number) => Output

export interface ChunkInput<Own> {
  readonly columns: readonly WeighedColumn[]
  /** By family, what its second agreement counts. */
  readonly within: Float64Array
  readonly total: number
  readonly own: Own
}

/** Work on the sums of all families, a chunk of pairs at a time; a piece is the first pair of its chunk. */
export type ChunkTask<Own, Output> = Task<ChunkInput<Own>, number, Output>

export function chunkTask<Own, Output>(
  name: string,
  use: (own: Own) => UseSums<Output>,
): ChunkTask<Own, Output> {
  return {
    name,
    begin({ columns, within, total, own }) {
      const sums = Array.from(within, (): Sums => {
        const zeros = () => new Float64Array(Math.min(total, chunkPairs))
        return { most: zeros(), agreement: zeros(), against: zeros() }
      })
      const useOwn = use(own)
      return (first) => {
        const end = Math.min(total, first + chunkPairs)
        sums.forEach(clear)
        for (const column of columns) addColumn(column, sums, first, end)
        for (const [family, own] of sums.entries()) dampFamily(own, at(within, family))
        return useOwn(sums, first, end)
      }
    },
  }
}

/** Hands out every family of all pairs to a task, a chunk of pairs at a time. */
export function eachChunk<Own, Output>(
  task: ChunkTask<Own, Output>,
  chunks: Chunks,
  own: Own,
  onProgress?: (done: number, total: number) => void,
): Output[] {
  const { scale, pairs, hands } = chunks
  const total = pairs.left.length
  // One chunk where there is no pair, whose task then gives nothing of it.
  const chunkCount = Math.max(1, Math.ceil(total / chunkPairs))
  const firsts = Array.from({ length: chunkCount }, (_, n) => n * chunkPairs)
  const input = {
    columns: weighedColumns(chunks),
    within: Float64Array.from(Family.options, (family) => withinFamily(scale.dampings, family)),
    ...{ total, own },
  }
  return hands.each(task, input, firsts, (done) =>
    onProgress?.(Math.min(total, done * chunkPairs), total),
  )
}

/** Pairs, how they are weighed and by whom. */
export interface Chunks {
  readonly encoded: Encoded
  readonly scale: Scale
  readonly pairs: Pairs
  readonly hands: Hands
}

interface Sums extends FamilySums {
  readonly most: Float64Array
}

function clear({ most, agreement, against }: Sums): void {
  for (const own of [most, agreement, against]) own.fill(0)
}

/** One channel of all pairs, with what a difference is worth and where each level counts. */
interface WeighedColumn {
  readonly column: GivenOutColumn
  readonly weights: ChannelWeights
  readonly slope: number
  readonly compared: ComparedPairs
  /** By level, the place of its family. */
  readonly familyOf: Uint8Array
}

function weighedColumns({ encoded, scale, pairs, hands }: Chunks): readonly WeighedColumn[] {
  const { columns } = encoded
  const compared = comparePairs(columns, pairs, hands)
  return columns.map((column, place) => ({
    column: bareColumn(column),
    weights: scale.channels[place] as ChannelWeights,
    slope: slopeOf(scale.slopes, column.rule.channel),
    compared: compared[place] as ComparedPairs,
    familyOf: Uint8Array.from({ length: column.layout.levels }, (_, level) =>
      Family.options.indexOf(familyOfLevel(column, level)),
    ),
  }))
}

/** No more than that, as another thread is to have it. */
function bareColumn({ layout, population, ranks, rule }: ChannelColumn): GivenOutColumn {
  return {
    ...{ layout, population },
    ranks: ranks.map(({ level }) => ({ level })),
    rule: { channel: rule.channel },
  }
}

/** Adds one channel of the pairs from `first` to before `end`: learnt bits times slope, not yet damped. */
function addColumn(
  { column, weights, slope, compared, familyOf }: WeighedColumn,
  sums: readonly Sums[],
  first: number,
  end: number,
): void {
  const { level, agreeing, worth, apart } = compared
  addDifferences(
    level.subarray(first, end),
    column.layout.differ,
    slope * at(weights.bits, column.layout.differ),
    sums[at(familyOf, column.layout.differ)] as Sums,
  )
  for (let n = firstFrom(agreeing, first); n < agreeing.length && at(agreeing, n) < end; n++) {
    const pair = at(agreeing, n)
    const own = at(level, pair)
    const raw = rawBits(column, weights, own, at(worth, n))
    const bits = apart === undefined ? raw : bitsAfter(column, own, raw, at(apart, n))
    add(sums[at(familyOf, own)] as Sums, pair - first, slope * bits)
  }
}

function addDifferences(level: Uint8Array, differ: number, bits: number, sums: Sums): void {
  for (let i = 0; i < level.length; i++) if (at(level, i) === differ) add(sums, i, bits)
}

function add({ most, agreement, against }: Sums, i: number, bits: number): void {
  if (bits < 0) against[i] = at(against, i) + bits
  else agreement[i] = at(agreement, i) + bits
  if (at(most, i) < bits) most[i] = bits
}

/** The strongest agreement counts whole, the others by the damping. */
function dampFamily({ most, agreement }: Sums, damping: number): void {
  for (let i = 0; i < most.length; i++)
    agreement[i] = at(most, i) + damping * (at(agreement, i) - at(most, i))
}
