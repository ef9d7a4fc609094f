import type { NodeStatement } from '../domain/fact.ts'
import { namesOf } from '../domain/fold-names.ts'
import { type FoldState, mergeStates, nodeState } from '../domain/fold-state.ts'
import { type NodeKey, partsOf } from '../domain/keys.ts'
import { isPlain } from '../domain/plain-text.ts'

/** What statements say of the names of nodes, as a part of their states; of a node that none of them names an empty one. */
export function namesSaid(statements: Iterable<NodeStatement>): ReadonlyMap<NodeKey, FoldState> {
  const said = new Map<NodeKey, FoldState>()
  for (const statement of statements) {
    const { name } = nodeState(statement)
    const named = { ...(name && { name }), properties: {} }
    said.set(statement.key, mergeStates(said.get(statement.key) ?? named, named))
  }
  return said
}

/**
 * The state of a node of an earlier version with all names that were said of it; undefined where the index finds it by them already. Earlier versions kept the name that counts,
 * did not find a node by the pinyin of its key where a record called it otherwise, and took marks of letters for gaps between words.
 */
export function withEveryName(
  key: NodeKey,
  state: FoldState,
  said: FoldState,
): FoldState | undefined {
  const named = mergeStates(state, said)
  const isNew = named.otherNames?.length !== state.otherNames?.length
  const isFound = isCalledPlainly(key, namesOf(key, named)) && !isNew
  return isFound && !/\p{Script=Han}/u.test(partsOf(key).at(-1) ?? '') ? undefined : named
}

/** Whether all that a node is found by is ASCII and common Chinese, of which every version had the same tokens. */
export function isCalledPlainly(key: NodeKey, names: readonly string[]): boolean {
  return [...partsOf(key), ...names].every(isPlain)
}
