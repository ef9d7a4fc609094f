import type { Facts } from '../../domain/fact.ts'
import { edgeState, nodeState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import { type TouchedThings, touchedThings } from '../touched.ts'
import type { WrittenFacts } from '../written-facts.ts'
import type { Database } from './database.ts'
import { edgeThings } from './edges.ts'
import { type EndedRecords, endedRecords } from './ended.ts'
import { nodeThings } from './nodes.ts'
import { othersAbout, packedFacts, unpackedSaid } from './packed-facts.ts'
import { sourceNumber } from './record-sources.ts'
import { settle } from './things.ts'

/** Writes of records within one transaction; nothing reaches the graph before `settle`. */
export interface RecordChanges {
  /** Makes a record current from `at`; a version that said something else is closed. */
  put(written: WrittenFacts, at: EpochMs): void
  /** Keeps a version that was current from `loadedAt` until `supersededAt`, for ever when that is absent. */
  restore(facts: Facts, loadedAt: EpochMs, supersededAt: EpochMs | undefined): void
  /** Closes a current record at a moment. */
  close(hash: Sha256, at: EpochMs): void
  settle(): void
}

interface CurrentRow {
  readonly id: number
  readonly row: number
  readonly loaded_at: number
  readonly put_at: number
  readonly body: string
  readonly facts: string
}

export function recordChanges(database: Database): RecordChanges {
  const graph = {
    nodes: touchedThings<NodeKey, number>((key) => key),
    edges: touchedThings<EdgeId, number>(edgeIdentity),
    ended: endedRecords(database),
  }
  const close = (hash: Sha256, at: EpochMs) => {
    const current = currentRow(database, hash)
    if (current !== undefined) closeRow(database, graph, current, at)
  }
  return {
    put(written, at) {
      const { facts } = written
      const current = currentRow(database, facts.record.hash)
      if (current && current.body === written.body && current.facts === written.said) {
        move(database, current, facts.record.row, at)
        return
      }
      if (current) closeRow(database, graph, current, at)
      say(database, graph, facts, insert(database, written, at, undefined))
    },
    restore(facts, loadedAt, supersededAt) {
      const id = insert(database, packedFacts(facts), loadedAt, supersededAt)
      if (supersededAt === undefined) say(database, graph, facts, id)
      else graph.ended.end(id, facts)
    },
    close,
    settle() {
      settle(nodeThings(database), graph.nodes.take())
      settle(edgeThings(database), graph.edges.take())
      graph.ended.settled()
    },
  }
}

interface GraphChanges {
  readonly nodes: TouchedThings<NodeKey, number>
  readonly edges: TouchedThings<EdgeId, number>
  readonly ended: EndedRecords
}

function currentRow(database: Database, hash: Sha256): CurrentRow | undefined {
  return database.get<CurrentRow>(
    `SELECT id, row, loaded_at, put_at, body, facts FROM records JOIN record_texts USING (id)
     WHERE hash = unhex($hash) AND superseded_at IS NULL`,
    { hash },
  )
}

/** Of equal rows in one load the first counts; a later load says anew where the record stands. */
function move(database: Database, current: CurrentRow, row: number, at: EpochMs): void {
  const place = current.put_at === at ? Math.min(current.row, row) : row
  if (place === current.row && current.put_at === at) return
  database.run('UPDATE records SET row = $row, put_at = $at WHERE id = $id', {
    id: current.id,
    row: place,
    at,
  })
}

/** A version that was replaced in the moment it was written was never known, and leaves no trace. */
function closeRow(database: Database, graph: GraphChanges, current: CurrentRow, at: EpochMs): void {
  const { nodes, edges, about } = unpackedSaid(current.facts)
  for (const { key } of nodes) graph.nodes.unsay(key, current.id)
  for (const edge of edges) graph.edges.unsay(edge, current.id)
  database.run(
    'DELETE FROM about WHERE record = $id AND key IN (SELECT value FROM json_each($about))',
    { id: current.id, about: JSON.stringify(othersAbout({ nodes, about })) },
  )
  if (at === current.loaded_at) {
    removeRecord(database, current.id)
    return
  }
  graph.ended.end(current.id, { nodes, about })
  database.run('UPDATE records SET superseded_at = $at WHERE id = $id', { id: current.id, at })
}

/** Takes a version of a record out of the tables that hold records. */
export function removeRecord(database: Database, id: number): void {
  database.run('DELETE FROM records WHERE id = $id', { id })
  database.run('DELETE FROM record_texts WHERE id = $id', { id })
}

function insert(
  database: Database,
  { facts: { record }, body, said }: WrittenFacts,
  loadedAt: EpochMs,
  supersededAt: EpochMs | undefined,
): number {
  const inserted = database.get<{ id: number }>(
    `INSERT INTO records (hash, source, row, kind, loaded_at, superseded_at, put_at)
     VALUES (unhex($hash), $source, $row, $kind, $loadedAt, $supersededAt, $loadedAt)
     ON CONFLICT (hash, loaded_at) DO UPDATE
       SET row = excluded.row, superseded_at = excluded.superseded_at, put_at = excluded.put_at
     RETURNING id`,
    {
      hash: record.hash,
      source: sourceNumber(database, record.source),
      row: record.row,
      kind: record.kind,
      loadedAt,
      supersededAt: supersededAt ?? null,
    },
  )
  if (inserted === undefined) throw new Error(`the record ${record.hash} was not written`)
  const { id } = inserted
  database.run(
    'INSERT OR REPLACE INTO record_texts (id, body, facts) VALUES ($id, $body, $facts)',
    {
      ...{ id, body, facts: said },
    },
  )
  return id
}

function say(database: Database, graph: GraphChanges, facts: Facts, record: number): void {
  for (const statement of facts.nodes) graph.nodes.say(statement.key, nodeState(statement), record)
  for (const statement of facts.edges) graph.edges.say(statement, edgeState(statement), record)
  database.run(
    'INSERT OR IGNORE INTO about (key, record) SELECT value, $record FROM json_each($about)',
    { about: JSON.stringify(othersAbout(facts)), record },
  )
}
