import { type EdgeType, nodeKinds } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { compareCounts } from '../compare-edges.ts'
import { keyRange } from '../key-range.ts'
import type { Direction, NeighbourCount } from '../port.ts'
import type { Database } from './database.ts'

/** Which column of `edges` holds the node itself, and which its neighbour. */
export const ends: Readonly<Record<Direction, { readonly own: string; readonly other: string }>> = {
  out: { own: 'from_key', other: 'to_key' },
  in: { own: 'to_key', other: 'from_key' },
}

/** The index alone is read. */
export function neighbourCounts(database: Database, key: string): NeighbourCount[] {
  return database
    .all<TypeRow>(`${ofTypes('in')} UNION ALL ${ofTypes('out')}`, { key })
    .flatMap((row) => ofKinds(database, key, row))
    .toSorted(compareCounts)
}

interface TypeRow {
  readonly type: EdgeType
  readonly direction: Direction
  readonly lowest: NodeKey
  readonly highest: NodeKey
  readonly count: number
}

function ofTypes(direction: Direction): string {
  const { own, other } = ends[direction]
  return `SELECT type, '${direction}' AS direction, min(${other}) AS lowest, max(${other}) AS highest, count(*) AS count
    FROM edges WHERE ${own} = $key GROUP BY type`
}

/** Keys of a kind begin alike, so that all between two of one kind are of it: to tell apart what each begins with takes longer than to count. */
function ofKinds(
  database: Database,
  key: string,
  { lowest, highest, type, direction, count }: TypeRow,
): NeighbourCount[] {
  const kind = kindOf(lowest)
  if (kind === kindOf(highest)) return [{ type, direction, kind, count }]
  const found = database.get<{ counts: string }>(rangesOf[direction], { key, type })
  const counts = JSON.parse(found?.counts ?? '[]') as number[]
  return nodeKinds
    .map((own, place) => ({ type, direction, kind: own, count: counts[place] ?? 0 }))
    .filter((group) => 0 < group.count)
}

const rangesOf: Readonly<Record<Direction, string>> = { out: ofRanges('out'), in: ofRanges('in') }

/** A list of how many there are of each kind. */
function ofRanges(direction: Direction): string {
  const { own, other } = ends[direction]
  const ranges = nodeKinds.map((kind) => {
    const { lowest, highest } = keyRange(kind)
    return `(SELECT count(*) FROM edges
      WHERE ${own} = $key AND type = $type AND ${other} >= '${lowest}' AND ${other} < '${highest}')`
  })
  return `SELECT json_array(${ranges.join(', ')}) AS counts`
}
