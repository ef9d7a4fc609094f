import type { Facts } from '../domain/fact.ts'
import { FailureError } from '../domain/failure.ts'
import type { FileReport, QuarantinedRow } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Dataset } from '../ingest/dataset.ts'
import { readDatasetFile } from '../ingest/read-file.ts'
import { maxBatch, type Store } from '../store/port.ts'
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
  const source = `${dataset.name}/${sized.file.file}`
  const writing = startWriting(store, source, at)
  const report = { ...noReport(sized.file.file), reading: sized.file.reading }
  for await (const read of sized.rows ?? readDatasetFile(dataset, sized.file)) {
    countRow(report, read)
    if (read.kind === 'facts') await writing.fact(read.facts)
    else await writing.quarantined(read.row)
    if (report.rows % maxBatch === 0) {
      onProgress({ stage: 'write', done: report.rows, total: sized.report.rows })
    }
  }
  await writing.flush()
  if (report.rows !== sized.report.rows) {
    throw new FailureError(
      `${source} changed while it was read (${sized.report.rows} rows, then ${report.rows}); load it again when nobody writes to it.`,
    )
  }
  onProgress({ stage: 'write', done: report.rows, total: report.rows })
  if (keepsEarlierVersion(sized)) return report
  const current = {
    id: source,
    dataset: dataset.name,
    file: sized.file.file,
    kind: sized.file.kind,
    sha256: sized.sha256,
    fingerprint: sized.fingerprint,
    origin: dataset.origin,
    licence: dataset.licence,
    ...termsOf(dataset),
    asOf: dataset.asOf,
    loadedAt: at,
    report,
  }
  await store.finishSource(current, writing.records, writing.rows)
  return report
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
function keepsEarlierVersion({ before, report }: SizedFile): boolean {
  return (
    before !== undefined && before.report.accepted > 0 && report.rows > 0 && report.accepted === 0
  )
}

function startWriting(store: Store, source: string, at: LoadOptions['at']) {
  const records = new Set<Sha256>()
  const rows: number[] = []
  const facts: Facts[] = []
  const quarantine: QuarantinedRow[] = []
  const flushFacts = async () => {
    if (facts.length > 0) await store.putFacts(source, facts.splice(0), at)
  }
  const flushQuarantine = async () => {
    if (quarantine.length > 0) await store.putQuarantine(source, quarantine.splice(0))
  }
  return {
    records,
    rows,
    async fact(fact: Facts) {
      records.add(fact.record.hash)
      facts.push(fact)
      if (facts.length === maxBatch) await flushFacts()
    },
    async quarantined(row: QuarantinedRow) {
      rows.push(row.row)
      quarantine.push(row)
      if (quarantine.length === maxBatch) await flushQuarantine()
    },
    async flush() {
      await flushFacts()
      await flushQuarantine()
    },
  }
}
