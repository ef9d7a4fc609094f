import type { LinkKind } from '../../domain/link.ts'
import type { LinkOutline } from '../../domain/link-outline.ts'
import type { IsoDate, Probability } from '../../domain/units.ts'
import type { LinkQuery } from '../port.ts'
import type { Database } from './database.ts'
import { jsonRows } from './json-rows.ts'

const scanRows = 2_000

type Row = readonly [
  ...[from: string, to: string, kind: LinkKind, probability: Probability],
  ...[controller: Probability, opened: IsoDate | null],
]

/** As they stand in the bodies, whose numbers SQLite does not read on the way. */
const columns = [
  ...['from', 'to', 'kind', 'probability', 'ledger.probability'].map(
    (path) => `(body -> '$.${path}')`,
  ),
  `coalesce(body -> '$.ledger.gap.opened', 'null')`,
]

/** Outlines of the links of a run, in their order, with a pause after each page. */
export async function* linkOutlines(
  database: Database,
  run: number,
  { kind, minProbability }: Omit<LinkQuery, 'shops'>,
): AsyncGenerator<LinkOutline> {
  let after: readonly string[] = ['', '', '']
  for (;;) {
    const [afterFrom = '', afterTo = '', afterKind = ''] = after
    const rows = jsonRows<Row>(
      database,
      columns,
      `FROM links
       WHERE run = $run AND (from_key, to_key, kind) > ($afterFrom, $afterTo, $afterKind)
         AND probability >= $minProbability AND ($kind IS NULL OR kind = $kind)
       ORDER BY from_key, to_key, kind LIMIT $limit`,
      { run, afterFrom, afterTo, afterKind, kind: kind ?? null, minProbability, limit: scanRows },
    )
    for (const row of rows) yield outlineIn(row)
    if (rows.length < scanRows) return
    after = rows.at(-1)?.slice(0, 3) as readonly string[]
  }
}

function outlineIn([from, to, kind, probability, controller, opened]: Row): LinkOutline {
  return { from, to, kind, probability, controller, opened: opened ?? undefined } as LinkOutline
}
