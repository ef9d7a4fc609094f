import type { Source } from '../domain/record.ts'
import type { Surprise } from '../domain/surprise.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Dataset, DatasetFile } from '../ingest/dataset.ts'
import { type RowRead, rawDatasetBatches, withEncoding } from '../ingest/read-file.ts'
import { rowReader } from '../ingest/read-row.ts'
import type { RawRow } from '../ingest/readers/raw-row.ts'
import { countFilled, type FilledCounts, surprises } from './expectations.ts'
import type { OnProgress } from './progress.ts'

/** A file that was read to its end once, with what is to come of it. */
export interface SizedFile {
  readonly file: DatasetFile
  readonly sha256: Sha256
  readonly fingerprint: Sha256
  /** What an earlier version of the file left in the store. */
  readonly before: Source | undefined
  /** A load of it, or its taking back, was broken off. */
  readonly isUnfinished: boolean
  readonly rowCount: number
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

/**
 * The first pass over a file: counts its rows and writes nothing; throws a FailureError when the file ends too soon. What they say is read of as many rows as can be kept, and of all
 * only where the dataset expects something of their fields.
 */
export async function checkFile(
  dataset: Dataset,
  opened: DatasetFile,
  known: Pick<SizedFile, 'sha256' | 'fingerprint' | 'before' | 'isUnfinished'>,
  { onProgress, memory }: { readonly onProgress: OnProgress; readonly memory: RowMemory },
): Promise<SizedFile> {
  const file = await withEncoding(dataset, opened)
  const looking = startLooking(dataset, file, memory.rowsLeft)
  let rowCount = 0
  for await (const batch of rawDatasetBatches(dataset, file)) {
    const told = Math.floor(rowCount / rowsPerTelling)
    rowCount += batch.length
    looking.at(batch, rowCount)
    if (told < Math.floor(rowCount / rowsPerTelling)) onProgress({ stage: 'read', done: rowCount })
  }
  onProgress({ stage: 'read', done: rowCount, total: rowCount })
  const { accepted, filled, kept } = looking
  const whole = rowCount <= memory.rowsLeft
  if (whole) memory.rowsLeft -= rowCount
  const name = `${dataset.name}/${file.file}`
  const expected = file.entry.expect ?? {}
  return {
    ...{ file, ...known, rowCount },
    surprises: surprises(name, expected, { rows: rowCount, accepted: accepted() }, filled),
    rows: whole ? kept : undefined,
  }
}

/** Reads what rows say, as far as that is asked for: to keep it, while there are no more than `most`, or to count what is filled. */
function startLooking(dataset: Dataset, file: DatasetFile, most: number) {
  const read = rowReader(dataset, file)
  const countsFields = file.entry.expect?.filled !== undefined
  const kept: RowRead[] = []
  const filled: FilledCounts = new Map()
  let accepted = 0
  return {
    kept,
    filled,
    accepted: () => accepted,
    at(batch: readonly RawRow[], rowCount: number) {
      const keeps = rowCount <= most
      if (!keeps) kept.length = 0
      const rows = keeps || countsFields ? batch.map(read) : []
      if (keeps) kept.push(...rows)
      for (const row of rows) {
        countFilled(filled, row)
        if (row.kind === 'facts') accepted += 1
      }
    },
  }
}
