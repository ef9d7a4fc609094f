import type { NodeKey } from '../../domain/keys.ts'
import type { Database } from './database.ts'
import { nextRow } from './next-row.ts'

/** Which rows nodes have. Rows are dealt from the first that is free, one after the other, so that of an answer those are new that lie beyond all that were there. */
export interface NodeRows {
  /** The row that is dealt next. */
  next(): number
  /** A row for each of the keys, which differ, in their order: dealt now where a node has none. */
  of(keys: readonly NodeKey[]): readonly number[]
}

/** Asks the store, within a transaction. */
export function askedNodeRows(database: Database): NodeRows {
  return {
    next: () => nextRow(database, 'nodes'),
    of(keys) {
      const stood = database.all<{ id: number; place: number }>(
        `SELECT nodes.id AS id, asked.key AS place FROM json_each($keys) AS asked
         CROSS JOIN nodes ON nodes.key = asked.value`,
        { keys: JSON.stringify(keys) },
      )
      const rows = new Map(stood.map(({ id, place }) => [place, id]))
      let next = nextRow(database, 'nodes')
      return keys.map((_, place) => rows.get(place) ?? next++)
    },
  }
}
