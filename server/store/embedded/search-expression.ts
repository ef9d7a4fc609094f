import type { SearchTerm } from '../name-grams.ts'

/** A term for FTS5. Tokens are hexadecimal, so that nothing in them is syntax. */
export function expressionOf(term: SearchTerm): string {
  return term.kind === 'phrase' ? `"${term.tokens}"` : `"${term.token}" *`
}
