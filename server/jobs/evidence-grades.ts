import type { SourceRecord } from '../domain/record.ts'
import type { RecordReads } from '../store/port.ts'

/** How reliable a source is and how credible what it says, such as `B2`, by dataset and id of the evidence. */
export async function evidenceGrades(store: RecordReads): Promise<ReadonlyMap<string, string>> {
  const grades = new Map<string, string>()
  for await (const record of store.scanRecords(['evidence'])) {
    const [id, reliability, credibility] = ['evidence_id', 'reliability', 'credibility'].map(
      (field) => values(record, field)[0],
    )
    if (id === undefined || (reliability ?? credibility) === undefined) continue
    grades.set(idOf(record, id), `${reliability ?? '–'}${credibility ?? '–'}`.toUpperCase())
  }
  return grades
}

/** The evidence that a record cites, named as {@link evidenceGrades} names it. */
export function evidenceCited(record: SourceRecord): string[] {
  return values(record, 'evidence').map((id) => idOf(record, id))
}

function idOf({ dataset }: SourceRecord, id: string): string {
  return `${dataset}/${id}`
}

function values({ fields }: SourceRecord, field: string): string[] {
  return [fields[field] ?? []].flat().filter((value) => value !== '')
}
