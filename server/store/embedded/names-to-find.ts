import type { Database } from './database.ts'

/**
 * Names of nodes that are yet to be made findable. They are gathered while other tables are written and then written together: FTS5 writes what it has gathered to the file as soon as
 * another table is written.
 */
export interface NamesToFind {
  /** The tokens of a node of a row that is new. */
  add(row: number, tokens: string): void
  /** Those of a node that is called otherwise than before, or by another name too. */
  change(row: number, tokens: string): void
  /** Writes all that was gathered. */
  write(): void
}

interface Named {
  readonly tokens: string
  readonly isNew: boolean
}

export function namesToFind(database: Database): NamesToFind {
  const named = new Map<number, Named>()
  return {
    add(row, tokens) {
      named.set(row, { tokens, isNew: true })
    },
    change(row, tokens) {
      const isNew = named.get(row)?.isNew ?? false
      named.set(row, { tokens, isNew })
    },
    write() {
      // A row a statement: before one of several rows FTS5 writes to the file what it has gathered.
      const into = 'INTO node_search (rowid, tokens) VALUES (?, ?)'
      database.runAll(`INSERT ${into}`, indexed(named, true))
      database.runAll(`INSERT OR REPLACE ${into}`, indexed(named, false))
      named.clear()
    },
  }
}

/** In the order in which rows were dealt, as FTS5 wants them. */
function* indexed(named: ReadonlyMap<number, Named>, isNew: boolean): Generator<[number, string]> {
  for (const [row, one] of named) {
    if (one.isNew === isNew) yield [row, one.tokens]
  }
}
