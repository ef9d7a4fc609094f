import neo4j from 'neo4j-driver'

/**
 * A property as it would be typed: numbers and days in full, a place as `latitude,longitude`, lists as lists; undefined for none. What no
 * text stands for, such as bytes, is given as an object, which no field takes.
 */
export function foreignCell(value: unknown): string | string[] | object | undefined {
  if (value === null || value === undefined) return undefined
  if (!Array.isArray(value)) return textOf(value) ?? { unreadable: 'bytes' }
  return value.flatMap((item: unknown) => textOf(item) ?? [])
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (['bigint', 'number', 'boolean'].includes(typeof value)) return String(value)
  if (neo4j.isPoint(value)) return placeText(value)
  // A zone by its name stands behind the offset that it had then, and says nothing more.
  return isTime(value) ? String(value).replace(/\[[^\]]*\]$/, '') : undefined
}

function isTime(value: unknown): boolean {
  return [
    neo4j.isDate,
    neo4j.isDateTime,
    neo4j.isLocalDateTime,
    neo4j.isTime,
    neo4j.isLocalTime,
    neo4j.isDuration,
  ].some((is) => is(value as object))
}

/** Two-dimensional and three-dimensional WGS 84, in which Neo4j keeps the longitude first. */
const wgs84 = new Set([4_326n, 4_979n])

function placeText({ srid, x, y }: { srid: unknown; x: number; y: number }): string {
  return wgs84.has(BigInt(String(srid))) ? `${y},${x}` : `${x},${y}`
}
