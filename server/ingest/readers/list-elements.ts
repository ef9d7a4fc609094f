import { cellOf, cellsOf } from './object-cells.ts'
import type { Cell, Cells } from './raw-row.ts'

/** Cells of an element of a list, before those of the objects that it stands in: these are shared by all elements, as a list may have as many as a line has room for. */
export class ElementCells implements Cells {
  readonly own: Cells
  readonly outer: Cells

  constructor(own: Cells, outer: Cells) {
    this.own = own
    this.outer = outer
  }

  get(column: string): Cell | undefined {
    return this.own.get(column) ?? this.outer.get(column)
  }

  has(column: string): boolean {
    return this.own.has(column) || this.outer.has(column)
  }

  *keys(): Generator<string> {
    for (const name of this.outer.keys()) if (!this.own.has(name)) yield name
    yield* this.own.keys()
  }

  *[Symbol.iterator](): Generator<[string, Cell]> {
    for (const entry of this.outer) if (!this.own.has(entry[0])) yield entry
    yield* this.own
  }
}

/**
 * The rows that the list at a path of an object gives, one an element: each has what stands in the element by its path (`listings.title`), and what stands around the list under the names that it always has. A path may
 * lead through other lists, of which each element is taken in turn. What is no list is an element by itself, and where nothing stands there are none.
 */
export function* elementCells(value: object, path: string, around = ''): Generator<Cells> {
  const [name, rest] = firstStep(value, path)
  if (!Object.hasOwn(value, name)) return
  const { [name]: inner, ...others } = value as Readonly<Record<string, unknown>>
  const outer = cellsOf(others, around)
  const here = `${around}${name}`
  for (const element of [inner].flat()) {
    const own = rest === '' ? ownCells(element, here) : deeperCells(element, rest, here)
    for (const cells of own) yield new ElementCells(cells, outer)
  }
}

function deeperCells(element: unknown, path: string, here: string): Iterable<Cells> {
  return isObject(element) ? elementCells(element, path, `${here}.`) : []
}

/** What a step is called may hold dots by itself. */
function firstStep(value: object, path: string): readonly [name: string, rest: string] {
  for (let at = path.indexOf('.'); at !== -1; at = path.indexOf('.', at + 1)) {
    const name = path.slice(0, at)
    if (Object.hasOwn(value, name)) return [name, path.slice(at + 1)]
  }
  return [path, '']
}

/** None of what is null, one of everything else. */
function ownCells(element: unknown, here: string): readonly Cells[] {
  if (isObject(element)) return [cellsOf(element, `${here}.`)]
  const cell = cellOf(element)
  return cell === undefined ? [] : [new Map([[here, cell]])]
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
