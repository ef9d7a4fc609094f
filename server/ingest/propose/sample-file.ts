import { howToRead } from '../how-to-read.ts'
import { columnsOf } from '../open-file.ts'
import { rawRows } from '../read-file.ts'
import { DecodeError } from '../readers/encodings.ts'
import { withoutParents } from '../readers/nested-cells.ts'
import { BrokenFileError, type Cell, type Cells, isUnreadable } from '../readers/raw-row.ts'
import { totalsTest } from '../totals-row.ts'
import type { SampledFile } from './propose-file.ts'

/** Enough to see what a column holds, and soon read. */
const rowsLookedAt = 1_000
const differentValues = 200
/** UTF-16 code units of one value; what is longer says no more of its field. */
const valueLength = 200

const sumsUp = totalsTest([])

/** Reads the beginning of a file; throws a RefusalError where it is no table. A file that breaks off later is sampled as far as it goes. */
export async function sampleFile(
  path: string,
  file: string,
  stated: SampledFile['stated'] = {},
): Promise<SampledFile> {
  const how = await howToRead(path, { ...stated, file })
  const names = withoutParents(await columnsOf(path, { file }, how))
  const values = new Map(names.map((name) => [name, new Set<string>()]))
  const lists = new Set<string>()
  let rows = 0
  try {
    for await (const { cells, problem } of rawRows({ path, ...how })) {
      if (rowsLookedAt <= rows) break
      rows += 1
      if (problem !== undefined || sumsUp(cells)) continue
      lookAt(cells, { values, lists })
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError || error instanceof DecodeError)) throw error
  }
  const columns = names.map((column) => ({ column, values: [...(values.get(column) ?? [])] }))
  return { file, columns, rowsLookedAt: rows, lists: [...lists], reading: how.reading, stated }
}

function lookAt(
  cells: Cells,
  { values, lists }: { values: ReadonlyMap<string, Set<string>>; lists: Set<string> },
): void {
  for (const [name, cell] of cells) {
    take(values.get(name), cell)
    if (isListOfObjects(cell)) lists.add(name)
  }
}

/** As the reader of objects shows what is no cell: by how it is written. */
function isListOfObjects(cell: Cell): boolean {
  return isUnreadable(cell) && cell.reason === 'value-nested' && cell.typed.startsWith('[{')
}

function take(values: Set<string> | undefined, cell: Cell): void {
  if (values === undefined) return
  for (const one of typeof cell === 'string' ? [cell] : textsOf(cell)) {
    const text = one.trim().slice(0, valueLength)
    if (text !== '' && values.size < differentValues) values.add(text)
  }
}

function textsOf(cell: Exclude<Cell, string>): readonly string[] {
  return 'typed' in cell ? [cell.typed] : cell
}
