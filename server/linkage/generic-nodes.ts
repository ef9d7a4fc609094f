import { compareText } from '../domain/canonical.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import type { Encoded } from './encode.ts'
import { isGeneric } from './generic.ts'
import { at } from './key-column.ts'

/** Keys of the nodes that so many groups of holders share that sharing them counts for nothing; sorted. */
export function genericNodes(encoded: Encoded, groups: Int32Array): readonly string[] {
  const holders = new Map<string, Set<number>>()
  for (const { values } of encoded.columns) {
    for (const [shop, own] of values.entries()) {
      for (const { key } of own) if (key !== undefined) hold(holders, key, at(groups, shop))
    }
  }
  return [...holders]
    .filter(([key, { size }]) => isGeneric(kindOf(key as NodeKey), size))
    .map(([key]) => key)
    .toSorted(compareText)
}

function hold(holders: Map<string, Set<number>>, key: string, group: number): void {
  const own = holders.get(key)
  if (own === undefined) holders.set(key, new Set([group]))
  else own.add(group)
}
