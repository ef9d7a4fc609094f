import type { Database } from './database.ts'

/**
 * Lets the index of the keys of nodes be left out while a store is filled, for which it must not be a part of its table. A store that holds nodes keeps it there: it is never filled again, and
 * to write millions of nodes anew takes minutes.
 */
export function keysApart(database: Database): void {
  if (database.get('SELECT id FROM nodes LIMIT 1') !== undefined) return
  database.script(`
    DROP TABLE nodes;
    CREATE TABLE nodes (id INTEGER PRIMARY KEY, key TEXT NOT NULL, state TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX node_key ON nodes (key);
    CREATE INDEX node_keys ON nodes (id, key)`)
}
