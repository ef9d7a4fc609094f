import { expect } from 'chai'
import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import graphologyLouvain from 'graphology-communities-louvain'

import { mulberry32 } from '../../../server/domain/random.ts'
import { aggregated, renumbered } from '../../../server/rings/kernel/aggregate.ts'
import { type Csr, csrOf } from '../../../server/rings/kernel/csr.ts'
import { leiden } from '../../../server/rings/kernel/leiden.ts'
import { louvain } from '../../../server/rings/kernel/louvain.ts'
import { type Quality, qualityOf } from '../../../server/rings/kernel/objective.ts'

type Edge = readonly [number, number, number]

const nodes = 24
const edge = fc.tuple(
  fc.integer({ min: 0, max: nodes - 1 }),
  fc.integer({ min: 0, max: nodes - 1 }),
  fc.integer({ min: 1, max: 40 }).map((n) => n / 4),
)
const edges = fc.array(edge, { maxLength: 90 })
const methods = {
  louvain: (graph: Csr, quality: Quality, resolution: number) =>
    louvain(graph, { quality, resolution }),
  leiden: (graph: Csr, quality: Quality, resolution: number) =>
    leiden(graph, { quality, resolution, seed: 7 }),
}

function graphOf(list: readonly Edge[], count = nodes): Csr {
  return csrOf(count, {
    from: Int32Array.from(list, ([a]) => a),
    to: Int32Array.from(list, ([, b]) => b),
    weights: Float64Array.from(list, ([, , weight]) => weight),
  })
}

/** Two triangles and what joins them. */
const barbell: readonly Edge[] = [
  [0, 1, 1],
  [1, 2, 1],
  [0, 2, 1],
  [3, 4, 1],
  [4, 5, 1],
  [3, 5, 1],
  [2, 3, 0.1],
]

describe('the rows of a graph', () => {
  it('hold every edge from both ends, in ascending order, equal edges added up', () => {
    const { starts, targets, weights, loops } = graphOf(
      [
        [2, 0, 1],
        [0, 1, 2],
        [1, 0, 0.5],
        [1, 1, 3],
      ],
      3,
    )
    expect([...starts]).to.deep.equal([0, 2, 3, 4])
    expect([...targets]).to.deep.equal([1, 2, 0, 0])
    expect([...weights]).to.deep.equal([2.5, 1, 2.5, 1])
    expect([...loops]).to.deep.equal([0, 3, 0])
  })

  it('are refused where an end is no node or a weight is not positive', () => {
    expect(() => graphOf([[0, nodes, 1]])).to.throw(RangeError)
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => graphOf([[0, 1, weight]])).to.throw(RangeError)
  })

  it('(law) are the same bytes whatever the order and direction of the edges', () => {
    const shuffles = edges.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.array(fc.boolean(), { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffles, ([list, other, turned]) => {
        const again = other.map(
          ([a, b, weight], n): Edge => (turned[n] ? [b, a, weight] : [a, b, weight]),
        )
        expect(graphOf(again)).to.deep.equal(graphOf(list))
      }),
    )
  })
})

describe('the value of a partition', () => {
  it('is the modularity of the literature', () => {
    const graph = graphOf(barbell, 6)
    const m = 6.1
    const whole = 2 * (3 / m - ((2 * 3 + 0.1) / (2 * m)) ** 2)
    expect(qualityOf(graph, Int32Array.of(0, 0, 0, 1, 1, 1), 'modularity', 1)).to.be.closeTo(
      whole,
      1e-12,
    )
  })

  it('is the weight inside less γ a pair for the constant Potts model', () => {
    const graph = graphOf(barbell, 6)
    expect(qualityOf(graph, Int32Array.of(0, 0, 0, 1, 1, 1), 'cpm', 0.5)).to.be.closeTo(
      6 - 0.5 * 6,
      1e-12,
    )
  })

  it('(law) does not change when communities become nodes', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: nodes, maxLength: nodes })
    fc.assert(
      fc.property(edges, labels, (list, own) => {
        const graph = graphOf(list)
        const { communities, count } = renumbered(Int32Array.from(own))
        const small = aggregated(graph, communities, count)
        const each = Int32Array.from({ length: count }, (_, n) => n)
        const before = qualityOf(graph, communities, 'modularity', 1)
        expect(qualityOf(small, each, 'modularity', 1)).to.be.closeTo(before, 1e-9)
      }),
    )
  })
})

for (const [name, find] of Object.entries(methods)) {
  describe(`communities by ${name}`, () => {
    it('are the two triangles, by either objective', () => {
      const graph = graphOf(barbell, 6)
      expect([...find(graph, 'modularity', 1)]).to.deep.equal([0, 0, 0, 1, 1, 1])
      expect([...find(graph, 'cpm', 0.5)]).to.deep.equal([0, 0, 0, 1, 1, 1])
    })

    it('are the nodes where there are no edges, and nothing where there are no nodes', () => {
      expect([...find(graphOf([], 3), 'modularity', 1)]).to.deep.equal([0, 1, 2])
      expect(find(graphOf([], 0), 'cpm', 1)).to.have.length(0)
    })

    it('(law) are connected, numbered by first node, and better than every node alone', () => {
      const resolutions = fc.constantFrom(0.2, 1, 3)
      const qualities = fc.constantFrom<Quality>('modularity', 'cpm')
      fc.assert(
        fc.property(edges, qualities, resolutions, (list, quality, resolution) => {
          const graph = graphOf(list)
          const found = find(graph, quality, resolution)
          expect(piecesOf(graph, found)).to.deep.equal([...found])
          const alone = Int32Array.from({ length: nodes }, (_, n) => n)
          const value = (own: Int32Array) => qualityOf(graph, own, quality, resolution)
          expect(value(found)).to.be.at.least(value(alone) - 1e-9)
        }),
        { numRuns: 300 },
      )
    })

    it('find what was planted, as well as the library that people use', () => {
      const list = planted(600, 30, 18)
      const graph = graphOf(list, 600)
      const peer = new UndirectedGraph()
      for (let node = 0; node < 600; node++) peer.addNode(node)
      for (const [a, b, weight] of list) peer.mergeEdge(a, b, { weight })
      const theirs = graphologyLouvain.detailed(peer, {
        getEdgeWeight: 'weight',
        rng: mulberry32(1),
      }).modularity
      expect(qualityOf(graph, find(graph, 'modularity', 1), 'modularity', 1)).to.be.at.least(
        theirs - 0.005,
      )
      const apart = find(graph, 'cpm', 0.1)
      const wrong = apart.filter(
        (community, node) => community !== apart[30 * Math.floor(node / 30)],
      )
      expect(wrong.length).to.be.below(6)
    })
  })
}

/** Communities by their connected pieces, numbered by first node. */
function piecesOf(graph: Csr, communities: Int32Array): number[] {
  const pieces: number[] = new Array(communities.length).fill(-1)
  for (const start of communities.keys()) {
    if (pieces[start] !== -1) continue
    const piece = 1 + Math.max(...pieces)
    for (const node of reachedFrom(graph, communities, start)) pieces[node] = piece
  }
  return pieces
}

function reachedFrom({ starts, targets }: Csr, communities: Int32Array, start: number) {
  const reached = new Set([start])
  for (const node of reached) {
    const neighbors = targets.subarray(starts[node], starts[node + 1])
    for (const other of neighbors) if (communities[other] === communities[start]) reached.add(other)
  }
  return reached
}

/** Groups of `size` nodes in a row, each node with about `degree` edges, seven in ten of them inside. */
function planted(count: number, size: number, degree: number): Edge[] {
  const random = mulberry32(5)
  const pairs = new Map<string, Edge>()
  while (2 * pairs.size < count * degree) {
    const a = Math.floor(random() * count)
    const group = size * Math.floor(a / size)
    const b = random() < 0.7 ? group + Math.floor(random() * size) : Math.floor(random() * count)
    if (a !== b)
      pairs.set([a, b].toSorted((x, y) => x - y).join(' '), [Math.min(a, b), Math.max(a, b), 1])
  }
  return [...pairs.values()]
}
