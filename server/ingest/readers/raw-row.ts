import type { Reason } from '../reasons.ts'

/** A value that cannot be a cell, such as an object where text is wanted. */
export interface UnreadableCell {
  readonly typed: string
  readonly reason: Reason
}

export type Cell = string | readonly string[] | UnreadableCell

/** The cells of one row by column name, in the file's order. */
export interface Cells extends Iterable<[string, Cell]> {
  get(column: string): Cell | undefined
  has(column: string): boolean
  keys(): Iterable<string>
}

/** One row as it stands in its file. */
export interface RawRow {
  /** 1 for the first row after the header. */
  readonly row: number
  readonly cells: Cells
  /** Columns whose cell is part of one that is merged over several rows, and whose value stands in the first of them. */
  readonly merged?: ReadonlySet<string>
  /** Why the row cannot be taken apart into cells; such a row is quarantined. */
  readonly problem?: Reason
}

/** Longest row in UTF-16 code units; beyond it a quote was most likely never closed. */
export const maxRowLength = 16 * 2 ** 20

/** The file ends, or goes on, in a way that makes the rest of it unreadable. */
export class BrokenFileError extends Error {
  override name = 'BrokenFileError'
  readonly row: number

  constructor(row: number, because: string) {
    super(because)
    this.row = row
  }
}

/** True for a value that the reader could not make text of. */
export function isUnreadable(cell: Cell): cell is UnreadableCell {
  return typeof cell === 'object' && 'reason' in cell
}
