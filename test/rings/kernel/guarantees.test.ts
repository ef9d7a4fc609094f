import { expect } from 'chai'
import fc from 'fast-check'

import { mulberry32 } from '../../../server/domain/random.ts'
import { renumbered } from '../../../server/rings/kernel/aggregate.ts'
import { connectedCommunities } from '../../../server/rings/kernel/connected.ts'
import { type Csr, csrOf } from '../../../server/rings/kernel/csr.ts'
import { leiden } from '../../../server/rings/kernel/leiden.ts'
import { louvain } from '../../../server/rings/kernel/louvain.ts'
import { objectiveOf, qualityOf } from '../../../server/rings/kernel/objective.ts'
import { refined } from '../../../server/rings/kernel/refine.ts'

type Edge = readonly [number, number, number]

const nodes = 24
const node = fc.integer({ min: 0, max: nodes - 1 })
const edge = fc.tuple(
  node,
  node,
  // Sums of tenths depend on their order, and few weights leave many ties.
  fc.constantFrom(0.1, 0.2, 0.3),
)
const edges = fc.array(edge, { maxLength: 90 })
const options = fc.record({
  quality: fc.constantFrom('modularity' as const, 'cpm' as const),
  resolution: fc.constantFrom(0.05, 1, 3),
})

function graphOf(list: readonly Edge[]): Csr {
  return csrOf(nodes, {
    from: Int32Array.from(list, ([a]) => a),
    to: Int32Array.from(list, ([, b]) => b),
    weights: Float64Array.from(list, ([, , weight]) => weight),
  })
}

describe('what Leiden guarantees (Traag, Waltman and van Eck 2019, section on guarantees)', () => {
  it('(law) no two communities gain by becoming one', () => {
    fc.assert(
      fc.property(edges, options, (list, { quality, resolution }) => {
        const graph = graphOf(list)
        const found = leiden(graph, { quality, resolution, seed: 7 })
        const value = qualityOf(graph, found, quality, resolution)
        for (const a of new Set(found))
          for (let b = 0; b < a; b++) {
            const joined = found.map((own) => (own === a ? b : own))
            expect(qualityOf(graph, joined, quality, resolution)).to.be.at.most(value + 1e-9)
          }
      }),
      { numRuns: 100 },
    )
  })

  it('(law) refined parts lie each in one community, in one piece, and are worth no less than their nodes alone', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: nodes, maxLength: nodes })
    fc.assert(
      fc.property(edges, labels, options, (list, label, { quality, resolution }) => {
        const graph = graphOf(list)
        const { communities, count } = renumbered(Int32Array.from(label))
        const objective = objectiveOf(graph, quality, resolution)
        const parts = refined(graph, objective, communities, count, mulberry32(3))
        for (const [at, part] of parts.entries())
          expect(communities[at]).to.equal(communities[part])
        const own = renumbered(parts).communities
        expect(connectedCommunities(graph, own)).to.deep.equal(own)
        const alone = Int32Array.from({ length: nodes }, (_, at) => at)
        expect(qualityOf(graph, own, quality, resolution)).to.be.at.least(
          qualityOf(graph, alone, quality, resolution) - 1e-9,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('(law) either method gives the same bytes for edges in any order and direction', () => {
    const shuffled = edges.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, options, ([list, other], own) => {
        const graph = graphOf(list)
        const again = graphOf(other.map(([a, b, weight]): Edge => [b, a, weight]))
        expect(louvain(again, own)).to.deep.equal(louvain(graph, own))
        expect(leiden(again, { ...own, seed: 7 })).to.deep.equal(leiden(graph, { ...own, seed: 7 }))
      }),
      { numRuns: 300 },
    )
  })
})
