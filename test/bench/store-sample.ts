import type { EdgeType } from '../../server/domain/graph.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import { type Database, openDatabase } from '../../server/store/embedded/database.ts'
import type { Direction } from '../../server/store/port.ts'

/** How many questions of each kind are drawn, and by which seed. */
export interface Wanted {
  readonly seed: number
  readonly points: number
  readonly neighbours: number
  readonly hops: number
  readonly paths: number
  readonly searches: number
}

export interface Asked {
  /** Of nodes of any kind. */
  readonly keys: readonly string[]
  /** Nodes with at least fifty relations of one type and direction. */
  readonly full: readonly FullNode[]
  readonly shops: readonly string[]
  /** Shops that a walk of at most six hops leads between. */
  readonly ends: readonly (readonly [from: string, to: string])[]
  /** Two Chinese characters that stand beside one another in some name; common ones come as often as they are common. */
  readonly texts: readonly string[]
}

interface FullNode {
  readonly key: string
  readonly type: EdgeType
  readonly direction: Direction
}

const fullFrom = 50
const walkSteps = 6
const busyTimeoutMs = 5_000

/** Draws what is asked of a store from what it holds. */
export async function sampleOf(path: string, wanted: Wanted): Promise<Asked> {
  using database = await openDatabase(path, { busyTimeoutMs })
  const random = mulberry32(wanted.seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const { last } = database.get<{ last: number }>('SELECT max(id) AS last FROM nodes') ?? {
    last: 0,
  }
  const drawn = (fits: (row: NodeRow) => boolean) => {
    for (;;) {
      const row = nodeAt(database, 1 + below(last))
      if (row !== undefined && fits(row)) return row
    }
  }
  const many = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw)
  const isShop = ({ key }: NodeRow) => key.startsWith('shop:')
  const full = fullNodes(database)
  return {
    keys: many(wanted.points, () => drawn(() => true).key),
    full: many(Math.min(wanted.neighbours, full.length), () => full[below(full.length)]).flatMap(
      (node) => node ?? [],
    ),
    shops: many(wanted.hops, () => drawn(isShop).key),
    ends: many(wanted.paths, () => {
      for (;;) {
        const from = drawn(isShop).key
        const to = walkedTo(database, from, below)
        if (to !== from) return [from, to] as const
      }
    }),
    texts: many(wanted.searches, () =>
      pairIn(drawn(({ name }) => pairPattern.test(name)).name, below),
    ),
  }
}

interface NodeRow {
  readonly key: string
  readonly name: string
}

function nodeAt(database: Database, id: number): NodeRow | undefined {
  return database.get(
    `SELECT key, coalesce(state ->> '$.name[0]', '') AS name FROM nodes WHERE id = $id`,
    { id },
  )
}

const pairPattern = /\p{Script=Han}{2}/u

function pairIn(name: string, below: (limit: number) => number): string {
  const places = [...name].map((_, at) => [...name].slice(at, at + 2).join(''))
  const fitting = places.filter((pair) => pairPattern.test(pair))
  return fitting[below(fitting.length)] ?? ''
}

function fullNodes(database: Database): FullNode[] {
  return (['out', 'in'] as const).flatMap((direction) => {
    const own = direction === 'out' ? 'from_key' : 'to_key'
    return database
      .all<{ key: string; type: EdgeType }>(
        `SELECT ${own} AS key, type FROM edges GROUP BY ${own}, type HAVING ${fullFrom} <= count(*) ORDER BY ${own}, type`,
      )
      .map((row) => ({ ...row, direction }))
  })
}

/** The last shop that a walk over relations in either direction comes by. */
function walkedTo(database: Database, start: string, below: (limit: number) => number): string {
  let at = start
  let last = start
  for (let step = 0; step < walkSteps; step += 1) {
    const around = database.all<{ key: string }>(
      `SELECT to_key AS key FROM edges WHERE from_key = $at UNION SELECT from_key FROM edges WHERE to_key = $at ORDER BY 1`,
      { at },
    )
    at = around[below(around.length)]?.key ?? at
    if (at.startsWith('shop:')) last = at
  }
  return last
}
