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
  for (const [id, hash] of currentRecords(database)) {
    bytes.write(hash, size * id, 'hex')
    known[id] = 1
    order[count++] = id
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

function* currentRecords(database: Database): Generator<[number, Sha256]> {
  let after = ''
  for (;;) {
    const page = database.get<{ rows: string }>(
      `SELECT '[' || coalesce(group_concat('[' || id || ',"' || lower(hex(hash)) || '"]'), '') || ']' AS rows
       FROM (SELECT id, hash FROM records WHERE superseded_at IS NULL AND hash > unhex($after)
             ORDER BY hash LIMIT $limit)`,
      { after, limit: recordsAtOnce },
    )
    const rows = JSON.parse(page?.rows ?? '[]') as [number, Sha256][]
    yield* rows
    const last = rows.at(-1)
    if (rows.length < recordsAtOnce || last === undefined) return
    after = last[1]
  }
}
