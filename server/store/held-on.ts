import type { EdgeStatement, Facts, NodeStatement } from '../domain/fact.ts'
import { lifeBy } from '../domain/life.ts'
import type { IsoDate } from '../domain/units.ts'
import { recordDay } from '../ingest/record-day.ts'

/**
 * What records said of a day: what was first seen later is left out, what was last seen later counts as last seen on the day, and an end of a life that came later has not
 * come yet. What bears no date holds on every day. Nothing is left out for having been seen last before: that nobody looked again is no end.
 */
export function heldOn(said: readonly Facts[], day: IsoDate | undefined): readonly Facts[] {
  if (day === undefined) return said
  return said.map((facts) => ({
    ...facts,
    nodes: facts.nodes.flatMap((statement) => nodeOn(statement, day)),
    edges: facts.edges.flatMap((statement) =>
      isLater(statement, day) ? [] : [seenBy(statement, day)],
    ),
  }))
}

/** Whether anything that a row tells had happened or was seen by a day; always where it bears no day, or none is asked for. */
export function isToldBy(facts: Facts, day: IsoDate | undefined): boolean {
  if (day === undefined) return true
  const days = daysOf(facts)
  return days.length === 0 || days.some((own) => own <= day)
}

/** What bears a day in a row: the row itself, the lives and sightings of things, and sightings of relations. */
function daysOf({ record, nodes, edges }: Facts): readonly IsoDate[] {
  const own = recordDay(record)
  if (own !== undefined) return [own]
  const days = [
    ...nodes.flatMap(({ firstSeen, life }) => [firstSeen, life?.from]),
    ...edges.map(({ firstSeen }) => firstSeen),
  ]
  return days.filter((day) => day !== undefined)
}

/** A shop that opened by the day is there, though it was first seen later. */
function nodeOn(statement: NodeStatement, day: IsoDate): NodeStatement[] {
  const { life, ...rest } = statement
  const isUnborn = life?.from !== undefined && day < life.from
  if (isLater(statement, day) && (isUnborn || life?.from === undefined)) return []
  if (isUnborn && statement.firstSeen === undefined) return []
  const seen = seenBy(rest, day)
  const lived = life && lifeBy(life, day)
  return [lived === undefined ? seen : { ...seen, life: lived }]
}

function isLater({ firstSeen }: Pick<EdgeStatement, 'firstSeen'>, day: IsoDate): boolean {
  return firstSeen !== undefined && day < firstSeen
}

function seenBy<T extends Pick<EdgeStatement, 'lastSeen'>>(statement: T, day: IsoDate): T {
  const { lastSeen } = statement
  return lastSeen !== undefined && day < lastSeen ? { ...statement, lastSeen: day } : statement
}

/**
 * The first day on which anything is heard of each node, in any record; nodes of which nothing bears a date are left out. A shop begins with its first life or sighting; anything else
 * also with the first relation that touches it, for most is only ever named beside one.
 */
export function beginningsOf(said: readonly Facts[]): ReadonlyMap<string, IsoDate> {
  const beginnings = new Map<string, IsoDate>()
  const hear = (key: string, day: IsoDate | undefined) => {
    const known = beginnings.get(key)
    if (day !== undefined && (known === undefined || day < known)) beginnings.set(key, day)
  }
  for (const { nodes, edges } of said) {
    for (const { key, firstSeen, life } of nodes) {
      hear(key, firstSeen)
      hear(key, life?.from)
    }
    for (const { from, to, firstSeen } of edges) {
      for (const key of [from, to]) if (!key.startsWith('shop:')) hear(key, firstSeen)
    }
  }
  return beginnings
}
