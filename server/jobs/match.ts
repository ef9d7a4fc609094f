import type { BareNode, FoundNode } from '../domain/graph.ts'
import { type NodeKey, partsOf } from '../domain/keys.ts'
import { plainText } from '../domain/plain-text.ts'
import { normaliseName } from '../ingest/normalise/name.ts'
import type { GraphReads } from '../store/port.ts'
import { keysNamed } from './match-keys.ts'

/** What one line of a pasted list names. */
export interface Matched {
  readonly line: string
  readonly state: 'matched' | 'ambiguous' | 'unknown' | 'unasked'
  readonly found: Pick<BareNode, 'key' | 'kind' | 'name'>[]
  readonly more: number
}

/** Of several things that a line may name, this many are told and the rest counted. */
const toldMax = 10

/** Read for one line, so that a name that is exactly so can be told from those that only hold it. */
const readMax = 50

export interface MatchOptions {
  /** How long lines are looked up; those whose turn does not come are told as unasked. */
  readonly budgetMs: number
  readonly now: () => number
}

/**
 * Looks up each line of a pasted list: whatever can be read as a key, an address, a number or an account by one question to the store, and each line
 * that this leaves open by the store's own search.
 */
export async function matchLines(
  store: Pick<GraphReads, 'bareNodes' | 'search'>,
  lines: readonly string[],
  { budgetMs, now }: MatchOptions,
): Promise<Matched[]> {
  const deadline = now() + budgetMs
  const named = new Map(lines.map((line) => [line, keysNamed(line)]))
  const byKey = new Map(
    (await store.bareNodes([...new Set([...named.values()].flat())])).map((node) => [
      node.key,
      node,
    ]),
  )
  const answers: Matched[] = []
  for (const line of lines) {
    const known = (named.get(line) ?? []).flatMap((key) => byKey.get(key) ?? [])
    if (known.length > 0) answers.push(told(line, known, known.length))
    else if (deadline < now()) answers.push({ line, state: 'unasked', found: [], more: 0 })
    else answers.push(await searched(store, line))
  }
  return answers
}

async function searched(store: Pick<GraphReads, 'search'>, line: string): Promise<Matched> {
  const { items, total } = await store.search(searchText(line), { limit: readMax })
  const exact = items.filter((node) => isExactly(node, line))
  // Of more than were read, another may be called exactly so as well.
  if (exact.length === 1 && total <= readMax) return told(line, exact, 1)
  const others = items.filter((node) => !exact.includes(node))
  return told(line, [...exact, ...others], total)
}

function told(line: string, nodes: readonly BareNode[], total: number): Matched {
  const found = nodes.slice(0, toldMax).map(({ key, kind, name }) => ({ key, kind, name }))
  if (total === 0) return { line, state: 'unknown', found: [], more: 0 }
  return {
    line,
    state: total === 1 ? 'matched' : 'ambiguous',
    found,
    more: total - found.length,
  }
}

/** Shorter parts of an address are found in everything and name nothing. */
const leastPart = 4

/** What addresses of shops have in common. */
const pageWords =
  /^(?:shops?|stores?|sellers?|users?|items?|products?|view|index|search)(?:\.\w+)?$/iu

/** Of a web address the last part that can name something, or nothing; everything else as it stands. */
function searchText(line: string): string {
  const text = plainText(line)
  if (!/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) || !URL.canParse(text)) return text
  const { pathname, searchParams } = new URL(text)
  const parts = [...pathname.split('/'), ...searchParams.values()]
  return parts.filter((part) => leastPart <= part.length && !pageWords.test(part)).at(-1) ?? ''
}

function isExactly({ key, name, foundAs = '' }: FoundNode, line: string): boolean {
  const wanted = normaliseName(line)
  const called = [name, foundAs, partsOf(key as NodeKey).at(-1) ?? '']
  return wanted !== '' && called.some((one) => normaliseName(one) === wanted)
}
