import { stat } from 'node:fs/promises'
import { isAbsolute, join, normalize } from 'node:path'

import type { FileReading } from '../domain/record.ts'
import { refusal } from '../domain/refusals.ts'
import type { DatasetFile } from './dataset.ts'
import type { FileEntry } from './dataset-schema.ts'
import { type HowToRead, howToRead } from './how-to-read.ts'
import { type Columns, type Mapping, mapColumns } from './mapping.ts'
import { readHeader } from './readers/csv.ts'
import { DecodeError, decodeFile, type Encoding } from './readers/encodings.ts'
import { readNdjson } from './readers/ndjson.ts'
import { BrokenFileError } from './readers/raw-row.ts'
import { readXlsxHeader } from './readers/xlsx/read-sheet.ts'

const objectsLookedAt = 1_000

/** Finds a data file of a dataset and maps its columns; throws a RefusalError when it is missing or cannot give its records. */
export async function openDataFile(folder: string, entry: FileEntry): Promise<DatasetFile> {
  const path = join(folder, withinDataset(entry.file))
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) {
    throw refusal('file-missing', { file: entry.file, folder })
  }
  try {
    const how = await howToRead(path, entry)
    const mapping = mapColumns(entry, await columnsOf(path, entry, how))
    const { file, kind, encoding } = entry
    const reading = { ...how.reading, ...toldOf(mapping) }
    return { file, path, kind, format: how.format, encoding, reading, entry, ...mapping }
  } catch (error) {
    throw asRefusal(error, entry.file)
  }
}

/** What of the file is not loaded, and what of the mapping finds nothing there. */
function toldOf({
  unusedColumns: notLoaded,
  notFound,
}: Mapping): Pick<FileReading, 'notLoaded' | 'notFound'> {
  return {
    ...(0 < notLoaded.length && { notLoaded: [...notLoaded] }),
    ...(0 < notFound.length && { notFound: [...notFound] }),
  }
}

function withinDataset(file: string): string {
  const path = normalize(file)
  if (!isAbsolute(path) && !path.split(/[/\\]/).includes('..')) return path
  throw refusal('file-outside', { file })
}

/** The columns of a file as far as its beginning shows them. */
export async function columnsOf(
  path: string,
  { file }: Pick<FileEntry, 'file'>,
  { format, encoding }: Pick<HowToRead, 'format' | 'encoding'>,
): Promise<Columns> {
  if (format.type === 'ndjson') {
    const names = await objectNames(path, { file, encoding, each: format.each })
    return { file, names, complete: false, listSeparator: undefined }
  }
  const names =
    format.type === 'xlsx'
      ? await readXlsxHeader(path, format.sheet, format)
      : await readHeader(decodeFile(path, encoding), format)
  if (names === undefined) {
    throw refusal('file-empty', { file })
  }
  return { file, names, complete: true, listSeparator: '|' }
}

/** Names in the first objects. A file that breaks off later is opened all the same: reading it says at which row; one that does so without an object on any of its lines is JSON of another form. */
async function objectNames(
  path: string,
  {
    file,
    encoding,
    each,
  }: { readonly file: string; readonly encoding: Encoding; readonly each: string | undefined },
): Promise<string[]> {
  const names = new Set<string>()
  let lines = 0
  try {
    for await (const { row, cells, problem } of readNdjson(decodeFile(path, encoding), each)) {
      lines = row
      if (problem === undefined) for (const name of cells.keys()) names.add(name)
      if (objectsLookedAt <= row) break
    }
  } catch (error) {
    if (names.size === 0) throw withoutObjects(error, file, lines)
  }
  return [...names]
}

function withoutObjects(cause: unknown, file: string, lines: number): unknown {
  return lines === 0 ? cause : refusal('file-not-by-line', { file }, { cause })
}

/** A file whose beginning cannot be read is refused before anything is loaded. */
export function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof DecodeError) {
    return refusal('file-encoding-unknown', { file }, { cause: error })
  }
  if (!(error instanceof BrokenFileError)) return error
  return refusal('file-header-broken', { file, because: error.message }, { cause: error })
}
