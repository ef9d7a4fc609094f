import { type Access, openSqlite, type Sqlite } from './sqlite.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { stillFile } from './still-file.ts'

export type SqlValue = string | number | null | Uint8Array
export type SqlParameters = Readonly<Record<string, SqlValue>>

/** A SQLite file with named parameters, but for rows by the thousand; every error of SQLite leaves as a FailureError sentence. */
export interface Database extends Disposable, DatabaseOptions {
  readonly path: string
  /** Rows of a query. The caller names their shape, as only our own statements run here. */
  all<Row>(sql: string, parameters?: SqlParameters): Row[]
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined
  run(sql: string, parameters?: SqlParameters): void
  /** Runs a statement for each row of values, which stand for its `?` in order: names cost more than the writing of a row. */
  runAll(sql: string, rows: Iterable<readonly SqlValue[]>): void
  /** Inserts rows of values, all as long as the first; `into` is an INSERT up to its columns. Names for values, and a statement a row, would cost more than the writing of a row. */
  insertAll(into: string, rows: Iterable<readonly SqlValue[]>): void
  /** The rowid that an INSERT OR IGNORE gave, or undefined when it ignored. */
  insert(sql: string, parameters?: SqlParameters): number | undefined
  /** Runs statements that take no parameters. */
  script(sql: string): void
  /** Ends a transaction of which nothing is to stay, if one is still open. */
  rollBack(): void
  /** All of the work, or, when it throws, nothing of it. */
  transaction<T>(work: () => T): T
}

export interface DatabaseOptions {
  /** How long a statement waits for another process that writes. */
  readonly busyTimeoutMs: number
  /** `write` when absent. */
  readonly access?: Access | undefined
}

export async function openDatabase(
  path: string,
  { busyTimeoutMs, access = 'write' }: DatabaseOptions,
): Promise<Database> {
  // Before the file is opened, so that whoever writes to it from now on is seen.
  const checkStill = access === 'still' ? stillFile(path) : undefined
  const sqlite = await openSqlite(path, access).catch((error: unknown) => {
    throw sqliteFailure(path, error)
  })
  const guard = <T>(work: () => T): T => guarded(path, work, checkStill)
  const prepare = statementCache(sqlite)
  const script = (sql: string) => guard(() => sqlite.exec(sql))
  script(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  let open = true
  return {
    path,
    busyTimeoutMs,
    access,
    all: (sql, parameters = {}) => guard(() => prepare(sql).all(parameters)),
    get: (sql, parameters = {}) => guard(() => prepare(sql).get(parameters) ?? undefined),
    run: (sql, parameters = {}) => void guard(() => prepare(sql).run(parameters)),
    insertAll: (into, rows) => {
      const statements = new Map<number, Statement>()
      for (const { values, columns } of inLots(rows)) {
        guard(() => {
          const count = values.length / columns
          const statement = statements.get(count) ?? prepare(insertOf(into, columns, count))
          statements.set(count, statement)
          statement.run(...values)
        })
      }
    },
    runAll: (sql, rows) => {
      const statement = guard(() => prepare(sql))
      for (const row of rows) guard(() => statement.run(...row))
    },
    insert: (sql, parameters = {}) => {
      const { changes, lastInsertRowid } = guard(() => prepare(sql).run(parameters))
      return changes === 0 ? undefined : Number(lastInsertRowid)
    },
    script,
    rollBack: () => rollBack(sqlite),
    transaction: (work) => inTransaction({ script, rollBack: () => rollBack(sqlite) }, work),
    [Symbol.dispose]: () => {
      if (open) sqlite.close()
      open = false
    },
  }
}

function guarded<T>(path: string, work: () => T, checkStill: (() => void) | undefined): T {
  try {
    const result = work()
    checkStill?.()
    return result
  } catch (error) {
    // Pages of two states make errors of any kind.
    checkStill?.()
    throw sqliteFailure(path, error)
  }
}

/** Rows that one statement inserts. */
const lotRows = 32

interface Lot {
  /** Those of all its rows, one row after the other. */
  readonly values: SqlValue[]
  readonly columns: number
}

/** What is left after the last whole lot goes row by row, so that there are two statements a table and not one for every number of rows. */
function* inLots(rows: Iterable<readonly SqlValue[]>): Generator<Lot> {
  let values: SqlValue[] = []
  let columns = 0
  for (const row of rows) {
    columns = row.length
    for (const value of row) values.push(value)
    if (values.length < columns * lotRows) continue
    yield { values, columns }
    values = []
  }
  for (let start = 0; start < values.length; start += columns) {
    yield { values: values.slice(start, start + columns), columns }
  }
}

function insertOf(into: string, columns: number, rows: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`
  return `${into} VALUES ${Array(rows).fill(row).join(', ')}`
}

type Statement = ReturnType<Sqlite['prepare']>

/** Statements are compiled once; the adapter has some dozens of them, so that none needs to be let go. */
function statementCache(sqlite: Sqlite) {
  const statements = new Map<string, Statement>()
  return (sql: string) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = sqlite.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
}

/** IMMEDIATE takes the write lock at the start, so that a writer who waits in vain has done nothing yet. */
function inTransaction<T>(
  { script, rollBack }: Pick<Database, 'script' | 'rollBack'>,
  work: () => T,
): T {
  script('BEGIN IMMEDIATE')
  try {
    const result = work()
    script('COMMIT')
    return result
  } catch (error) {
    rollBack()
    throw error
  }
}

/**
 * SQLite itself rolls back where the disk is full or does not write, and then has nothing to roll back: what went wrong first is what people have to hear of, and where the transaction is open
 * in spite of all, whoever begins the next one is told.
 */
function rollBack(sqlite: Sqlite): void {
  try {
    sqlite.exec('ROLLBACK')
  } catch {
    // Whoever rolls back has an error to throw, and it says more.
  }
}
