import { edgeState, type FoldState } from '../../domain/fold-state.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import { sortable } from '../sortable.ts'
import type { Database } from './database.ts'
import { unpackedSaid } from './packed-facts.ts'
import type { Things } from './things.ts'

/** The relations of the graph. */
export function edgeThings(database: Database): Things<EdgeId> {
  return {
    find(id) {
      const found = database.get<{ id: number; state: string }>(
        `SELECT id, state FROM edges
         WHERE from_key = $from AND type = $type AND to_key = $to AND sort = $sort`,
        { from: id.from, type: id.type, to: id.to, sort: sortable(id.discriminator) },
      )
      return found && { row: found.id, state: JSON.parse(found.state) as FoldState }
    },
    statesSaid(row, id) {
      return database
        .all<{ facts: string }>(
          'SELECT facts FROM edge_said JOIN record_texts ON record_texts.id = record WHERE thing = $row',
          { row },
        )
        .flatMap(({ facts }) => unpackedSaid(facts).edges)
        .filter((statement) => edgeIdentity(statement) === edgeIdentity(id))
        .map(edgeState)
    },
    insert(id, state) {
      return database.insert(
        `INSERT OR IGNORE INTO edges (from_key, type, to_key, discriminator, sort, state)
         VALUES ($from, $type, $to, $discriminator, $sort, $state)`,
        {
          from: id.from,
          type: id.type,
          to: id.to,
          discriminator: id.discriminator,
          sort: sortable(id.discriminator),
          state: JSON.stringify(state),
        },
      )
    },
    update({ row }, _id, state) {
      database.run('UPDATE edges SET state = $state WHERE id = $row', {
        row,
        state: JSON.stringify(state),
      })
    },
    remove(row) {
      database.run('DELETE FROM edges WHERE id = $row', { row })
    },
    say(pairs) {
      database.run(
        `INSERT OR IGNORE INTO edge_said (thing, record)
         SELECT value ->> 0, value ->> 1 FROM json_each($pairs)`,
        { pairs: JSON.stringify(pairs) },
      )
    },
    unsay(row, record) {
      database.run('DELETE FROM edge_said WHERE thing = $row AND record = $record', { row, record })
    },
    settled: () => undefined,
  }
}
