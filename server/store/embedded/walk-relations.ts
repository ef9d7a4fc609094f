import type { EdgeType } from '../../domain/graph.ts'
import type { IsoDate } from '../../domain/units.ts'
import type { BareRelation } from '../walk-reads.ts'
import type { Database } from './database.ts'
import type { Steps } from './walk-steps.ts'

/** The row of a relation with its ends. */
type Met = readonly [row: number, from: number, to: number]

/** Relations that were come by between some nodes, each once. In the order of rows, which are dealt in the order of keys as long as things are loaded together. */
export function metBetween(all: readonly Steps[], among: ReadonlySet<number>): readonly Met[] {
  const met = new Map<number, Met>()
  for (const { own, isOut, rows, others } of all) {
    if (!among.has(own)) continue
    for (const [place, other] of others.entries()) {
      const row = rows[place]
      if (row === undefined || !among.has(other)) continue
      met.set(row, isOut ? [row, own, other] : [row, other, own])
    }
  }
  return [...met.values()].sort(([a], [b]) => a - b)
}

type BareRow = readonly [
  ...[place: number, type: EdgeType, discriminator: string],
  ...[records: number, firstSeen: IsoDate | null, lastSeen: IsoDate | null],
]

/** What tells of the relations how strong they are. */
export function relationsAt(
  database: Database,
  met: readonly Met[],
  keyOf: (node: number) => string,
): BareRelation[] {
  const found = database.get<{ relations: string | null }>(
    `SELECT group_concat(json_array(wanted.key, type, discriminator,
       (SELECT count(*) FROM edge_said WHERE thing = edge.id),
       state ->> '$.firstSeen', state ->> '$.lastSeen')) AS relations
     FROM (SELECT key, value FROM json_each($rows)) AS wanted
     CROSS JOIN edges AS edge ON edge.id = wanted.value`,
    { rows: JSON.stringify(met.map(([row]) => row)) },
  )
  return (JSON.parse(`[${found?.relations ?? ''}]`) as BareRow[]).flatMap((row) => {
    const [place, type, discriminator, records, firstSeen, lastSeen] = row
    const [, from, to] = met[place] ?? []
    if (from === undefined || to === undefined) return []
    return {
      ...{ from: keyOf(from), type, to: keyOf(to), discriminator, records },
      ...(firstSeen !== null && { firstSeen }),
      ...(lastSeen !== null && { lastSeen }),
    }
  })
}
