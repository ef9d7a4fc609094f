import type { BareNode } from '../../server/contract/graph.ts'

/** Room that a question has for keys of the picture, with what else it says. */
const mostKeys = 1_000
const mostBytes = 48_000

/** As many keys of the picture as one question can carry, shops first: they are what links are about. */
export function comparable(nodes: readonly BareNode[]): string[] {
  const encoder = new TextEncoder()
  const order = ({ kind }: BareNode) => Number(kind !== 'Shop')
  const keys: string[] = []
  let bytes = 0
  for (const { key } of nodes.toSorted((a, b) => order(a) - order(b))) {
    bytes += encoder.encode(JSON.stringify(key)).length + 1
    if (mostBytes < bytes || mostKeys <= keys.length) return keys
    keys.push(key)
  }
  return keys
}
