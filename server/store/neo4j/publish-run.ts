import type { Attribution } from '../../domain/attribution.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Link } from '../../domain/link.ts'
import type { Ring } from '../../domain/ring.ts'
import type { Run, RunContents, RunDraft } from '../../domain/run.ts'
import type { Connection } from './connection.ts'
import { type Part, partsOf } from './in-parts.ts'
import { packedBody } from './packed-body.ts'
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
  await put(connection, putLinks, contents.links, (link) => linkRow(batch, link))
  await put(connection, putRings, contents.rings, (ring) => ringRow(batch, ring))
  await put(connection, putAttributions, contents.attributions, (attribution) =>
    attributionRow(batch, attribution),
  )
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

/** Few enough that the server has something to do before all is made. */
const rowsAtOnce = 500

function writtenOrNull(value: object | undefined): string | null {
  return value === undefined ? null : canonicalJson(value)
}

/**
 * A transaction a part, so that a reader never waits long. The next part is made while one is written, and no more than that, as what a run says of a
 * million shops is more than fits in memory. Nobody reads what is not published, so that a load need not wait.
 */
async function put<Item>(
  connection: Connection,
  query: Query<Part<object>, never>,
  items: readonly Item[],
  rowOf: (item: Item) => object,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve()
  for (const part of partsOf(items, rowsAtOnce)) {
    const rows = part.map(rowOf)
    await writing
    writing = connection.writeBeside(query, { part: { rows } })
    // Whoever waits for it next is told; until then it must not count as nobody's.
    writing.catch(() => undefined)
  }
  await writing
}

/** Places sort as the parts do; what divides them is below every character of a key. */
function linkRow(batch: bigint, link: Link): object {
  const { from, to, kind, probability } = link
  const place = [from, to, kind].join('\u0001')
  return { batch, place, from, to, kind, probability, body: packedBody(link) }
}

function ringRow(batch: bigint, ring: Ring): object {
  return {
    properties: {
      batch,
      id: ring.id,
      name: ring.name,
      place: `${rankText(ring.rank)}\u0001${ring.id}`,
      body: packedBody(ring),
    },
    shops: [...new Set(ring.members.map(({ shop }) => shop))],
  }
}

function attributionRow(batch: bigint, attribution: Attribution): object {
  return {
    batch,
    ring: attribution.ring,
    place: `${rankText(attribution.rank)}\u0001${attribution.target}`,
    body: packedBody(attribution),
  }
}

function rankText(rank: number): string {
  return String(rank).padStart(10, '0')
}
