import type { Facts } from '../domain/fact.ts'
import { FailureError } from '../domain/failure.ts'
import type { QuarantinedRow } from '../domain/record.ts'
import type { Dataset, DatasetFile } from './dataset.ts'
import { rowReader } from './read-row.ts'
import { inBatches, oneByOne } from './readers/batches.ts'
import { readCsvBatches } from './readers/csv.ts'
import { DecodeError, decodeFile, detectEncoding } from './readers/encodings.ts'
import { readNdjsonBatches } from './readers/ndjson.ts'
import { BrokenFileError, type RawRow } from './readers/raw-row.ts'
import { readXlsx } from './readers/xlsx/read-sheet.ts'

/** What came of one row; never nothing. */
export type RowRead =
  | { readonly kind: 'facts'; readonly facts: Facts; readonly row: number }
  | { readonly kind: 'quarantined'; readonly row: QuarantinedRow }

/**
 * Reads a data file in its order, as many rows at a time as a buffer of it holds. Throws a FailureError that names file and row when the
 * file ends too soon or its bytes are not text.
 */
export async function* readDatasetBatches(
  dataset: Dataset,
  file: DatasetFile,
): AsyncGenerator<RowRead[]> {
  const read = rowReader(dataset, file)
  for await (const batch of rawDatasetBatches(dataset, file)) {
    for (let start = 0; start < batch.length; start += rowsAtATime) {
      yield batch.slice(start, start + rowsAtATime).map(read)
    }
  }
}

/** The rows of a data file as they stand in it, for whoever only has to know that it can be read to its end; throws as {@link readDatasetBatches} does. */
export async function* rawDatasetBatches(
  dataset: Dataset,
  file: DatasetFile,
): AsyncGenerator<RawRow[]> {
  let rows = 0
  try {
    for await (const batch of rawBatches(file)) {
      rows = batch.at(-1)?.row ?? rows
      yield batch
    }
  } catch (error) {
    throw brokenFile(error, `${dataset.name}/${file.file}`, rows)
  }
}

/** The same row by row. */
export function readDatasetFile(dataset: Dataset, file: DatasetFile): AsyncGenerator<RowRead> {
  return oneByOne(readDatasetBatches(dataset, file))
}

/** The rows of a file as they stand in it. */
export function rawRows(
  file: Pick<DatasetFile, 'path' | 'format' | 'encoding'>,
): AsyncGenerator<RawRow> {
  return oneByOne(rawBatches(file))
}

/** Few enough that what is said of them is let go of while the garbage collector still looks at nothing else. */
const rowsAtATime = 256

async function* rawBatches(
  file: Pick<DatasetFile, 'path' | 'format' | 'encoding'>,
): AsyncGenerator<RawRow[]> {
  const { path, format } = file
  if (format.type === 'xlsx') {
    yield* inBatches(readXlsx(path, format.sheet, format), rowsAtATime)
    return
  }
  const encoding = file.encoding ?? (await detectEncoding(path))
  const text = decodeFile(path, encoding)
  if (format.type === 'ndjson') yield* readNdjsonBatches(text, format.each)
  else yield* readCsvBatches(text, format)
}

/** The file with its encoding found out from all its bytes, so that no later pass has to; throws a FailureError where they are no text. */
export async function withEncoding(dataset: Dataset, file: DatasetFile): Promise<DatasetFile> {
  if (file.format.type === 'xlsx' || file.encoding !== undefined) return file
  try {
    const encoding = await detectEncoding(file.path)
    return { ...file, encoding, reading: { ...file.reading, encoding } }
  } catch (error) {
    throw brokenFile(error, `${dataset.name}/${file.file}`, 0)
  }
}

/** Why a file cannot be read on, as a FailureError that names it and the place; any other error as it is. */
export function brokenFile(error: unknown, name: string, rows: number): unknown {
  if (error instanceof BrokenFileError) {
    return new FailureError(
      `${name} is cut off: row ${error.row} ${error.message}; get the whole file and load it again.`,
      { cause: error },
    )
  }
  if (!(error instanceof DecodeError)) return error
  const advice = error.atEnd
    ? 'the file ends inside a character; get the whole file and load it again'
    : 'its bytes are not text there; save it as UTF-8, or name its "encoding" in dataset.json'
  return new FailureError(`${name} cannot be read after row ${rows}: ${advice}.`, { cause: error })
}
