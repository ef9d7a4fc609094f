import type { Database, SqlParameters } from './database.ts'

/**
 * All rows of a query as one text, each a list of what its columns say in JSON: a row of its own, and a text of its own to be parsed, cost more than to find one. `from` is the query after
 * its columns; its order is that of the rows.
 */
export function jsonRows<Row extends readonly unknown[]>(
  database: Database,
  columns: readonly string[],
  from: string,
  parameters: SqlParameters,
): Row[] {
  const line = `'[' || ${columns.join(" || ',' || ")} || ']'`
  const found = database.get<{ rows: string | null }>(
    `SELECT group_concat(line) AS rows FROM (SELECT ${line} AS line ${from})`,
    parameters,
  )
  return JSON.parse(`[${found?.rows ?? ''}]`) as Row[]
}
