import { EdgeType } from '../../domain/graph.ts'
import { compareEdges } from '../compare-edges.ts'
import type { KeyedWalk } from '../walk-by-keys.ts'
import type { WalkQuery, WalkReads } from '../walk-reads.ts'
import type { Connection } from './connection.ts'
import { walkAround, walkRelations } from './graph-queries.ts'

/** Remembers the nodes that it followed: their relations are found again by these. */
export function walkOf(
  connection: Connection,
  { relationCounts }: Pick<WalkReads, 'relationCounts'>,
  query: WalkQuery,
): KeyedWalk {
  const { types = EdgeType.options, since = null, until = null } = query
  const followed = new Set<string>()
  return {
    counts: (keys) => relationCounts(keys, types),
    async around(keys) {
      for (const key of keys) followed.add(key)
      const wanted = { keys, types, since, until }
      const rows = await connection.ask(walkAround, wanted)
      return new Map(rows.map(({ key, others }) => [key, others]))
    },
    async relations(among) {
      const keys = [...followed].filter((key) => among.has(key))
      const wanted = { keys, among: [...among], types, since, until }
      const rows = await connection.ask(walkRelations, wanted)
      return rows
        .map(({ firstSeen, lastSeen, ...own }) => ({
          ...own,
          ...(firstSeen !== null && { firstSeen }),
          ...(lastSeen !== null && { lastSeen }),
        }))
        .toSorted(compareEdges)
    },
  }
}
