import { toLine, type WorldRow } from './tables.ts'

/** The next piece of one file of a world. */
export interface WorldPiece {
  /** Within the world's folder: `data/` is a dataset, `truth/` is never loaded. */
  readonly path: string
  readonly text: string
}

export type WorldKind = 'factory' | 'shop' | 'life' | 'link' | 'listing' | 'decision' | 'truth'

/** A row and the file that it goes into. */
export interface KindRow {
  readonly kind: WorldKind
  readonly row: WorldRow
}

const columns: Readonly<Record<WorldKind, readonly string[]>> = {
  factory: words('factory_id name address country products'),
  shop: words(
    'platform shop_id account_kind name opened_on closed_on closed_because category brand seen_on registrant_name registrant_id ' +
      'registrant_kind phone email messenger device domain account account_scheme origin_address factory_id',
  ),
  life: words('platform shop_id from to began ended'),
  link: words('platform shop_id kind value value_name value_scheme first_seen last_seen'),
  listing: words(
    'platform shop_id listing_id title price currency brand image image_scheme seen_on',
  ),
  decision: words('a b verdict basis by on because'),
  truth: words('platform shop_id controller predecessor trap changed'),
}
export const worldKinds = Object.keys(columns) as WorldKind[]

/** Rows that are made before a piece of each file is handed on: a few megabytes. */
const rowsAtOnce = 10_000

/** The rows as pieces of CSV; a file begins with its header when its first row comes, and `begun` gets its kind. */
export function* piecesOf(rows: Iterable<KindRow>, begun: Set<WorldKind>): Generator<WorldPiece> {
  let lines = new Map<WorldKind, string[]>()
  let count = 0
  for (const { kind, row } of rows) {
    const ofKind = lines.get(kind) ?? (begun.has(kind) ? [] : [`${columns[kind].join(',')}\n`])
    ofKind.push(toLine(columns[kind], row))
    lines.set(kind, ofKind)
    begun.add(kind)
    count += 1
    if (count % rowsAtOnce === 0) {
      yield* joined(lines)
      lines = new Map()
    }
  }
  yield* joined(lines)
}

function* joined(lines: ReadonlyMap<WorldKind, readonly string[]>): Generator<WorldPiece> {
  for (const [kind, own] of lines) {
    yield { path: `${kind === 'truth' ? 'truth' : 'data'}/${kind}.csv`, text: own.join('') }
  }
}

function words(list: string): readonly string[] {
  return list.split(' ')
}
