import type { Score } from '../../server/rings/accuracy.ts'

/** One measured number, with that of the yardstick beside it where both have one. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** Units of figures that are better or worse; of sizes, slopes and odds a ratio says nothing. */
const comparable: ReadonlySet<string> = new Set([
  'share',
  'error',
  'squared error',
  'nats',
  'pairs per 10,000 shops',
])

/** Prints a figure as a line of JSON; `beside` are the same figure of other methods, each followed by the ratio of ours to it where that says something. */
export function print(
  { name, value, unit }: Figure,
  beside: Readonly<Record<string, number | undefined>> = {},
): void {
  const others = Object.entries(beside).flatMap(([method, other]) => {
    if (other === undefined) return []
    const own = [method, rounded(other)]
    const useful = comparable.has(unit) && other !== 0
    return useful ? [own, [`ratio to ${method}`, rounded(value / other)]] : [own]
  })
  const line = { name, value: rounded(value), unit, ...Object.fromEntries(others) }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** All numbers of a score, by a name that says where they stand; reliability bins are left to the command line's own report. */
export function figuresOf(score: Score): Figure[] {
  const { threshold: _threshold, ...groups } = score
  return Object.entries(groups).flatMap(([group, figures]) => flattened(group, figures))
}

/** All numbers within a value, by the way to each. */
export function flattened(name: string, value: unknown): Figure[] {
  if (typeof value === 'number') return [{ name, value, unit: unitOf(name) }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'bins') return []
    return flattened(`${name} ${Array.isArray(value) ? labelOf(inner) : key}`, inner)
  })
}

/** What a row of a list is about: its trap, or how much was changed. */
function labelOf(row: Readonly<Record<string, unknown>>): string {
  return 'trap' in row ? `trap ${row.trap}` : `changed ${row.changed}`
}

/** By the last word of a figure's name; everything else is a share. */
const units: Readonly<Record<string, string>> = {
  largest: 'shops',
  largestTrue: 'shops',
  shops: 'shops',
  pairs: 'pairs',
  false: 'pairs',
  returns: 'returns',
  n: 'links',
  falsePer10000Honest: 'pairs per 10,000 shops',
  logLoss: 'nats',
  intercept: 'log-odds',
  slope: 'ratio',
  slopeLow: 'ratio',
  slopeHigh: 'ratio',
  brier: 'squared error',
  ece: 'error',
  eceByChance: 'error',
}

function unitOf(name: string): string {
  return units[name.split(' ').at(-1) ?? ''] ?? 'share'
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
