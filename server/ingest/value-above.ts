import { plainText } from '../domain/plain-text.ts'

/** What registers write for “the same as in the row above”: taken for a value, it would join strangers. */
const marks = new Set("〃 ″ \" '' ,, 同上 同前 ditto dito idem s.o.".split(' '))
const longest = Math.max(...[...marks].map((mark) => mark.length))

/** Whether a value only points to the one above it. */
export function pointsAbove(value: string): boolean {
  return value.length <= longest && (marks.has(value) || marks.has(plainText(value).toLowerCase()))
}
