import { nestedCells } from './nested-cells.ts'
import type { Cell } from './raw-row.ts'

/** The cells of an object with what stands inside of its objects by path, all names behind a prefix. */
export function cellsOf(value: object, prefix = ''): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [name, inner] of Object.entries(value)) {
    const called = prefix + name
    const cell = cellOf(inner)
    if (cell !== undefined) cells.set(called, cell)
    if (typeof inner !== 'object') continue
    // A name that is written so itself is what it says.
    const inside = [...nestedCells(called, inner, cellOf)]
    for (const [path, own] of inside.filter(([path]) => !hasOwn(value, path, prefix))) {
      cells.set(path, own)
    }
  }
  return cells
}

function hasOwn(value: object, path: string, prefix: string): boolean {
  return Object.hasOwn(value, path.slice(prefix.length))
}

/** Text, numbers and truth values as text, lists of these as lists; null as nothing. */
export function cellOf(value: unknown): Cell | undefined {
  if (value === null) return undefined
  if (!Array.isArray(value)) return scalar(value)
  const cells = value.filter((item) => item !== null).map(scalar)
  const texts = cells.filter((cell): cell is string => typeof cell === 'string')
  const unreadable = cells.find((cell) => typeof cell !== 'string')
  return unreadable === undefined ? texts : { ...unreadable, typed: written(value) }
}

function scalar(value: unknown): string | Exclude<Cell, string | readonly string[]> {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'object') return { typed: written(value), reason: 'value-nested' }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return { typed: String(value), reason: 'number-imprecise' }
  }
  return String(value)
}

/** What is nested deeper than JSON can be written, which takes a stack, is shown by its beginning alone. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return Array.isArray(value) ? '[[…' : '{…'
  }
}
