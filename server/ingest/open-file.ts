import { stat } from 'node:fs/promises'
import { extname, isAbsolute, join, normalize } from 'node:path'

import { RefusalError } from '../domain/failure.ts'
import type { DatasetFile, Format } from './dataset.ts'
import type { FileEntry } from './dataset-schema.ts'
import { fieldsOf } from './fields.ts'
import { type Columns, mapColumns } from './mapping.ts'
import { readHeader } from './readers/csv.ts'
import { DecodeError, decodeFile, detectEncoding, type Encoding } from './readers/encodings.ts'
import { readNdjson } from './readers/ndjson.ts'
import { BrokenFileError } from './readers/raw-row.ts'

const formats: Readonly<Record<string, Format>> = {
  '.csv': { type: 'delimited', delimiter: ',' },
  '.tsv': { type: 'delimited', delimiter: '\t' },
  '.ndjson': { type: 'ndjson' },
  '.jsonl': { type: 'ndjson' },
}

const spreadsheets = new Set(['.xlsx', '.xls', '.xlsm', '.ods'])

/** Enough to see the header, or the first objects, in their encoding. */
const beginningBytes = 64 * 1024
const objectsLookedAt = 1_000

/** Finds a data file of a dataset and maps its columns; throws a RefusalError when it is missing or cannot give its records. */
export async function openDataFile(folder: string, entry: FileEntry): Promise<DatasetFile> {
  const path = join(folder, withinDataset(entry.file))
  const format = formatOf(entry)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) {
    throw new RefusalError(
      `dataset.json names ${entry.file}, and there is no such file in ${folder}; add it or take its entry out.`,
    )
  }
  const encoding = entry.encoding ?? (await detectEncoding(path, beginningBytes))
  const columns = await columnsOf(path, encoding, entry, format).catch((error: unknown) => {
    throw asRefusal(error, entry.file)
  })
  return {
    file: entry.file,
    path,
    kind: entry.kind,
    format,
    encoding: entry.encoding,
    entry,
    ...mapColumns(entry, columns),
  }
}

function withinDataset(file: string): string {
  const path = normalize(file)
  if (!isAbsolute(path) && !path.split(/[/\\]/).includes('..')) return path
  throw new RefusalError(
    `dataset.json names ${file}, which lies outside its folder; a dataset holds its own files.`,
  )
}

/** How a file is read, by the ending of its name; throws a RefusalError where it is of no kind that is read. */
export function formatOf({ file, delimiter }: Pick<FileEntry, 'file' | 'delimiter'>): Format {
  const ending = extname(file).toLowerCase()
  const format = formats[ending]
  if (format?.type === 'delimited') return { ...format, delimiter: delimiter ?? format.delimiter }
  if (format !== undefined) return format
  const advice = spreadsheets.has(ending)
    ? 'is a spreadsheet, which is not read yet; save it as CSV'
    : 'is of no kind that is read; its name must end in .csv, .tsv, .ndjson or .jsonl'
  throw new RefusalError(`${file} ${advice}.`)
}

async function columnsOf(
  path: string,
  encoding: Encoding,
  entry: FileEntry,
  format: Format,
): Promise<Columns> {
  const { file } = entry
  if (format.type === 'ndjson') {
    const names = await objectNames(path, encoding)
    return { file, names, complete: false, listSeparator: undefined, hint: '' }
  }
  const names = await readHeader(decodeFile(path, encoding), format.delimiter)
  if (names === undefined) {
    throw new RefusalError(
      `${file} is empty: it has no header, so nothing says what its columns are; write the column names into its first line.`,
    )
  }
  const hint = delimiterHint(names, entry, format.delimiter)
  return { file, names: numbered(names), complete: true, listSeparator: '|', hint }
}

/** Repeated names as the rows' reader writes them. */
function numbered(names: readonly string[]): string[] {
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

/** Names in the first objects. A file that breaks off later is opened all the same: reading it says at which row. */
async function objectNames(path: string, encoding: Encoding): Promise<string[]> {
  const names = new Set<string>()
  try {
    for await (const { row, cells, problem } of readNdjson(decodeFile(path, encoding))) {
      if (problem === undefined) for (const name of cells.keys()) names.add(name)
      if (objectsLookedAt <= row) break
    }
  } catch (error) {
    if (names.size === 0) throw error
  }
  return [...names]
}

/** Says which delimiter would give the columns that are wanted, when one does. */
function delimiterHint(names: readonly string[], entry: FileEntry, delimiter: string): string {
  if (names.length !== 1) return ''
  const wanted = new Set([...Object.keys(fieldsOf[entry.kind]), ...Object.values(entry.columns)])
  const fitting = [',', ';', '\t', '|'].find((other) => {
    const pieces = (names[0] ?? '').split(other).map((piece) => piece.replaceAll('"', '').trim())
    return other !== delimiter && 1 < pieces.length && pieces.some((piece) => wanted.has(piece))
  })
  if (fitting === undefined) return ''
  const shown = fitting === '\t' ? 'tabs' : `“${fitting}”`
  return `; the file seems to use ${shown} between cells: add "delimiter": ${JSON.stringify(fitting)} to its entry`
}

/** A file whose beginning cannot be read is refused before anything is loaded. */
function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof DecodeError) {
    return new RefusalError(
      `${file} is neither UTF-8, UTF-16 nor GB18030 text; save it as UTF-8, or name its "encoding" in dataset.json.`,
      { cause: error },
    )
  }
  if (!(error instanceof BrokenFileError)) return error
  return new RefusalError(`The header of ${file} ${error.message}; correct the file.`, {
    cause: error,
  })
}
