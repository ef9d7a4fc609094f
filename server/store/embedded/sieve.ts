import type { SearchTerm } from '../name-grams.ts'
import type { Database } from './database.ts'
import { expressionOf } from './search-expression.ts'
import { tokenPages } from './token-pages.ts'

/**
 * A part of what a search asks for that few names hold, so that it is quicker to find these and look at each than to read the long lists of what nearly all hold: of names that begin alike, the beginnings.
 */
export interface Sieve {
  /** For the index of names; whatever holds all that is asked for holds this. */
  readonly expression: string
  /** More than so many are no quicker to look at. */
  readonly most: number
}

/** A token of the index, or all that begin with one, as a part of a term. */
interface Part {
  readonly term: number
  readonly place: number
  readonly token: string
  readonly isBeginning: boolean
}

interface WeighedPart extends Part {
  readonly pages: number
}

/** How many pages of lists are read while one thing is looked at, about. */
const pagesForThing = 2

/** Where fewer pages are saved, a sieve is not worth the while. */
const leastSaved = 100

/** Entries on a page of a list, about. */
const entriesOnPage = 800

/** Undefined where all that is asked for has to be read. */
export function sieveOf(database: Database, terms: readonly SearchTerm[]): Sieve | undefined {
  const parts = terms.flatMap(partsOf)
  if (parts.length < 2) return undefined
  const pages = tokenPages(database, parts)
  const weighed = parts.map((part, at) => ({ ...part, pages: pages[at] ?? 0 }))
  const { things } = database.get<{ things: number }>(
    'SELECT coalesce(max(id), 0) AS things FROM nodes',
  ) ?? {
    things: 0,
  }
  const kept = worthReading(weighed, things)
  const saved = sumOf(weighed) - sumOf(kept)
  if (saved < leastSaved || kept.length === 0) return undefined
  return { expression: joined(kept), most: Math.floor(saved / pagesForThing) }
}

function partsOf(term: SearchTerm, at: number): Part[] {
  if (term.kind === 'prefix') return [{ term: at, place: 0, token: term.token, isBeginning: true }]
  return term.tokens.split(' ').map((token, place) => {
    return { term: at, place, token, isBeginning: false }
  })
}

/** From the shortest list on, each that takes away things which take longer to look at than its pages to read, as if names held one thing no oftener for holding another. */
function worthReading(parts: readonly WeighedPart[], things: number): WeighedPart[] {
  const kept: WeighedPart[] = []
  let left = things
  for (const part of parts.toSorted((a, b) => a.pages - b.pages)) {
    const share = Math.min(1, ((part.pages + 1) * entriesOnPage) / things)
    if (left * (1 - share) * pagesForThing < part.pages) break
    kept.push(part)
    left *= share
  }
  return kept.toSorted((a, b) => a.term - b.term || a.place - b.place)
}

function sumOf(parts: readonly WeighedPart[]): number {
  return parts.reduce((sum, { pages }) => sum + pages, 0)
}

/** What stands beside one another in a term is a phrase again. */
function joined(parts: readonly WeighedPart[]): string {
  const found: SearchTerm[] = []
  let before: WeighedPart | undefined
  for (const part of parts) {
    const last = found.at(-1)
    const isNext = before?.term === part.term && before.place + 1 === part.place
    if (part.isBeginning) found.push({ kind: 'prefix', token: part.token })
    else if (isNext && last?.kind === 'phrase')
      found[found.length - 1] = { ...last, tokens: `${last.tokens} ${part.token}` }
    else found.push({ kind: 'phrase', tokens: part.token })
    before = part
  }
  return found.map(expressionOf).join(' AND ')
}
