import { stat } from 'node:fs/promises'

import { FailureError, RefusalError } from '../domain/failure.ts'
import { nodeKey, toKey } from '../domain/keys.ts'
import { readCsv } from '../ingest/readers/csv.ts'
import { decodeFile, detectEncoding } from '../ingest/readers/encodings.ts'
import type { Truth } from '../rings/truth.ts'

/** The text of a cell, empty when the cell is; undefined when the file has no such column. */
type Cells = (column: string) => string | undefined

/** One of the forms that a truth file can have, by the columns it must hold. */
interface Form {
  readonly columns: readonly string[]
  /** Undefined when a required cell is empty or is no key. */
  readonly read: (cell: Cells) => Truth | undefined
}

const forms: readonly Form[] = [
  { columns: ['platform', 'shop_id', 'controller'], read: shopTruth },
  { columns: ['subject', 'controller'], read: subjectTruth },
  { columns: ['a', 'b', 'same'], read: pairTruth },
]

/**
 * The rows of a truth file (CSV): shops with their controllers, predecessors, traps and changes, other things with their controllers, or
 * labelled pairs. Throws a RefusalError for a file that has none of these forms, and a FailureError that names the row that cannot be read.
 */
export async function readTruth(path: string): Promise<Truth[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile())
    throw new RefusalError(`There is no truth file at ${path}; name a CSV file.`)
  const text = decodeFile(path, await detectEncoding(path))
  const truth: Truth[] = []
  let form: Form | undefined
  for await (const { row, cells, problem } of readCsv(text, { delimiter: ',', quote: '"' })) {
    form ??= formOf(path, [...cells.keys()])
    const read =
      problem === undefined
        ? form.read((column) => (cells.has(column) ? textOf(cells.get(column)) : undefined))
        : undefined
    if (read === undefined) {
      throw new FailureError(
        `Row ${row} of ${path} cannot be read as ${form.columns.join(', ')}; correct it, as a score must count every row.`,
      )
    }
    truth.push(read)
  }
  if (truth.length > 0) return truth
  throw new RefusalError(`${path} holds no rows, so there is nothing to measure against.`)
}

function formOf(path: string, columns: readonly string[]): Form {
  const form = forms.find((candidate) => candidate.columns.every((name) => columns.includes(name)))
  if (form !== undefined) return form
  const wanted = forms.map((one) => one.columns.join(', ')).join('; or ')
  throw new RefusalError(`${path} has the columns ${columns.join(', ')}; truth has ${wanted}.`)
}

function shopTruth(cell: Cells): Truth | undefined {
  const [platform, id, controller] = ['platform', 'shop_id', 'controller'].map(cell)
  if (!(platform && id && controller)) return undefined
  const predecessor = cell('predecessor') ?? ''
  const before = predecessor === '' ? undefined : toKey(predecessor)
  if (predecessor !== '' && before === undefined) return undefined
  const [trap, changed] = [cell('trap'), cell('changed')]
  return {
    shop: nodeKey('Shop', platform, id),
    controller,
    predecessor: before,
    ...(trap && { traps: listOf(trap) }),
    ...(changed !== undefined && { changed: listOf(changed) }),
  }
}

function subjectTruth(cell: Cells): Truth | undefined {
  const shop = toKey(cell('subject') ?? '')
  const controller = cell('controller')
  return shop === undefined || !controller ? undefined : { shop, controller }
}

const sameWords: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
}

function pairTruth(cell: Cells): Truth | undefined {
  const [a, b] = ['a', 'b'].map((end) => toKey(cell(end) ?? ''))
  const same = sameWords[(cell('same') ?? '').toLowerCase()]
  return a === undefined || b === undefined || same === undefined ? undefined : { a, b, same }
}

function listOf(cell: string): string[] {
  return cell.split('|').filter((one) => one !== '')
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : ''
}
