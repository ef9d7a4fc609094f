import { largeBytes, largeIntegers } from '../../domain/columns/large-arrays.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { Database } from './database.ts'

/** The hashes of all current records, by the number that a record has in this database. */
export interface RecordHashes {
  /** Sorted hashes of records by their numbers. */
  of(said: readonly number[]): Sha256[]
  /** All of them, sorted. */
  sorted(): Iterable<Sha256>
}

/** Records read at a time, so that no statement stays open while others write. */
const recordsAtOnce = 20_000

/** Bytes of a hash. */
const size = 32

export function recordHashes(database: Database): RecordHashes {
  const ids = 1 + lastRecord(database)
  const [order, known] = [largeIntegers(ids), largeBytes(ids)]
  // Bytes beside the heap: as texts, those of a million shops take a gigabyte.
  const bytes = Buffer.from(largeBytes(size * ids).buffer)
  let count = 0
  for (const { ids: numbers, hashes } of currentRecords(database)) {
    for (const [place, id] of numbers.entries()) {
      hashes.copy(bytes, size * id, size * place, size * (place + 1))
      known[id] = 1
      order[count++] = id
    }
  }
  const textOf = (id: number) => bytes.toString('hex', size * id, size * (id + 1)) as Sha256
  const of = (id: number) => (known[id] === 1 ? [textOf(id)] : readHash(database, id))
  return {
    of: (said) => (said.length < 2 ? said.flatMap(of) : said.flatMap(of).sort()),
    *sorted() {
      for (const id of order.subarray(0, count)) yield textOf(id)
    },
  }
}

/** What is written while a graph is read may name a record that was not there when the reading began. */
function readHash(database: Database, id: number): Sha256[] {
  return database
    .all<{ hash: Sha256 }>('SELECT lower(hex(hash)) AS hash FROM records WHERE id = $id', { id })
    .map(({ hash }) => hash)
}

function lastRecord(database: Database): number {
  return database.get<{ last: number | null }>('SELECT max(id) AS last FROM records')?.last ?? 0
}

/** In the order of their hashes, which come as one text, as one for each would cost more than all that is made of it. */
function* currentRecords(
  database: Database,
): Generator<{ readonly ids: readonly number[]; readonly hashes: Buffer }> {
  let after = ''
  for (;;) {
    const page = database.get<{ ids: string | null; hashes: string | null }>(
      `SELECT group_concat(id) AS ids, group_concat(hex(hash), '') AS hashes
       FROM (SELECT id, hash FROM records WHERE superseded_at IS NULL AND hash > unhex($after)
             ORDER BY hash LIMIT $limit)`,
      { after, limit: recordsAtOnce },
    )
    const ids = JSON.parse(`[${page?.ids ?? ''}]`) as number[]
    const hashes = page?.hashes ?? ''
    yield { ids, hashes: Buffer.from(hashes, 'hex') }
    after = hashes.slice(-2 * size)
    if (ids.length < recordsAtOnce) return
  }
}
