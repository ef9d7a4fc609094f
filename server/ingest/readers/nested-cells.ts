import { type Cell, isUnreadable } from './raw-row.ts'

/** Deeper values are not looked for: nobody writes a phone there, and each level takes a stack. */
const deepest = 4

/**
 * What stands inside the objects of a row, each by its path: `{"contact": {"email": …}}` holds `contact.email`, and `{"accounts": [{"no": …}, {"no": …}]}` holds both numbers as `accounts.no`. Only what can be a cell;
 * `cellOf` makes one of a value.
 */
export function* nestedCells(
  name: string,
  value: unknown,
  cellOf: (value: unknown) => Cell | undefined,
  depth = 1,
): Generator<[path: string, cell: Cell]> {
  if (deepest < depth) return
  for (const [inner, values] of valuesInside(value)) {
    const path = `${name}.${inner}`
    const [only, ...others] = values
    const whole = others.length === 0 ? only : values.flat()
    const cell = cellOf(whole)
    if (cell !== undefined && !isNested(cell)) yield [path, cell]
    yield* nestedCells(path, whole, cellOf, depth + 1)
  }
}

function isNested(cell: Cell): boolean {
  return isUnreadable(cell) && cell.reason === 'value-nested'
}

/** By name, what an object, or each object of a list, has under it. */
function valuesInside(value: unknown): ReadonlyMap<string, unknown[]> {
  const found = new Map<string, unknown[]>()
  for (const one of Array.isArray(value) ? value : [value]) {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) continue
    for (const [name, inner] of Object.entries(one)) {
      found.set(name, [...(found.get(name) ?? []), inner])
    }
  }
  return found
}

/** Names of columns without those of objects that are told by what stands in them. In a table, which has no objects, a dot is a letter like any other. */
export function withoutParents({
  names,
  complete,
}: {
  readonly names: readonly string[]
  /** As of a table, whose header has them all. */
  readonly complete: boolean
}): readonly string[] {
  if (complete) return names
  const parents = new Set<string>()
  for (const name of names) {
    for (let at = name.indexOf('.'); at !== -1; at = name.indexOf('.', at + 1)) {
      parents.add(name.slice(0, at))
    }
  }
  return names.filter((name) => !parents.has(name))
}
