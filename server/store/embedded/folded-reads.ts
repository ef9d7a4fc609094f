import type { EdgeType } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { FoldedReads } from '../history.ts'
import type { Database } from './database.ts'
import { recordHashes } from './record-hashes.ts'

/** Things read at a time, so that no statement stays open while others write. */
const thingsAtOnce = 2_000

/** Things as they stand in the file, as nothing else is as quick. */
export function foldedReads(database: Database): FoldedReads {
  return {
    async *foldedNodes() {
      const rows = rowsOf<NodeRow>(database, 'SELECT id, key, state FROM nodes')
      for (const { key, state } of rows) yield { key, state: JSON.parse(state) }
    },
    async *foldedEdges() {
      const hashes = recordHashes(database)
      const rows = rowsOf<EdgeRow>(
        database,
        `SELECT id, from_key AS "from", type, to_key AS "to", discriminator, state,
           (SELECT json_group_array(record) FROM edge_said WHERE thing = edges.id) AS said FROM edges`,
      )
      for (const { from, type, to, discriminator, state, said } of rows) {
        const records = hashes.of(JSON.parse(said) as number[])
        yield { id: { from, type, to, discriminator }, state: JSON.parse(state), records }
      }
    },
  }
}

interface NodeRow {
  readonly id: number
  readonly key: NodeKey
  readonly state: string
}

interface EdgeRow {
  readonly id: number
  readonly from: NodeKey
  readonly type: EdgeType
  readonly to: NodeKey
  readonly discriminator: string
  readonly state: string
  readonly said: string
}

function* rowsOf<Row extends { readonly id: number }>(database: Database, select: string) {
  let after = 0
  for (;;) {
    const rows = database.all<Row>(`${select} WHERE id > $after ORDER BY id LIMIT $limit`, {
      after,
      limit: thingsAtOnce,
    })
    yield* rows
    const last = rows.at(-1)
    if (rows.length < thingsAtOnce || last === undefined) return
    after = last.id
  }
}
