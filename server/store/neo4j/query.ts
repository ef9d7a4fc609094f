import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Record as QueryRecord, Result } from 'neo4j-driver'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../../cypher')

/** What a statement runs in: a transaction, or a session for those that must run by themselves. */
export interface Runner {
  /** All rows when awaited, or one by one as they come. */
  run(text: string, parameters?: object): Result
}

export interface Query<Parameters, Row> {
  /** Path under cypher/, without the extension. */
  readonly name: string
  readonly text: string
  rows(runner: Runner, parameters: Parameters): Promise<Row[]>
}

/** Binds one .cypher file to the parameters it takes and the rows it returns. */
export function query<Parameters extends object, Row>(
  name: string,
  row: z.ZodType<Row>,
): Query<Parameters, Row> {
  const text = readFileSync(join(folder, `${name}.cypher`), 'utf8')
  return {
    name,
    text,
    async rows(runner, parameters) {
      const { records } = await runner.run(text, parameters)
      return records.map((record) => row.parse(objectOf(record)))
    },
  }
}

/** As `record.toObject()`, which takes ten times as long and most of what a scan takes here. */
function objectOf(record: Pick<QueryRecord, 'keys' | 'get'>): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const [at, key] of record.keys.entries()) object[String(key)] = record.get(at)
  return object
}

/** Binds one .cypher file that returns nothing. */
export function command<Parameters extends object>(name: string): Query<Parameters, never> {
  return query(name, z.never())
}

/** An integer column. The driver gives BigInt, so that a value that no JavaScript number holds is noticed. */
export const Integer = z.bigint().transform((value, context) => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) context.addIssue(`${value} is beyond 2^53`)
  return number
})

/** A column that counts something. */
export const Count = z.object({ count: Integer })
export type Count = z.infer<typeof Count>

/** A page with how many the whole list holds: one row. */
export function pageWith<Row>(row: z.ZodType<Row>) {
  return z.object({ count: Integer, page: z.array(row) })
}

/** A column that holds one thing as JSON. */
export const Body = z.object({ body: z.string() })
export type Body = z.infer<typeof Body>
