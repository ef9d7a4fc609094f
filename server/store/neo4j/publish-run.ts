import { canonicalJson } from '../../domain/canonical.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Link } from '../../domain/link.ts'
import type { Ring } from '../../domain/ring.ts'
import type { Run, RunContents, RunDraft } from '../../domain/run.ts'
import type { Connection } from './connection.ts'
import { type Part, partsOf } from './in-parts.ts'
import type { Query } from './query.ts'
import {
  abandonRuns,
  beginRun,
  publishRun as publish,
  putAttributions,
  putLinks,
  putRings,
  sweepRuns,
} from './run-queries.ts'

/**
 * Writes the parts of a run in as many transactions as they need, and then, in one, gives the run its id, before which
 * no reader finds it. What an interrupted run left is abandoned by the next one, which nobody can publish any more, and swept.
 */
export async function publishRun(
  connection: Connection,
  draft: RunDraft,
  contents: RunContents,
  id?: number,
): Promise<Run> {
  const kept = {
    model: writtenOrNull(contents.model),
    generics: writtenOrNull(contents.generics),
    lineage: writtenOrNull(contents.lineage),
    supply: writtenOrNull(contents.supply),
  }
  const [[abandoned], [begun]] = await connection.write((runner) =>
    Promise.all([
      abandonRuns.rows(runner, {}),
      beginRun.rows(runner, { body: canonicalJson(draft), ...kept }),
    ]),
  )
  if (begun === undefined) throw new Error('the run was not begun')
  if (0 < (abandoned?.count ?? 0)) await connection.alone(sweepRuns)
  const batch = BigInt(begun.batch)
  await put(
    connection,
    putLinks,
    contents.links.map((link) => linkRow(batch, link)),
  )
  await put(
    connection,
    putRings,
    contents.rings.map((ring) => ringRow(batch, ring)),
  )
  await put(connection, putAttributions, attributionRows(batch, contents))
  const [published] = await connection.write((runner) =>
    publish.rows(runner, { batch, id: id === undefined ? null : BigInt(id) }),
  )
  if (published === undefined) {
    throw new FailureError(
      'Another process published a run at the same time and swept this one away; detect again.',
    )
  }
  return { ...draft, id: published.id }
}

function writtenOrNull(value: object | undefined): string | null {
  return value === undefined ? null : canonicalJson(value)
}

/** A transaction a part, one after another, so that a reader never waits long. */
async function put(
  connection: Connection,
  query: Query<Part<object>, never>,
  rows: readonly object[],
): Promise<void> {
  for (const part of partsOf(rows)) {
    await connection.write((runner) => query.rows(runner, { part: { rows: part } }))
  }
}

/** Places sort as the parts do; what divides them is below every character of a key. */
function linkRow(batch: bigint, link: Link): object {
  const { from, to, kind, probability } = link
  const place = [from, to, kind].join('\u0001')
  return { batch, place, from, to, kind, probability, body: canonicalJson(link) }
}

function ringRow(batch: bigint, ring: Ring): object {
  return {
    properties: {
      batch,
      id: ring.id,
      name: ring.name,
      place: `${rankText(ring.rank)}\u0001${ring.id}`,
      body: canonicalJson(ring),
    },
    shops: [...new Set(ring.members.map(({ shop }) => shop))],
  }
}

function attributionRows(batch: bigint, { attributions }: RunContents): object[] {
  return attributions.map((attribution) => ({
    batch,
    ring: attribution.ring,
    place: `${rankText(attribution.rank)}\u0001${attribution.target}`,
    body: canonicalJson(attribution),
  }))
}

function rankText(rank: number): string {
  return String(rank).padStart(10, '0')
}
