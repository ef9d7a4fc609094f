import type { Cells } from './raw-row.ts'

/** The columns of a file: their names in order, and the place of each. */
export interface ListedColumns {
  readonly names: readonly string[]
  readonly places: ReadonlyMap<string, number>
}

export function listedColumns(names: readonly string[]): ListedColumns {
  return { names, places: new Map(names.map((name, place) => [name, place])) }
}

/**
 * The cells of a row as the list that they were read as: a map for every row would cost more than reading the row. A class, since what a
 * function returns would have functions of its own for every row. Cells beyond the last column are called by their place.
 */
export class ListedCells implements Cells {
  readonly columns: ListedColumns
  readonly list: readonly string[]

  constructor(columns: ListedColumns, list: readonly string[]) {
    this.columns = columns
    this.list = list
  }

  get(column: string): string | undefined {
    const place = this.columns.places.get(column)
    if (place !== undefined) return this.list[place]
    return this.list.find((_, at) => this.nameOf(at) === column)
  }

  has(column: string): boolean {
    return this.get(column) !== undefined
  }

  keys(): string[] {
    return this.list.map((_, place) => this.nameOf(place))
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return new Map(this.list.map((cell, place) => [this.nameOf(place), cell])).entries()
  }

  private nameOf(place: number): string {
    return this.columns.names[place] ?? `column ${place + 1}`
  }
}
