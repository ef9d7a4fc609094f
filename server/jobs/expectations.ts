import type { FileReport } from '../domain/record.ts'
import type { Surprise } from '../domain/surprise.ts'
import type { Expectations } from '../ingest/dataset-schema.ts'
import type { RowRead } from '../ingest/read-file.ts'

/** In how many accepted rows of a file each field is filled. */
export type FilledCounts = Map<string, number>

export function countFilled(counts: FilledCounts, read: RowRead): void {
  if (read.kind === 'quarantined') return
  for (const field in read.facts.record.fields) counts.set(field, (counts.get(field) ?? 0) + 1)
}

/** What of a file is not as its dataset says that it should be; empty where it is. */
export function surprises(
  name: string,
  { rows, within = 0, filled = {} }: Partial<Expectations>,
  report: Pick<FileReport, 'rows' | 'accepted'>,
  counts: FilledCounts,
): Surprise[] {
  const told: Surprise[] = []
  if (rows !== undefined) {
    const [least, most] = [Math.floor(rows * (1 - within)), Math.ceil(rows * (1 + within))]
    if (report.rows < least || most < report.rows) {
      told.push({ kind: 'rows', file: name, rows: report.rows, least, most })
    }
  }
  for (const [field, share] of Object.entries(filled)) {
    const count = counts.get(field) ?? 0
    if (count < share * report.accepted) {
      told.push({ kind: 'filled', file: name, field, count, accepted: report.accepted, share })
    }
  }
  return told
}
