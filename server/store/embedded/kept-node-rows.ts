import { randomInt } from 'node:crypto'

import type { NodeKey } from '../../domain/keys.ts'
import type { Database } from './database.ts'
import { nextRow } from './next-row.ts'
import type { NodeRows } from './node-rows.ts'

/**
 * The rows of all nodes of a store, known without asking it, in 16 to 32 bytes a node: for a thread that fills it while nobody else writes to it. A key is told apart by 64 bits of a hash. Once in a few hundred thousand loads
 * two keys of ten million have the same, and the second is given the row of the first: whoever finds another key in a row than the one that has it asks the store instead.
 */
export function keptNodeRows(database: Database): NodeRows {
  const rows = hashedRows()
  let next = nextRow(database, 'nodes')
  for (const { id, key } of allKeys(database)) rows.put(key, id)
  return {
    next: () => next,
    of: (keys) =>
      keys.map((key) => {
        const row = rows.put(key, next)
        if (row === next) next += 1
        return row
      }),
  }
}

interface KeyRow {
  readonly id: number
  readonly key: NodeKey
}

/** Page by page. */
function* allKeys(database: Database): Generator<KeyRow> {
  let after = 0
  for (;;) {
    const page = database.all<KeyRow>(
      'SELECT id, key FROM nodes WHERE id > $after ORDER BY id LIMIT $limit',
      { after, limit: keysAtOnce },
    )
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

const keysAtOnce = 5_000

/** Slots at first; twice as many whenever three quarters of them are taken. */
const slotsAtFirst = 4_096
/** Two numbers of a hash and a row; a row of 0 is a free slot. */
const width = 3

function hashedRows() {
  // Whoever writes data cannot know which keys have one hash.
  const seeds = [randomInt(2 ** 32), randomInt(2 ** 32)] as const
  let [high, low] = [0, 0]
  let slots = slotsAtFirst
  let kept = new Int32Array(slots * width)
  let size = 0
  /** Where the two numbers stand, or the free slot where they belong. */
  const placeOf = () => {
    let at = (low & (slots - 1)) * width
    while (kept[at + 2] !== 0 && (kept[at] !== high || kept[at + 1] !== low)) {
      at = at + width === kept.length ? 0 : at + width
    }
    return at
  }
  const keep = (at: number, row: number) => {
    kept[at] = high
    kept[at + 1] = low
    kept[at + 2] = row
  }
  const grow = () => {
    const before = kept
    slots *= 2
    kept = new Int32Array(slots * width)
    for (let at = 0; at < before.length; at += width) {
      const row = before[at + 2] as number
      if (row === 0) continue
      high = before[at] as number
      low = before[at + 1] as number
      keep(placeOf(), row)
    }
  }
  return {
    /** The row of the key, which is this one where it had none. */
    put(key: string, row: number): number {
      ;[high, low] = hashOf(key, seeds)
      const at = placeOf()
      const known = kept[at + 2] as number
      if (known !== 0) return known
      keep(at, row)
      size += 1
      if (3 * slots < 4 * size) grow()
      return row
    },
  }
}

/**
 * Two numbers of 32 bits: two streams in the manner of FNV-1a (Fowler, Noll and Vo, draft-eastlake-fnv) over UTF-16, with a base that is secret and a multiplier of its own each, crossed and finished as MurmurHash3
 * (Appleby 2011) finishes, so that each unit moves all bits of both.
 */
function hashOf(text: string, [first, second]: readonly [number, number]): [number, number] {
  let a = first
  let b = second
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x2c1b3c6d)
  }
  return [finished(a ^ turned(b)), finished(b ^ Math.imul(turned(a), 0x297a2d39))]
}

/** The halves of a word in the other order: its lowest bit tells the least of a text. */
function turned(word: number): number {
  return (word << 16) | (word >>> 16)
}

function finished(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
