import { sortable } from '../sortable.ts'
import type { Database } from './database.ts'

/** Tables of records with what they hold, and the source that each is of. */
export const recordTables = `records JOIN record_sources ON record_sources.id = records.source
  JOIN record_texts ON record_texts.id = records.id`

/** Columns of a record from these tables. */
export const recordColumns = `lower(hex(records.hash)) AS hash, record_sources.source AS source, kind, row, body`

/** The number that stands for a source in this database; it is dealt here where the source is new. */
export function sourceNumber(database: Database, source: string): number {
  const of = () =>
    database.get<{ id: number }>('SELECT id FROM record_sources WHERE source = $source', { source })
  const known = of()
  if (known !== undefined) return known.id
  database.run('INSERT INTO record_sources (source, sort) VALUES ($source, $sort)', {
    source,
    sort: sortable(source),
  })
  return of()?.id ?? 0
}
