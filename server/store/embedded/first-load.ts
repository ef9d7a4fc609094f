import type { Facts } from '../../domain/fact.ts'
import { type HashSet, hashSet } from '../../domain/hash-set.ts'
import type { EpochMs } from '../../domain/units.ts'
import type { WrittenFacts } from '../written-facts.ts'
import type { Database } from './database.ts'
import { haveIndexes, withoutIndexes } from './put-off-indexes.ts'
import { mappedBytes } from './schema.ts'

/**
 * The filling of a store that held no record, by all the sources of a load. Two indexes take a key in no order for every row and relation, which at a million rows touches most of their pages in every batch; they are
 * left out until the load is finished and then written in one go. Which records are there is known here meanwhile.
 */
export interface FirstLoad {
  /** Begins a batch, within its transaction: where the store holds no record a first load begins, and where somebody else wrote meanwhile it ends. */
  begin(): void
  /** Whether a record did not come before; from now on it did, and is put after those that came before it. */
  isNew(facts: Facts): boolean
  /** Those of the records that were not put before; undefined where the store has to be asked, as one of the others says something new or this is no first load: whoever is told so leaves it. */
  newOf(batch: readonly WrittenFacts[], at: EpochMs): readonly WrittenFacts[] | undefined
  /** The records were put, in this order. */
  put(batch: readonly Facts[]): void
  /** Whether there is one. */
  isOn(): boolean
  /** Whether nobody but this connection has written since it began. */
  isAlone(): boolean
  /** Ends it, where there is one: every index is there. */
  leave(): void
  /** The same with less memory, outside of any transaction. */
  end(): void
}

interface Begun {
  /** The number of a record is its row, as rows are dealt from 1; of a batch that was taken back or never put it is another's or nobody's, which is seen when the two are compared. */
  readonly known: HashSet
  /** Another one means that somebody else wrote. */
  readonly version: number | undefined
}

export function firstLoad(database: Database): FirstLoad {
  let begun: Begun | undefined
  const leave = () => {
    haveIndexes(database)
    if (begun !== undefined) wait(database, database.busyTimeoutMs, mappedBytes)
    begun = undefined
  }
  return {
    isOn: () => begun !== undefined,
    isAlone: () => begun?.version === versionOf(database),
    leave() {
      if (begun !== undefined) leave()
    },
    end() {
      // Sorting the keys of a million rows takes more memory than all the rest of a load; within a transaction this cannot be set.
      database.script('PRAGMA temp_store = FILE')
      leave()
      database.script('PRAGMA temp_store = MEMORY')
    },
    begin() {
      const version = versionOf(database)
      if (begun !== undefined && begun.version === version) return
      leave()
      if (!isEmpty(database)) return
      withoutIndexes(database)
      gatherNames(database)
      setUpToFill(database)
      begun = { known: hashSet(), version }
    },
    isNew({ record }) {
      if (begun === undefined || begun.known.has(record.hash)) return false
      begun.known.add(record.hash)
      return true
    },
    newOf(batch, at) {
      if (begun === undefined) return undefined
      const { known } = begun
      const isNew = (one: WrittenFacts) => known.numberOf(one.facts.record.hash) === undefined
      const others = batch.filter((one) => !isNew(one))
      const isAsKept = (one: WrittenFacts) =>
        changesNothing(database, known.numberOf(one.facts.record.hash) ?? 0, one, at)
      return others.every(isAsKept) ? batch.filter(isNew) : undefined
    },
    put(batch) {
      for (const { record } of batch) begun?.known.add(record.hash)
    },
  }
}

/** Of what full text gathers before it writes a piece of its index: the names of a whole batch. */
const gatheredNameBytes = 16_777_216

/** Stays in the store, for whoever writes to it later. */
function gatherNames(database: Database): void {
  database.run("INSERT INTO node_search (node_search, rank) VALUES ('hashsize', $bytes)", {
    bytes: gatheredNameBytes,
  })
}

/** Whoever opens the store meanwhile gives it its indexes, which may take longer than any batch. */
const patienceMs = 600_000

/** A file that is mapped counts as memory of whoever fills it, page by page. */
export function setUpToFill(database: Database): void {
  wait(database, patienceMs, 0)
}

function wait(database: Database, timeoutMs: number, mapped: number): void {
  database.script(`PRAGMA busy_timeout = ${timeoutMs}; PRAGMA mmap_size = ${mapped}`)
}

/** A number that is another one whenever another connection has written. */
export function versionOf(database: Database): number | undefined {
  return database.get<{ data_version: number }>('PRAGMA data_version')?.data_version
}

function isEmpty(database: Database): boolean {
  return database.get('SELECT id FROM records LIMIT 1') === undefined
}

interface KeptRow {
  readonly row: number
  readonly put_at: number
  readonly body: string
  readonly facts: string
}

/** Of equal rows in one load the first counts. */
function changesNothing(
  database: Database,
  id: number,
  { facts, body, said }: WrittenFacts,
  at: EpochMs,
): boolean {
  const kept = database.get<KeptRow>(
    `SELECT row, put_at, body, facts FROM records JOIN record_texts USING (id)
     WHERE id = $id AND hash = unhex($hash)`,
    { id, hash: facts.record.hash },
  )
  if (kept === undefined || kept.body !== body || kept.facts !== said) return false
  return kept.put_at === at && kept.row <= facts.record.row
}
