import { FailureError } from '../../domain/failure.ts'
import type { Database } from './database.ts'

/** As migrations write them. Each can be left out while a store is filled: only speed hangs on them. */
const indexes: Readonly<Record<string, string>> = {
  record_version: 'CREATE UNIQUE INDEX record_version ON records (hash, loaded_at)',
  edge_in: 'CREATE INDEX edge_in ON edges (to_key, type, from_key, sort)',
  node_key: 'CREATE UNIQUE INDEX node_key ON nodes (key)',
}

/** What stands for an index in stores of earlier versions. */
const within: Readonly<Record<string, string>> = { node_key: 'sqlite_autoindex_nodes_1' }

/** Takes those away that nothing asks while records are put. */
export function withoutIndexes(database: Database): void {
  database.script('DROP INDEX record_version; DROP INDEX edge_in')
}

/** Takes the index of keys away, for whoever knows which row each node has. */
export function withoutKeys(database: Database): void {
  database.script('DROP INDEX IF EXISTS node_key')
}

/** Writes those that a load left out, which goes on or was broken off. */
export function haveIndexes(database: Database): void {
  for (const name of missing(database)) database.script(indexes[name] ?? '')
}

/** The same where a store is opened. Where somebody writes to it without a pause, whoever reads does without. */
export function haveIndexesIfFree(database: Database): void {
  if (missing(database).length === 0) return
  try {
    database.transaction(() => haveIndexes(database))
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
  }
}

function missing(database: Database): string[] {
  const there = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'index'",
  )
  const names = new Set(there.map(({ name }) => name))
  return Object.keys(indexes).filter((name) => !names.has(name) && !names.has(within[name] ?? name))
}
