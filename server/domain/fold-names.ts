import { compareText } from './canonical.ts'
import type { FoldState } from './fold-state.ts'
import { type NodeKey, partsOf } from './keys.ts'

/** What people call the node; the last part of its key when nobody names it. */
export function nameOf(key: NodeKey, state: FoldState): string {
  return state.name?.[0] ?? partsOf(key).at(-1) ?? key
}

/** All that people call the node: its name first, then what other statements call it. */
export function namesOf(key: NodeKey, state: FoldState): readonly string[] {
  const name = nameOf(key, state)
  return state.otherNames === undefined ? [name] : [name, ...state.otherNames]
}

/** Whether both states give a node the same names, in the same order. */
export function areNamedAlike(key: NodeKey, a: FoldState, b: FoldState): boolean {
  const [before, after] = [namesOf(key, a), namesOf(key, b)]
  return before.length === after.length && before.every((name, at) => name === after[at])
}

/** What states were merged into, with the names of them that do not count. Most things have one name only, or none. */
export function withOtherNames(merged: FoldState, states: readonly FoldState[]): FoldState {
  const name = merged.name?.[0]
  const isAlone = (one: FoldState) => !one.otherNames && (!one.name || one.name[0] === name)
  if (states.every(isAlone)) return merged
  const others = new Set(states.flatMap(({ otherNames }) => otherNames ?? []))
  for (const one of states) if (one.name) others.add(one.name[0])
  if (name !== undefined) others.delete(name)
  return { ...merged, otherNames: [...others].toSorted(compareText) }
}
