import { hash } from 'node:crypto'

import type { FieldValue, QuarantinedRow, SourceRecord } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'
import { type CheckedFields, fieldChecker } from './check-fields.ts'
import type { Dataset, DatasetFile } from './dataset.ts'
import { OpenRow, type Unusable } from './facts/row.ts'
import { sayFacts } from './facts.ts'
import type { RowRead } from './read-file.ts'
import { type Cell, isUnreadable, type RawRow } from './readers/raw-row.ts'
import { sentence } from './reasons.ts'
import { totalsTest } from './totals-row.ts'

/** Makes the reader of a file's rows: facts of a row, or a place in the quarantine when its kind or key cannot be made. */
export function rowReader(dataset: Dataset, file: DatasetFile): (raw: RawRow) => RowRead {
  const check = fieldChecker(file, dataset.timeZone)
  const hashOf = recordHasher(dataset, file)
  const sumsUp = totalsTest(file.keyColumns)
  const source = `${dataset.name}/${file.file}`
  return (raw) => {
    if (raw.problem !== undefined) return quarantine(source, file, raw, { reason: raw.problem })
    if (sumsUp(raw.cells)) return quarantine(source, file, raw, { reason: 'row-total' })
    const checked = check(raw)
    if (checked.unusable !== undefined) return quarantine(source, file, raw, checked.unusable)
    const { fields, values } = checked
    const row = new OpenRow({ dataset, values, refused: checked.refused, hash: hashOf(fields) })
    const unusable = sayFacts(file.kind, row)
    if (unusable !== undefined) return quarantine(source, file, raw, unusable)
    const record: SourceRecord = {
      hash: row.hash,
      source,
      dataset: dataset.name,
      file: file.file,
      kind: file.kind,
      fields,
      row: raw.row,
      refused: row.refused,
    }
    const { nodes, edges, about } = row.said()
    return { kind: 'facts', facts: { record, nodes, edges, about }, row: raw.row }
  }
}

/** SHA-256 of the canonical JSON of what makes a record: dataset, fields, file, kind. Only the fields change from row to row, and they come in the order of their names. */
function recordHasher(
  dataset: Pick<Dataset, 'name'>,
  { file, kind }: Pick<DatasetFile, 'file' | 'kind'>,
): (fields: CheckedFields['fields']) => Sha256 {
  const head = `{"dataset":${JSON.stringify(dataset.name)},"fields":`
  const tail = `,"file":${JSON.stringify(file)},"kind":${JSON.stringify(kind)}}`
  return (fields) => hash('sha256', head + JSON.stringify(fields) + tail) as Sha256
}

function quarantine(
  source: string,
  { file }: DatasetFile,
  raw: RawRow,
  { field, value, reason }: Unusable,
): RowRead {
  const row: QuarantinedRow = {
    source,
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
