import { FailureError } from '../domain/failure.ts'
import { hashSet } from '../domain/hash-set.ts'
import type { FileReport, QuarantinedRow, Source } from '../domain/record.ts'
import type { Dataset, DatasetFile } from '../ingest/dataset.ts'
import { type RowRead, readDatasetBatches } from '../ingest/read-file.ts'
import { type FactBatch, maxBatch, type Store } from '../store/port.ts'
import type { SizedFile } from './check-file.ts'
import type { LoadOptions } from './load.ts'
import { countRow, noReport } from './load-report.ts'

/** The second pass over a file: writes its facts and its quarantine in batches, then makes it the current version of its source. */
export async function writeFile(
  store: Store,
  dataset: Dataset,
  sized: SizedFile,
  { at, onProgress }: LoadOptions,
): Promise<FileReport> {
  const source = sourceId(dataset, sized.file)
  const writing = startWriting(store, source, at)
  const report = await writeRows(writing, dataset, sized, onProgress)
  if (report.rows !== sized.rowCount) {
    throw new FailureError(
      `${source} changed while it was read (${sized.rowCount} rows, then ${report.rows}); load it again when nobody writes to it.`,
    )
  }
  onProgress({ stage: 'write', done: report.rows, total: report.rows })
  if (keepsEarlierVersion(sized, report)) {
    if (!sized.isUnfinished) await store.forgoSource(source)
    return report
  }
  const current = versionOf(dataset, sized, { report, loadedAt: at })
  await store.finishSource(current, writing.records, writing.rows)
  return report
}

/** Under which the store keeps what a file says. */
export function sourceId(
  { name }: Pick<Dataset, 'name'>,
  { file }: Pick<DatasetFile, 'file'>,
): string {
  return `${name}/${file}`
}

async function writeRows(
  writing: ReturnType<typeof startWriting>,
  dataset: Dataset,
  { file, rows, rowCount }: SizedFile,
  onProgress: LoadOptions['onProgress'],
): Promise<FileReport> {
  const report = { ...noReport(file.file), reading: file.reading }
  try {
    for await (const batch of rows ? [rows] : readDatasetBatches(dataset, file)) {
      for (const read of batch) {
        countRow(report, read)
        writing.take(read)
        if (writing.isFull()) await writing.flush()
        if (report.rows % maxBatch === 0) {
          onProgress({ stage: 'write', done: report.rows, total: rowCount })
        }
      }
    }
    await writing.flush()
  } finally {
    await writing.isIdle()
  }
  await writing.isDone()
  return report
}

function versionOf(
  dataset: Dataset,
  { file, sha256, fingerprint }: SizedFile,
  written: Pick<Source, 'report' | 'loadedAt'>,
): Source {
  return {
    id: sourceId(dataset, file),
    dataset: dataset.name,
    file: file.file,
    kind: file.kind,
    sha256,
    fingerprint,
    origin: dataset.origin,
    licence: dataset.licence,
    ...termsOf(dataset),
    asOf: dataset.asOf,
    ...written,
  }
}

/** What the dataset says of its own use; nothing stands for what it does not say. */
function termsOf({ collectedUnder, storedIn, mayGoTo }: Dataset) {
  return {
    ...(collectedUnder !== undefined && { collectedUnder }),
    ...(storedIn !== undefined && { storedIn }),
    ...(mayGoTo !== undefined && { mayGoTo: [...mayGoTo] }),
  }
}

/** A new version of which no row is usable is a mistake, not a correction: what the earlier version said stays. */
function keepsEarlierVersion({ before }: SizedFile, report: FileReport): boolean {
  return (
    before !== undefined && before.report.accepted > 0 && report.rows > 0 && report.accepted === 0
  )
}

/** While one batch is written the next one is read, so that a server and its client work side by side; never are two written at once, as of equal rows the first counts. */
function startWriting(store: Store, source: string, at: LoadOptions['at']) {
  const records = hashSet()
  const rows: number[] = []
  const quarantine: QuarantinedRow[] = []
  let facts = store.factBatch(source, at)
  let last: Promise<void> = Promise.resolve()
  const write = async (someFacts: FactBatch, someRows: QuarantinedRow[]) => {
    if (someFacts.size() > 0) await someFacts.put()
    if (someRows.length > 0) await store.putQuarantine(source, someRows)
  }
  const isIdle = () => last.catch(() => undefined)
  return {
    records,
    rows,
    take(read: RowRead) {
      if (read.kind === 'facts') {
        records.add(read.facts.record.hash)
        facts.add(read.facts)
      } else {
        rows.push(read.row.row)
        quarantine.push(read.row)
      }
    },
    isFull: () => facts.size() === maxBatch || quarantine.length === maxBatch,
    /** Begins to write what was taken, once the batch before is written; throws when that failed. */
    async flush() {
      await last
      last = write(facts, quarantine.splice(0))
      facts = store.factBatch(source, at)
      // Whoever waits for it next is told; until then it must not count as nobody's.
      void isIdle()
    },
    /** Nothing is being written any more, whether it was written or failed. */
    isIdle,
    /** All is written; throws when the last batch failed. */
    isDone: () => last,
  }
}
