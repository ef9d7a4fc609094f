import { type FoldState, nameOf } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { nodeTokens } from '../name-grams.ts'
import type { Database } from './database.ts'

/**
 * Names of nodes that are yet to be made findable. They are gathered while other tables are written and then written together: FTS5 writes what it has gathered to the file as soon as
 * another table is written.
 */
export interface NamesToFind {
  /** A node of a row that is new. */
  add(row: number, key: NodeKey, state: FoldState): void
  /** A node that is called otherwise than before. */
  change(row: number, key: NodeKey, state: FoldState): void
  /** Writes all that was gathered. */
  write(): void
}

interface Name {
  readonly key: NodeKey
  readonly name: string
  readonly isNew: boolean
}

export function namesToFind(database: Database): NamesToFind {
  const names = new Map<number, Name>()
  return {
    add(row, key, state) {
      names.set(row, { key, name: nameOf(key, state), isNew: true })
    },
    change(row, key, state) {
      const isNew = names.get(row)?.isNew ?? false
      names.set(row, { key, name: nameOf(key, state), isNew })
    },
    write() {
      const into = 'INTO node_search (rowid, tokens)'
      database.insertAll(`INSERT ${into}`, indexed(names, true))
      database.insertAll(`INSERT OR REPLACE ${into}`, indexed(names, false))
      names.clear()
    },
  }
}

/** In the order in which rows were dealt, as FTS5 wants them. */
function* indexed(names: ReadonlyMap<number, Name>, isNew: boolean): Generator<[number, string]> {
  for (const [row, name] of names) if (name.isNew === isNew) yield [row, nodeTokens(name)]
}
