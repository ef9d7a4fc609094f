import { z } from 'zod'

import { bareNode } from '../domain/bare-node.ts'
import { compareText } from '../domain/canonical.ts'
import type { FoundNode, GraphNode, NodeKind } from '../domain/graph.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { foundNode } from './found-node.ts'
import { missingTerms, type SearchTerm, searchTerms } from './name-grams.ts'
import type { PastReads } from './past-reads.ts'
import type { Page, SearchOptions } from './port.ts'

/** A node as it was, with what else records called it then. */
export interface Called {
  readonly node: GraphNode
  readonly otherNames: readonly string[]
}

/**
 * Nodes whose key or names held a text, sorted by key: whatever holds it now, or ever did, is read as it was, and counts only where the text is in what it was called then.
 * `called` reads nodes by their keys, in order.
 */
export async function searchPast(
  store: PastReads,
  called: (keys: readonly string[]) => AsyncIterable<Called>,
  text: string,
  { kinds, limit, cursor }: SearchOptions,
): Promise<Page<FoundNode>> {
  const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
  const terms = searchTerms(text)
  const items: FoundNode[] = []
  let total = 0
  const candidates = (await keysHolding(store, terms)).filter((key) => isAmong(key, kinds))
  for await (const { node, otherNames } of called(candidates)) {
    if (0 < missingTerms(node.key, [node.name, ...otherNames], terms).length) continue
    total += 1
    if (after < node.key && items.length <= limit) {
      items.push(foundNode(bareNode(node), otherNames, terms))
    }
  }
  const last = items[limit - 1]
  return {
    items: items.slice(0, limit),
    ...(limit < items.length && last && { next: writeCursor([last.key]) }),
    total,
  }
}

/** Term by term: one name of a node may be gone and another not, so that no index needs to hold both any more. */
async function keysHolding(store: PastReads, terms: readonly SearchTerm[]): Promise<string[]> {
  const [first, ...rest] = terms
  let found = first === undefined ? [] : await store.keysFound(first)
  for (const term of rest) {
    if (found.length === 0) break
    const held = new Set(await store.keysFound(term))
    found = found.filter((key) => held.has(key))
  }
  return found.toSorted(compareText)
}

function isAmong(key: string, kinds: readonly NodeKind[] | undefined): boolean {
  return kinds === undefined || kinds.includes(kindOf(key as NodeKey))
}
