import { FailureError } from '../../domain/failure.ts'
import type { Database } from './database.ts'
import { findAnew } from './find-anew.ts'
import { findLetters } from './find-letters.ts'
import { keysApart } from './keys-apart.ts'
import { narrowRecords } from './narrow-records.ts'
import { haveIndexesIfFree } from './put-off-indexes.ts'
import { tellUnfinished } from './unfinished.ts'
import { wipeIfDue } from './wipe.ts'

/** Marks a SQLite file as ours: `RVNT`. */
const applicationId = 0x52564e54

/**
 * Each entry brings a store from the version before it to its own, and is never changed once released: statements, or what writes anew.
 *
 * Keys stand in relations as text, so that a page of neighbours is one range of an index; the kind of a node is the
 * prefix of its key. `sort` columns hold
 * `sortable` text. `records` keeps every version of what was known, `superseded_at` being empty while it is current;
 * `node_said`, `edge_said` and `about` hold current records only, `ended_said` and `ended_search` the others; `about` is of nodes that a record is about and says nothing of.
 */
const migrations: readonly (string | ((database: Database) => void))[] = [
  `
CREATE TABLE sources (
  id TEXT NOT NULL, loaded_at INTEGER NOT NULL, superseded_at INTEGER, body TEXT NOT NULL,
  PRIMARY KEY (id, loaded_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX source_current ON sources (id) WHERE superseded_at IS NULL;

CREATE TABLE records (
  id INTEGER PRIMARY KEY, hash TEXT NOT NULL, source TEXT NOT NULL, sort TEXT NOT NULL, row INTEGER NOT NULL,
  kind TEXT NOT NULL, loaded_at INTEGER NOT NULL, superseded_at INTEGER, put_at INTEGER NOT NULL,
  body TEXT NOT NULL, facts TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_version ON records (hash, loaded_at);
CREATE UNIQUE INDEX record_current ON records (hash) WHERE superseded_at IS NULL;
CREATE INDEX record_place ON records (sort, row, hash, kind) WHERE superseded_at IS NULL;

CREATE TABLE about (
  key TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (key, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  source TEXT NOT NULL, row INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (source, row)
) STRICT;

CREATE TABLE nodes (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, state TEXT NOT NULL
) STRICT;
CREATE TABLE node_said (
  thing INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (thing, record)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE node_search USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');

CREATE TABLE edges (
  id INTEGER PRIMARY KEY, from_key TEXT NOT NULL, type TEXT NOT NULL, to_key TEXT NOT NULL,
  discriminator TEXT NOT NULL, sort TEXT NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX edge_out ON edges (from_key, type, to_key, sort);
CREATE INDEX edge_in ON edges (to_key, type, from_key, sort);
CREATE TABLE edge_said (
  thing INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (thing, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE links (
  run INTEGER NOT NULL, from_key TEXT NOT NULL, to_key TEXT NOT NULL, kind TEXT NOT NULL,
  probability REAL NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX link_from ON links (run, from_key, to_key, kind);
CREATE INDEX link_to ON links (run, to_key);
CREATE TABLE rings (
  run INTEGER NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, id)
) STRICT;
CREATE INDEX ring_rank ON rings (run, rank, id);
CREATE TABLE ring_members (
  run INTEGER NOT NULL, shop TEXT NOT NULL, ring TEXT NOT NULL, PRIMARY KEY (run, shop, ring)
) STRICT, WITHOUT ROWID;
CREATE TABLE attributions (
  run INTEGER NOT NULL, ring TEXT NOT NULL, rank INTEGER NOT NULL, target TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (run, ring, rank, target)
) STRICT;

CREATE TABLE decisions (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE leads (
  id TEXT PRIMARY KEY, sealed_at INTEGER NOT NULL, body TEXT NOT NULL, package BLOB NOT NULL
) STRICT;
`,
  'ALTER TABLE runs ADD COLUMN model TEXT',
  `ALTER TABLE runs ADD COLUMN generics TEXT;
   CREATE TABLE rulings (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT`,
  `CREATE TABLE papers (
     kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
   ) STRICT`,
  'ALTER TABLE runs ADD COLUMN lineage TEXT',
  'ALTER TABLE runs ADD COLUMN supply TEXT',
  'CREATE TABLE custody (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, body TEXT NOT NULL) STRICT',
  `CREATE TABLE ended_said (
     key TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (key, record)
   ) STRICT, WITHOUT ROWID;
   CREATE VIRTUAL TABLE ended_search USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii')`,
  // Records and nodes are wide, so that reading the hashes or keys of many from the tables themselves reads as many pages.
  `CREATE INDEX IF NOT EXISTS record_hashes ON records (id, hash);
   CREATE INDEX IF NOT EXISTS node_keys ON nodes (id, key)`,
  findAnew,
  narrowRecords,
  keysApart,
  findLetters,
  tellUnfinished,
]

const pageCacheKiB = 131_072
/** Of a file that is read. */
export const mappedBytes = 1_073_741_824

/**
 * Brings the file to the newest version and sets it up for use. Throws a FailureError, having changed nothing, for a
 * file that something else wrote or that a newer version did.
 */
export function migrate(database: Database): void {
  const isNewest = versionOf(database) === migrations.length
  setUp(database)
  if (!isNewest) bringUp(database)
  haveIndexesIfFree(database)
  wipeIfDue(database)
}

/**
 * Sets a file up to be read where nothing may be written. Throws a FailureError for one that is not of this version: it would have to be brought up to date first.
 */
export function setUpToRead(database: Database): void {
  const version = versionOf(database)
  if (version === 0) {
    throw new FailureError(`${database.path} holds no store yet; load a dataset first.`)
  }
  if (version < migrations.length) {
    throw new FailureError(
      `${database.path} was made by an earlier Revenant (store version ${version}, this one reads ${migrations.length}), and this user may not write to it to bring it up to date; have a user who may run any command on it (such as \`revenant export quarantine\`), or copy the folder to where this user may write, and name the copy with --store.`,
    )
  }
  // Whoever writes may make a file shorter that is still mapped, which ends the process that reads there.
  const mapped = database.access === 'still' ? 0 : mappedBytes
  database.script(
    `PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${pageCacheKiB}; PRAGMA mmap_size = ${mapped}`,
  )
}

/** Sets a connection up for use. */
export function setUp(database: Database): void {
  database.script(
    `PRAGMA journal_mode = WAL;
     PRAGMA synchronous = NORMAL;
     PRAGMA foreign_keys = ON;
     PRAGMA temp_store = MEMORY;
     PRAGMA cache_size = -${pageCacheKiB};
     PRAGMA mmap_size = ${mappedBytes}`,
  )
}

function bringUp(database: Database): void {
  database.transaction(() => {
    const version = versionOf(database)
    for (const migration of migrations.slice(version)) {
      if (typeof migration === 'string') database.script(migration)
      else migration(database)
    }
    database.script(`PRAGMA application_id = ${applicationId}`)
    database.script(`PRAGMA user_version = ${migrations.length}`)
  })
}

function versionOf(database: Database): number {
  const found = database.get<{ owner: number; version: number; tables: number }>(
    `SELECT (SELECT application_id FROM pragma_application_id) AS owner,
            (SELECT user_version FROM pragma_user_version) AS version,
            (SELECT count(*) FROM sqlite_schema) AS tables`,
  ) ?? { owner: 0, version: 0, tables: 0 }
  if (found.owner === 0 && found.tables === 0) return 0
  if (found.owner !== applicationId) {
    throw new FailureError(
      `${database.path} is a SQLite database that Revenant did not make; choose another folder.`,
    )
  }
  if (found.version > migrations.length) {
    throw new FailureError(
      `${database.path} was made by a newer Revenant (store version ${found.version}, this one knows ${migrations.length}); use that version.`,
    )
  }
  return found.version
}
