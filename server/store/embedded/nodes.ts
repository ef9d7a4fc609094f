import { areNamedAlike, namesOf } from '../../domain/fold-names.ts'
import { type FoldState, nodeState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { nodeTokens } from '../name-grams.ts'
import type { Database } from './database.ts'
import { unpackedSaid } from './packed-facts.ts'
import type { Things } from './things.ts'

/** The nodes of the graph, with the index that finds them by name. */
export function nodeThings(database: Database): Things<NodeKey> {
  const tokensOf = new Map<number, string | undefined>()
  return {
    find(key) {
      const found = database.get<{ id: number; state: string }>(
        'SELECT id, state FROM nodes WHERE key = $key',
        { key },
      )
      return found && { row: found.id, state: JSON.parse(found.state) as FoldState }
    },
    statesSaid(row, key) {
      return database
        .all<{ facts: string }>(
          'SELECT facts FROM node_said JOIN record_texts ON record_texts.id = record WHERE thing = $row',
          { row },
        )
        .flatMap(({ facts }) => unpackedSaid(facts).nodes)
        .filter((statement) => statement.key === key)
        .map(nodeState)
    },
    insert(key, state) {
      const row = database.insert(
        'INSERT OR IGNORE INTO nodes (key, state) VALUES ($key, $state)',
        { key, state: JSON.stringify(state) },
      )
      if (row !== undefined) tokensOf.set(row, nodeTokens(key, namesOf(key, state)))
      return row
    },
    update({ row, state: before }, key, state) {
      database.run('UPDATE nodes SET state = $state WHERE id = $row', {
        row,
        state: JSON.stringify(state),
      })
      if (areNamedAlike(key, before, state)) return
      tokensOf.set(row, nodeTokens(key, namesOf(key, state)))
    },
    remove(row) {
      database.run('DELETE FROM nodes WHERE id = $row', { row })
      tokensOf.set(row, undefined)
    },
    say(pairs) {
      database.run(
        `INSERT OR IGNORE INTO node_said (thing, record)
         SELECT value ->> 0, value ->> 1 FROM json_each($pairs)`,
        { pairs: JSON.stringify(pairs) },
      )
    },
    unsay(row, record) {
      database.run('DELETE FROM node_said WHERE thing = $row AND record = $record', { row, record })
    },
    settled() {
      for (const [row, tokens] of tokensOf) index(database, row, tokens)
      tokensOf.clear()
    },
  }
}

/**
 * Called for many nodes in a row: FTS5 writes what it has gathered to the file as soon as another table is written,
 * which makes it ten times slower.
 */
function index(database: Database, row: number, tokens: string | undefined): void {
  if (tokens === undefined) {
    database.run('DELETE FROM node_search WHERE rowid = $row', { row })
    return
  }
  database.run('INSERT OR REPLACE INTO node_search (rowid, tokens) VALUES ($row, $tokens)', {
    row,
    tokens,
  })
}
