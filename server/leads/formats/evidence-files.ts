import { canonicalJson } from '../../domain/canonical.ts'
import type { Core } from '../core.ts'
import type { Enclosed } from '../enclosed.ts'
import type { EvidenceBook, EvidenceItem } from '../evidence.ts'
import { type Cell, csvTable } from './csv.ts'
import { fileCells, fileColumns } from './enclosed-files.ts'

/** Every source file as an item and every cited row of it, then every file of evidence, one a line. */
export function evidenceList({ items }: EvidenceBook, enclosed: Enclosed | undefined): string {
  const blank = fileColumns.map(() => '')
  const files = enclosed === undefined ? [] : fileCells(enclosed)
  return csvTable(
    [
      ...['id', 'item', 'source', 'file', 'row', 'record_kind', 'record_sha256', 'file_sha256'],
      ...['origin', 'licence', 'as_of', 'loaded_at', 'grade', ...fileColumns],
    ],
    [
      ...items.flatMap((item) => sourceRows(item).map((row) => [...row, ...blank])),
      ...files.map(({ id, name, sha256, grade, cells }) => [
        ...[id, 'evidence', '', name, '', '', '', sha256, '', '', '', '', grade],
        ...cells,
      ]),
    ],
  )
}

function sourceRows(item: EvidenceItem): Cell[][] {
  const file = [
    item.origin,
    item.licence,
    item.asOf,
    item.loadedAt && new Date(item.loadedAt).toISOString(),
  ]
  return [
    [item.id, 'file', item.source, item.file, '', '', '', item.sha256, ...file, item.grade],
    ...item.rows.map(({ id, row, kind, record }) => [
      ...[id, 'row', item.source, item.file, row, kind, record, item.sha256],
      ...['', '', '', '', item.grade],
    ]),
  ]
}

/** The cited records whole, one a line, each with its id. */
export function recordsNdjson({ records }: Core, { cite }: EvidenceBook): string {
  return records
    .map((record) => `${canonicalJson({ id: cite([record.hash])[0], ...record })}\n`)
    .join('')
}
