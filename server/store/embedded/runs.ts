import { z } from 'zod'

import type { Attribution } from '../../domain/attribution.ts'
import type { Link } from '../../domain/link.ts'
import type { RunGenerics } from '../../domain/rescored.ts'
import type { Ring } from '../../domain/ring.ts'
import type { RunLineage } from '../../domain/ring-event.ts'
import type { Run, StoredModel } from '../../domain/run.ts'
import type { RunSupply } from '../../domain/run-supply.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { LinkQuery, Page, Runs } from '../port.ts'
import type { Database, SqlParameters } from './database.ts'
import { linkOutlines } from './link-outlines.ts'
import { writeRun } from './run-rows.ts'

const scanRows = 2_000

export function runs(database: Database): Runs {
  return {
    async publishRun(draft, contents) {
      return durably(database, () => {
        const last = database.get<{ id: number | null }>('SELECT max(id) AS id FROM runs')
        const run: Run = { ...draft, id: (last?.id ?? 0) + 1 }
        writeRun(database, run, contents)
        return run
      })
    },
    async currentRun() {
      return bodies<Run>(database, 'SELECT body FROM runs ORDER BY id DESC LIMIT 1', {})[0]
    },
    async runs() {
      return bodies(database, 'SELECT body FROM runs ORDER BY id DESC', {})
    },
    links: (run, query) => scanLinks(database, run, query),
    linkOutlines: (run, query) => linkOutlines(database, run, query),
    async linksBetween(run, a, b) {
      return bodies(
        database,
        `SELECT body FROM links WHERE run = $run
           AND ((from_key = $a AND to_key = $b) OR (from_key = $b AND to_key = $a))
         ORDER BY from_key, to_key, kind`,
        { run, a, b },
      )
    },
    rings: async (run, options) => rings(database, run, options),
    async ring(run, id) {
      const sql = 'SELECT body FROM rings WHERE run = $run AND id = $id'
      return bodies<Ring>(database, sql, { run, id })[0]
    },
    async ringsOf(run, shops) {
      return bodies(
        database,
        `SELECT body FROM rings WHERE run = $run AND id IN (
           SELECT ring FROM ring_members
           WHERE run = $run AND shop IN (SELECT value FROM json_each($shops)))
         ORDER BY rank, id`,
        { run, shops: JSON.stringify(shops) },
      )
    },
    async attributions(run, ring) {
      return bodies<Attribution>(
        database,
        'SELECT body FROM attributions WHERE run = $run AND ring = $ring ORDER BY rank, target',
        { run, ring },
      )
    },
    async runModel(run) {
      const sql = 'SELECT model AS body FROM runs WHERE id = $run AND model IS NOT NULL'
      return bodies<StoredModel>(database, sql, { run })[0]
    },
    async generics(run) {
      const sql = 'SELECT generics AS body FROM runs WHERE id = $run AND generics IS NOT NULL'
      return bodies<RunGenerics>(database, sql, { run })[0]
    },
    async lineage(run) {
      const sql = 'SELECT lineage AS body FROM runs WHERE id = $run AND lineage IS NOT NULL'
      return bodies<RunLineage>(database, sql, { run })[0]
    },
    async runSupply(run) {
      const sql = 'SELECT supply AS body FROM runs WHERE id = $run AND supply IS NOT NULL'
      return bodies<RunSupply>(database, sql, { run })[0]
    },
  }
}

/** A run that was published must outlive a power cut; facts can be loaded again. */
function durably<T>(database: Database, work: () => T): T {
  database.script('PRAGMA synchronous = FULL')
  try {
    return database.transaction(work)
  } finally {
    database.script('PRAGMA synchronous = NORMAL')
  }
}

async function* scanLinks(database: Database, run: number, query: LinkQuery) {
  const wanted = {
    run,
    minProbability: query.minProbability,
    kind: query.kind ?? null,
    shops: query.shops ? JSON.stringify(query.shops) : null,
  }
  let after: { from: string; to: string; kind: string } | undefined
  for (;;) {
    const rows = database.all<{ from: string; to: string; kind: string; body: string }>(
      `SELECT from_key AS "from", to_key AS "to", kind, body FROM links
       WHERE run = $run AND (from_key, to_key, kind) > ($afterFrom, $afterTo, $afterKind)
         AND probability >= $minProbability AND ($kind IS NULL OR kind = $kind)
         ${query.shops ? touchingShops : 'AND $shops IS NULL'}
       ORDER BY from_key, to_key, kind LIMIT $limit`,
      {
        ...wanted,
        afterFrom: after?.from ?? '',
        afterTo: after?.to ?? '',
        afterKind: after?.kind ?? '',
        limit: scanRows,
      },
    )
    for (const { body } of rows) yield JSON.parse(body) as Link
    after = rows.at(-1)
    if (rows.length < scanRows) return
  }
}

const touchingShops = `AND rowid IN (
  SELECT rowid FROM links WHERE run = $run AND from_key IN (SELECT value FROM json_each($shops))
  UNION SELECT rowid FROM links WHERE run = $run AND to_key IN (SELECT value FROM json_each($shops)))`

function rings(
  database: Database,
  run: number,
  { limit, cursor }: Parameters<Runs['rings']>[1],
): Page<Ring> {
  const [rank, id] = readCursor(cursor, z.tuple([z.int(), z.string()])) ?? [0, '']
  const items = bodies<Ring>(
    database,
    `SELECT body FROM rings WHERE run = $run AND (rank, id) > ($rank, $id)
     ORDER BY rank, id LIMIT $limit`,
    { run, rank, id, limit: limit + 1 },
  )
  const total = database.get<{ count: number }>(
    'SELECT count(*) AS count FROM rings WHERE run = $run',
    { run },
  )
  const last = items[limit - 1]
  return {
    items: items.slice(0, limit),
    ...(items.length > limit && last && { next: writeCursor([last.rank, last.id]) }),
    total: total?.count ?? 0,
  }
}

function bodies<T>(database: Database, sql: string, parameters: SqlParameters): T[] {
  return database.all<{ body: string }>(sql, parameters).map(({ body }) => JSON.parse(body) as T)
}
