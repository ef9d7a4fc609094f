import type { FileReport, Source } from '../domain/record.ts'
import type { Surprise } from '../domain/surprise.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Dataset, DatasetFile } from '../ingest/dataset.ts'
import { type RowRead, readDatasetBatches, withEncoding } from '../ingest/read-file.ts'
import { countFilled, type FilledCounts, surprises } from './expectations.ts'
import { countRow, noReport } from './load-report.ts'
import type { OnProgress } from './progress.ts'

/** A file that was read to its end once, with what is to come of it. */
export interface SizedFile {
  readonly file: DatasetFile
  readonly sha256: Sha256
  readonly fingerprint: Sha256
  /** What an earlier version of the file left in the store. */
  readonly before: Source | undefined
  readonly report: FileReport
  /** What of it is not as its dataset says that it should be. */
  readonly surprises: readonly Surprise[]
  /** Its rows, where there was room to keep them; a larger file is read again when it is written. */
  readonly rows: readonly RowRead[] | undefined
}

/** How many rows of all files together may still be kept between the two passes. */
export interface RowMemory {
  rowsLeft: number
}

/** Rows between two tellings of progress. */
const rowsPerTelling = 1_000

/** The first pass over a file: counts its rows and writes nothing; throws a FailureError when the file ends too soon. */
export async function checkFile(
  dataset: Dataset,
  opened: DatasetFile,
  known: Pick<SizedFile, 'sha256' | 'fingerprint' | 'before'>,
  { onProgress, memory }: { readonly onProgress: OnProgress; readonly memory: RowMemory },
): Promise<SizedFile> {
  const file = await withEncoding(dataset, opened)
  const report = { ...noReport(file.file), reading: file.reading }
  const rows: RowRead[] = []
  const filled: FilledCounts = new Map()
  for await (const batch of readDatasetBatches(dataset, file)) {
    for (const read of batch) {
      countRow(report, read)
      countFilled(filled, read)
      if (report.rows <= memory.rowsLeft) rows.push(read)
      else rows.length = 0
      if (report.rows % rowsPerTelling === 0) onProgress({ stage: 'read', done: report.rows })
    }
  }
  onProgress({ stage: 'read', done: report.rows, total: report.rows })
  const whole = report.rows <= memory.rowsLeft
  if (whole) memory.rowsLeft -= report.rows
  const name = `${dataset.name}/${file.file}`
  return {
    ...{ file, ...known, report },
    surprises: surprises(name, file.entry.expect ?? {}, report, filled),
    rows: whole ? rows : undefined,
  }
}
