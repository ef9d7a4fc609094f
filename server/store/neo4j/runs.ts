import { z } from 'zod'

import type { Attribution } from '../../domain/attribution.ts'
import type { Link } from '../../domain/link.ts'
import { type LinkOutline, outlineOf } from '../../domain/link-outline.ts'
import type { RunGenerics } from '../../domain/rescored.ts'
import type { Ring } from '../../domain/ring.ts'
import type { RunLineage } from '../../domain/ring-event.ts'
import type { Run, RunDraft, StoredModel } from '../../domain/run.ts'
import type { RunSupply } from '../../domain/run-supply.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { LinkQuery, Runs } from '../port.ts'
import type { Connection } from './connection.ts'
import { pageOf, scan } from './pages.ts'
import { publishRun } from './publish-run.ts'
import type { Query } from './query.ts'
import * as queries from './run-queries.ts'

export function runs(connection: Connection): Runs {
  return {
    publishRun: (draft, contents) => publishRun(connection, draft, contents),
    async currentRun() {
      const [latest] = await allRuns(connection)
      return latest
    },
    runs: () => allRuns(connection),
    links: (run, query) => links(connection, run, query),
    linkOutlines: (run, query) => outlines(links(connection, run, query)),
    linksBetween: (run, a, b) =>
      bodies<Link, object>(connection, queries.linksBetween, { run: BigInt(run), a, b }),
    async rings(run, { limit, cursor }) {
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
      const wanted = { run: BigInt(run), after, limit: BigInt(limit + 1) }
      return pageOf(await connection.ask(queries.rings, wanted), limit, {
        item: ({ body }) => JSON.parse(body) as Ring,
        cursor: ({ place }) => writeCursor([place]),
      })
    },
    async ring(run, id) {
      const wanted = { run: BigInt(run), ring: id }
      const [ring] = await bodies<Ring, typeof wanted>(connection, queries.ring, wanted)
      return ring
    },
    ringsOf: (run, shops) => bodies(connection, queries.ringsOf, { run: BigInt(run), shops }),
    attributions: (run, ring) =>
      bodies<Attribution, { run: bigint; ring: string }>(connection, queries.attributions, {
        run: BigInt(run),
        ring,
      }),
    async runModel(run) {
      const wanted = { run: BigInt(run) }
      const [model] = await bodies<StoredModel, typeof wanted>(connection, queries.runModel, wanted)
      return model
    },
    async generics(run) {
      const wanted = { run: BigInt(run) }
      const own = await bodies<RunGenerics, typeof wanted>(connection, queries.runGenerics, wanted)
      return own[0]
    },
    async lineage(run) {
      const wanted = { run: BigInt(run) }
      const own = await bodies<RunLineage, typeof wanted>(connection, queries.runLineage, wanted)
      return own[0]
    },
    async runSupply(run) {
      const wanted = { run: BigInt(run) }
      const own = await bodies<RunSupply, typeof wanted>(connection, queries.runSupply, wanted)
      return own[0]
    },
  }
}

async function allRuns(connection: Connection): Promise<Run[]> {
  const rows = await connection.ask(queries.runs, {})
  return rows.map(({ id, body }) => ({ ...(JSON.parse(body) as RunDraft), id }))
}

async function* links(
  connection: Connection,
  run: number,
  { shops, kind = undefined, minProbability }: LinkQuery,
): AsyncGenerator<Link> {
  const wanted = { run: BigInt(run), kind: kind ?? null, minProbability }
  if (shops !== undefined) {
    yield* await bodies<Link, object>(connection, queries.linksOfShops, { ...wanted, shops })
    return
  }
  const page = (after: string, limit: bigint) =>
    connection.ask(queries.scanLinks, { ...wanted, after, limit })
  for await (const { body } of scan(page, ({ place }) => place)) yield JSON.parse(body) as Link
}

/** Bodies are texts there, and only whole. */
async function* outlines(found: AsyncIterable<Link>): AsyncGenerator<LinkOutline> {
  for await (const link of found) yield outlineOf(link)
}

async function bodies<T, Parameters>(
  connection: Connection,
  query: Query<Parameters, { body: string }>,
  parameters: Parameters,
): Promise<T[]> {
  const rows = await connection.ask(query, parameters)
  return rows.map(({ body }) => JSON.parse(body) as T)
}
