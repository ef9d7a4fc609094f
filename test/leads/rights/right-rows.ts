import type { RecordKind, SourceRecord } from '../../../server/domain/record.ts'
import { hashOf } from '../rows.ts'

type Fields = Readonly<Record<string, string>>

/** A row that says who may deal in Halvéa goods. */
export function authorisedRow(fields: Fields): SourceRecord {
  return row('authorised', { right_id: 'halvea-word', territory: 'CN', ...fields }, 20)
}

export function rightRow(fields: Fields, number: number): SourceRecord {
  return row('right', { office: 'o', number: '2', holder: 'h', ...fields }, number)
}

function row(kind: RecordKind, fields: Fields, number: number): SourceRecord {
  return {
    hash: hashOf(JSON.stringify([kind, fields])),
    ...{ source: 'demo/events.csv', dataset: 'demo', file: 'events.csv', row: number },
    ...{ kind, fields, refused: [] },
  }
}
