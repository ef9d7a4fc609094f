import { expect } from 'chai'
import fc from 'fast-check'

import { packedGraph } from '../../server/domain/columns/packed-graph.ts'
import { EdgeType, type GraphEdge, type GraphNode, nodeKinds } from '../../server/domain/graph.ts'
import type { IsoDate, Sha256 } from '../../server/domain/units.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\uFEFF店', '\uD83D', '𠮷', '\u0000', 'a'.repeat(70_000)),
)
const anyDay = fc.constantFrom('2024-01-01' as IsoDate, '2024-02-29' as IsoDate, undefined)
const anyProperties = fc.dictionary(
  anyText,
  fc.oneof(anyText, fc.integer(), fc.boolean(), fc.array(anyText, { maxLength: 3 })),
  { maxKeys: 3 },
)
const anySaid = fc.array(fc.nat(200), { minLength: 1, maxLength: 4 })
const anyNode = fc.record({
  key: anyText,
  kind: fc.constantFrom(...nodeKinds),
  name: anyText,
  lives: fc.constantFrom<GraphNode['lives']>(
    [],
    [{ began: 'opened', to: '2024-02-01' as IsoDate }],
  ),
  properties: anyProperties,
  firstSeen: anyDay,
  lastSeen: anyDay,
})
const anyEdge = fc.record({
  from: anyText,
  type: fc.constantFrom(...EdgeType.options),
  to: anyText,
  discriminator: anyText,
  properties: anyProperties,
  firstSeen: anyDay,
  lastSeen: anyDay,
})

describe('a packed graph', () => {
  it('gives back what was put in, whatever is asked for first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyNode, anySaid)),
        fc.array(fc.tuple(anyEdge, anySaid)),
        (nodes, edges) => {
          const packed = packedGraph(hashesOf)
          const gotNodes = nodes.map(([node, said]) => packed.node(node, said))
          const gotEdges = edges.map(([edge, said]) => packed.edge(edge, said))
          for (const [n, [edge, said]] of [...edges.entries()].toReversed())
            expect(ofEdge(gotEdges[n])).to.deep.equal({ ...edge, records: hashesOf(said) })
          for (const [n, [node, said]] of nodes.entries())
            expect(ofNode(gotNodes[n])).to.deep.equal({ ...node, records: hashesOf(said) })
        },
      ),
    )
  })
})

function hashesOf(said: readonly number[]): Sha256[] {
  return said.map((record) => String(record).padStart(64, '0') as Sha256).sort()
}

/** A packed thing has nothing of its own to compare. */
function ofNode(node?: GraphNode) {
  if (node === undefined) return undefined
  const { records, lastSeen, firstSeen, properties, lives, name, kind, key } = node
  return { records, lastSeen, firstSeen, properties, lives, name, kind, key }
}

function ofEdge(edge?: GraphEdge) {
  if (edge === undefined) return undefined
  const { properties, records, lastSeen, firstSeen, discriminator, to, type, from } = edge
  return { properties, records, lastSeen, firstSeen, discriminator, to, type, from }
}
