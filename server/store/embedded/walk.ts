import type { EdgeType } from '../../domain/graph.ts'
import type { IsoDate } from '../../domain/units.ts'
import { compareEdges } from '../compare-edges.ts'
import type { BareRelation, Walk, WalkQuery } from '../walk-reads.ts'
import type { Database } from './database.ts'

/**
 * Where a node leads is read from the two indexes of relations alone, with the rows these stand in; of the rows only those are looked at that turn out to matter. Everything comes as one text, as
 * a row of its own for each relation costs more than to find it.
 */
export function walkOf(database: Database, query: WalkQuery): Walk {
  const statement = aroundStatement(query)
  const { types, since, until } = query
  const asked = {
    ...(types !== undefined && { types: JSON.stringify(types) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  }
  const steps: Step[] = []
  return {
    async around(keys) {
      const parameters = { ...asked, keys: JSON.stringify(keys) }
      const found = database.get<{ around: string | null }>(statement, parameters)
      const all = new Map<string, readonly string[]>()
      for (const [place, text] of (found?.around?.split(betweenNodes) ?? []).entries()) {
        const key = keys[place] ?? ''
        const own = stepsFrom(key, text)
        steps.push(...own)
        const others = own.flatMap(({ others: some }) => some)
        if (0 < others.length) all.set(key, others)
      }
      return all
    },
    async relations(among) {
      const met = metBetween(steps, among)
      const relations: BareRelation[] = []
      for (let start = 0; start < met.length; start += relationsAtOnce) {
        relations.push(...readRelations(database, met.slice(start, start + relationsAtOnce)))
      }
      return relations.sort(compareEdges)
    },
  }
}

/** Relations that are looked at in one statement. */
const relationsAtOnce = 2_000

/** No key holds a control character. */
const [betweenKeys, betweenLists, betweenNodes] = ['\n', '\v', '\f']

/** Relations of one node in one direction, with their other ends. */
interface Step {
  readonly own: string
  readonly isOut: boolean
  readonly rows: string
  readonly others: readonly string[]
}

function aroundStatement({ types, since, until }: WalkQuery): string {
  const where = [
    ...(types === undefined ? [] : ['edge.type IN (SELECT value FROM json_each($types))']),
    // Asked for only where it matters: days stand in the table, and all else in an index.
    ...(since === undefined ? [] : [`coalesce(state ->> '$.lastSeen' >= $since, true)`]),
    ...(until === undefined ? [] : [`coalesce(state ->> '$.firstSeen' <= $until, true)`]),
  ]
  const fits = where.map((condition) => `AND ${condition}`).join(' ')
  const lists = (own: string, other: string) =>
    `coalesce((SELECT group_concat(edge.id) || char(11) || group_concat(${other}, char(10))
       FROM edges AS edge WHERE ${own} = wanted.value ${fits}), char(11))`
  return `SELECT group_concat(
      ${lists('from_key', 'to_key')} || char(11) || ${lists('to_key', 'from_key')}, char(12)) AS around
    FROM json_each($keys) AS wanted`
}

function stepsFrom(own: string, text: string): Step[] {
  const [outRows = '', outKeys = '', inRows = '', inKeys = ''] = text.split(betweenLists)
  return [
    ...(outKeys === ''
      ? []
      : [{ own, isOut: true, rows: outRows, others: outKeys.split(betweenKeys) }]),
    ...(inKeys === ''
      ? []
      : [{ own, isOut: false, rows: inRows, others: inKeys.split(betweenKeys) }]),
  ]
}

/** The row of a relation with its ends. */
type Met = readonly [row: number, from: string, to: string]

/** In the order of rows, which are dealt in the order of keys as long as things are loaded together. */
function metBetween(steps: readonly Step[], among: ReadonlySet<string>): readonly Met[] {
  const met = new Map<number, Met>()
  for (const { own, isOut, rows, others } of steps) {
    if (!among.has(own)) continue
    const numbers = rows.split(',')
    for (const [place, other] of others.entries()) {
      if (!among.has(other)) continue
      const row = Number(numbers[place])
      met.set(row, isOut ? [row, own, other] : [row, other, own])
    }
  }
  return [...met.values()].sort(([a], [b]) => a - b)
}

type BareRow = readonly [
  ...[place: number, type: EdgeType, discriminator: string],
  ...[records: number, firstSeen: IsoDate | null, lastSeen: IsoDate | null],
]

function readRelations(database: Database, met: readonly Met[]): BareRelation[] {
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
      ...{ from, type, to, discriminator, records },
      ...(firstSeen !== null && { firstSeen }),
      ...(lastSeen !== null && { lastSeen }),
    }
  })
}
