import type { FileReport, LoadReport } from '../domain/record.ts'
import type { RowRead } from '../ingest/read-file.ts'

export type Counts = Pick<LoadReport, 'rows' | 'accepted' | 'quarantined' | 'refusedFields'>

export function noReport(file: string): FileReport {
  return {
    file,
    rows: 0,
    accepted: 0,
    quarantined: 0,
    refusedFields: 0,
    quarantinedBy: {},
    refusedBy: {},
  }
}

/** Counts one row into a report of its file; accepted + quarantined stays equal to rows. */
export function countRow(report: FileReport, read: RowRead): void {
  report.rows += 1
  if (read.kind === 'quarantined') {
    report.quarantined += 1
    countReason(report.quarantinedBy, read.row.reason)
    return
  }
  report.accepted += 1
  for (const { reason } of read.facts.record.refused) {
    report.refusedFields += 1
    countReason(report.refusedBy, reason)
  }
}

export function sumReports(files: readonly FileReport[]): Counts {
  const sum = (field: keyof Counts) => files.reduce((total, report) => total + report[field], 0)
  return {
    rows: sum('rows'),
    accepted: sum('accepted'),
    quarantined: sum('quarantined'),
    refusedFields: sum('refusedFields'),
  }
}

/** The sentence that makes a load a failure: files of which no row at all could be used. Undefined when there is none. */
export function unusableFiles(reports: readonly LoadReport[]): string | undefined {
  const unusable = reports.flatMap(({ dataset, files }) =>
    files
      .filter(({ rows, accepted }) => rows > 0 && accepted === 0)
      .map(({ file, quarantinedBy }) => ({
        name: `${dataset}/${file}`,
        reasons: Object.keys(quarantinedBy).toSorted(),
      })),
  )
  if (unusable.length === 0) return undefined
  const list = unusable.map(({ name, reasons }) => `${name} (${reasons.join(', ')})`).join('; ')
  return `Every row was quarantined in ${list}; \`revenant export quarantine\` shows each row with what to do, and the graph holds nothing of it.`
}

function countReason(by: Record<string, number>, reason: string): void {
  by[reason] = (by[reason] ?? 0) + 1
}
