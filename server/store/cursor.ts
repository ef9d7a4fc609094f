import type { z } from 'zod'

import { RefusalError } from '../domain/failure.ts'

/** Writes where a page ended, as text that nobody needs to understand. */
export function writeCursor(position: readonly (string | number)[]): string {
  return JSON.stringify(position)
}

/** Reads what {@link writeCursor} wrote, undefined for the first page; a RefusalError for anything else. */
export function readCursor<Position>(
  cursor: string | undefined,
  position: z.ZodType<Position>,
): Position | undefined {
  if (cursor === undefined) return undefined
  const parsed = position.safeParse(jsonOf(cursor))
  if (parsed.success) return parsed.data
  throw new RefusalError(
    `The cursor ${JSON.stringify(cursor.slice(0, 60))} is not one that a page of this list gave; start again without a cursor.`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
