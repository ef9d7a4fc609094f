import { packedGraph } from '../../domain/columns/packed-graph.ts'
import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { RecordHashes } from './record-hashes.ts'

/** Makes things of what the store holds of them; `said` are the numbers of the records that say one. */
export interface MadeThings {
  node(key: NodeKey, state: FoldState, said: readonly number[]): GraphNode
  edge(id: EdgeId, state: FoldState, said: readonly number[]): GraphEdge
}

type EdgeId = Parameters<typeof edgeOf>[0]

/** Objects, which are the quickest to read from as long as there are not too many. What is equal is one text or list, which nobody changes. */
export function madeAsObjects(hashes: RecordHashes): MadeThings {
  const one = oneText()
  const lists: (Sha256[] | undefined)[] = []
  const records = (said: readonly number[]) => {
    const [first] = said
    if (said.length !== 1 || first === undefined) return hashes.of(said)
    const own = lists[first] ?? hashes.of(said)
    lists[first] = own
    return own
  }
  // Most come right after one of the same thing.
  let start = '' as NodeKey
  return {
    node: (key, state, said) => nodeOf(one(key), state, records(said)),
    edge({ from, type, to, discriminator }, state, said) {
      if (from !== start) start = one(from)
      const id = { from: start, type: one(type), to: one(to), discriminator }
      return edgeOf(id, state, records(said))
    },
  }
}

/** The same beside the heap. */
export function madePacked(hashes: RecordHashes): MadeThings {
  const packed = packedGraph(hashes.of)
  return {
    node: (key, state, said) => packed.node(nodeOf(key, state, none), said),
    edge: (id, state, said) => packed.edge(edgeOf(id, state, none), said),
  }
}

/** Which records say a thing is packed beside it. */
const none: Sha256[] = []

/** One text for equal ones: a key stands at both ends of many relations. */
function oneText(): <T extends string>(text: T) => T {
  const known = new Map<string, string>()
  return <T extends string>(text: T) => {
    const own = known.get(text)
    if (own === undefined) known.set(text, text)
    return (own ?? text) as T
  }
}
