import type { Facts } from '../domain/fact.ts'
import type { FieldValue, QuarantinedRow, SourceRecord } from '../domain/record.ts'
import { checkFields } from './check-fields.ts'
import type { Dataset, DatasetFile } from './dataset.ts'
import { openRow, type Unusable } from './facts/row.ts'
import { sayFacts } from './facts.ts'
import { hashOf } from './fingerprint.ts'
import type { RowRead } from './read-file.ts'
import { type Cell, isUnreadable, type RawRow } from './readers/raw-row.ts'
import { sentence } from './reasons.ts'

/** Makes facts of one row, or a place in the quarantine when its kind or key cannot be made. */
export function readRow(dataset: Dataset, file: DatasetFile, raw: RawRow): RowRead {
  if (raw.problem !== undefined) return quarantine(dataset, file, raw, { reason: raw.problem })
  const checked = checkFields(file, raw, dataset.timeZone)
  if (checked.unusable !== undefined) return quarantine(dataset, file, raw, checked.unusable)
  const { fields, values } = checked
  const about = { dataset: dataset.name, file: file.file, kind: file.kind, fields }
  const hash = hashOf(about)
  const row = openRow({ dataset, values, refused: checked.refused, hash })
  const unusable = sayFacts(file.kind, row)
  if (unusable !== undefined) return quarantine(dataset, file, raw, unusable)
  const said = row.said()
  const record: SourceRecord = {
    hash,
    source: `${dataset.name}/${file.file}`,
    ...about,
    row: raw.row,
    refused: said.refused,
  }
  const facts: Facts = { record, nodes: said.nodes, edges: said.edges, about: said.about }
  return { kind: 'facts', facts, row: raw.row }
}

function quarantine(
  dataset: Dataset,
  { file }: DatasetFile,
  raw: RawRow,
  { field, value, reason }: Unusable,
): RowRead {
  const row: QuarantinedRow = {
    source: `${dataset.name}/${file}`,
    file,
    row: raw.row,
    ...(field !== undefined && { field }),
    ...(value !== undefined && { value }),
    reason,
    detail: sentence(reason, field ?? '', value ?? ''),
    cells: Object.fromEntries([...raw.cells].map(([name, cell]) => [name, asTyped(cell)])),
  }
  return { kind: 'quarantined', row }
}

function asTyped(cell: Cell): FieldValue {
  if (isUnreadable(cell)) return cell.typed
  return typeof cell === 'string' ? cell : [...cell]
}
