import type { BareNode, FoundNode } from '../domain/graph.ts'
import { missingTerms, type SearchTerm } from './name-grams.ts'

/** A node as a search tells it: found under another name, the one that holds most of what its key and its own name do not hold. */
export function foundNode(
  node: BareNode,
  otherNames: readonly string[],
  terms: readonly SearchTerm[],
): FoundNode {
  if (otherNames.length === 0) return node
  const left = missingTerms(node.key, [node.name], terms)
  let [foundAs, least] = ['', left.length]
  for (const name of otherNames) {
    if (least === 0) break
    const missing = missingTerms(node.key, [name], left).length
    if (missing < least) [foundAs, least] = [name, missing]
  }
  return foundAs === '' ? node : { ...node, foundAs }
}
