import { readFile } from 'node:fs/promises'

import papaparse from 'papaparse'
import type { z } from 'zod'

import { RefusalError } from '../domain/failure.ts'

/** The rows of a CSV file in its order. Throws a RefusalError that names the file or the row that cannot be read. */
export async function readTable<T>(path: string, Row: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RefusalError(`The table ${path} cannot be read; name one that is there.`, { cause })
  })
  const { data } = papaparse.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  return data.map((cells, index) => {
    const row = Row.safeParse(cells)
    if (row.success) return row.data
    const [issue] = row.error.issues
    throw new RefusalError(
      `Row ${index + 1} of ${path} cannot be read (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}); correct it.`,
    )
  })
}
