import { growingIntegers, growingNumbers } from '../domain/columns/growing.ts'
import { joined, sharedBytes } from '../domain/columns/large-arrays.ts'
import type { Pairs } from './block.ts'
import {
  type ComparableColumn,
  type Comparing,
  compareStretch,
  comparing,
  ranksHeld,
  type Stretch,
} from './compare.ts'
import { apartDays, isGivenOut } from './decay.ts'
import type { ChannelColumn } from './encode.ts'
import type { Hands, Task } from './hands.ts'
import { at } from './key-column.ts'
import { unknownLevel } from './learn/patterns.ts'

/** All pairs in one channel, with what they share only where they share anything: most pairs agree in few channels. */
export interface ComparedPairs extends Agreements {
  /** By pair, as in `Compared`. */
  readonly level: Uint8Array
}

interface Agreements {
  /** Pairs that agree, ascending. */
  readonly agreeing: Int32Array
  /** What each of them shares. */
  readonly worth: Float64Array
  /** Days for which nobody was seen to have it; absent in a channel whose values stay where they are. */
  readonly apart: Int32Array | undefined
}

/** A store is learnt from and weighed several times over, and a comparison of a million pairs costs more than all that is made of it. */
const remembered = new WeakMap<ChannelColumn, WeakMap<Pairs, ComparedPairs>>()

/** All pairs in every channel; kept for as long as the columns and the pairs are, none of which ever changes. */
export function comparePairs(
  columns: readonly ChannelColumn[],
  pairs: Pairs,
  hands: Hands,
): ComparedPairs[] {
  const known = columns.map((column) => remembered.get(column)?.get(pairs))
  const open = columns.filter((_, place) => known[place] === undefined)
  const found = open.length === 0 ? [] : compareAll(open, pairs, hands)
  for (const [place, column] of open.entries()) {
    const ofColumn = remembered.get(column) ?? new WeakMap<Pairs, ComparedPairs>()
    remembered.set(column, ofColumn.set(pairs, found[place] as ComparedPairs))
  }
  let next = 0
  return known.map((own) => own ?? (found[next++] as ComparedPairs))
}

/** Lets go of what was compared, which takes as much as all else that is kept of pairs; it comes again to whoever asks for it. */
export function forgetPairs(columns: readonly ChannelColumn[], pairs: Pairs): void {
  for (const column of columns) remembered.get(column)?.delete(pairs)
}

/** Enough that a channel of a few hundred thousand shops is looked through without beginning anew all the time, and few enough that no thread waits long for the last. */
const stretchPairs = 1 << 17

function compareAll(columns: readonly ChannelColumn[], { left, right }: Pairs, hands: Hands) {
  const stretches = stretchesOf(left.length)
  const level = columns.map(() => sharedBytes(left.length).fill(unknownLevel))
  const input = { columns: columns.map(datedColumn), pairs: { left, right }, level }
  const pieces = columns.flatMap((_, place) => stretches.map((own) => ({ place, ...own })))
  const found = hands.each(compareTask, input, pieces)
  return level.map((own, place): ComparedPairs => {
    const first = place * stretches.length
    return { level: own, ...joinedAgreements(found.slice(first, first + stretches.length)) }
  })
}

function stretchesOf(pairs: number): Stretch[] {
  return Array.from({ length: Math.max(1, Math.ceil(pairs / stretchPairs)) }, (_, n) => ({
    first: n * stretchPairs,
    end: Math.min(pairs, (n + 1) * stretchPairs),
  }))
}

/** A channel with what tells how long shops had its values apart, where that counts. */
interface DatedColumn extends ComparableColumn, Pick<ChannelColumn, 'held'> {}

/** No more than that, as another thread is to have it. */
function datedColumn({ known, layout, ranks, held, rule }: ChannelColumn): DatedColumn {
  return {
    ...{ known, layout },
    ranks: ranks.map(({ starts, codes, worth, holders }) => ({ starts, codes, worth, holders })),
    held: isGivenOut(rule.channel) ? held : undefined,
  }
}

interface Input {
  readonly columns: readonly DatedColumn[]
  readonly pairs: Pick<Pairs, 'left' | 'right'>
  /** By column, written to. */
  readonly level: readonly Uint8Array[]
}

/** Some pairs in the channel at a place. */
interface Piece extends Stretch {
  readonly place: number
}

/** Compares some pairs in one channel. */
export const compareTask: Task<Input, Piece, Agreements> = {
  name: 'compare',
  begin({ columns, pairs, level }) {
    const begun: Comparing[] = []
    return ({ place, ...stretch }) => {
      const column = columns[place] as DatedColumn
      const own = begun[place] ?? comparing(column, ranksHeld(column))
      begun[place] = own
      const agreeing = growingIntegers()
      const worth = growingNumbers()
      const apart = column.held && growingIntegers()
      compareStretch(own, pairs, stretch, level[place] as Uint8Array, (pair, shared) => {
        agreeing.push(pair)
        worth.push(shared)
        apart?.push(apartDays(column, at(pairs.left, pair), at(pairs.right, pair)))
      })
      return { agreeing: agreeing.taken(), worth: worth.taken(), apart: apart?.taken() }
    }
  },
}

function joinedAgreements(stretches: readonly Agreements[]): Agreements {
  const apart = stretches.flatMap((own) => own.apart ?? [])
  return {
    agreeing: joined(stretches.map((own) => own.agreeing)),
    worth: joined(stretches.map((own) => own.worth)),
    apart: apart.length < stretches.length ? undefined : joined(apart),
  }
}
