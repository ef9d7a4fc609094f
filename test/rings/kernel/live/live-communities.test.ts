import { expect } from 'chai'
import fc from 'fast-check'

import { connectedCommunities } from '../../../../server/rings/kernel/connected.ts'
import { type Csr, csrOf } from '../../../../server/rings/kernel/csr.ts'
import { leiden } from '../../../../server/rings/kernel/leiden.ts'
import {
  change,
  type LiveCommunities,
  liveCommunities,
} from '../../../../server/rings/kernel/live/live-communities.ts'
import { degreesOf, type Quality, qualityOf } from '../../../../server/rings/kernel/objective.ts'
import { plantedGraph } from '../../../bench/planted-graph.ts'

type Edge = readonly [number, number, number]

const nodes = 24
const pairs = fc.tuple(
  fc.integer({ min: 0, max: nodes - 1 }),
  fc.integer({ min: 0, max: nodes - 1 }),
)
const lowerFirst = ([a, b]: readonly [number, number]) => Math.min(a, b) * nodes + Math.max(a, b)
const edgesOf = (least: number, maxLength: number) =>
  fc
    .uniqueArray(pairs, { selector: lowerFirst, maxLength })
    .chain((list) =>
      fc.tuple(
        ...list.map(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), weightFrom(least))),
      ),
    )
const weightFrom = (least: number) => fc.integer({ min: least, max: 20 }).map((n) => n / 4)
const edges = edgesOf(1, 70)
/** Half of them take an edge away, so that communities fall apart. */
const batch = edgesOf(-20, 30).map((list) => list.map(([a, b, w]): Edge => [a, b, Math.max(0, w)]))
const options = fc.record({
  quality: fc.constantFrom<Quality>('modularity', 'cpm'),
  resolution: fc.constantFrom(0.2, 1, 2),
})

describe('communities that are kept up to date', () => {
  it('take in a node that an edge ties to them, and let go of one that nothing ties any more', () => {
    const live = liveOf(triangles, 7)
    change(live, batchOf([[6, 0, 1]]))
    expect(labels(live)).to.deep.equal([0, 0, 0, 1, 1, 1, 0])
    change(
      live,
      batchOf([
        [6, 0, 0],
        [6, 4, 2],
      ]),
    )
    expect(labels(live)).to.deep.equal([0, 0, 0, 1, 1, 1, 1])
  })

  it('come apart where the edge goes that held them', () => {
    const live = liveOf(triangles, 6, Int32Array.of(0, 0, 0, 0, 0, 0))
    change(live, batchOf([[2, 3, 0]]))
    expect(labels(live)).to.deep.equal([0, 0, 0, 1, 1, 1])
  })

  it('are refused changes that say two things of one pair, and then stay as they were', () => {
    const live = liveOf(triangles, 6)
    const refused: readonly (readonly Edge[])[] = [
      [
        [0, 1, 0],
        [1, 0, 2],
      ],
      [
        [0, 1, 0],
        [0, 6, 1],
      ],
      [
        [0, 1, 0],
        [0, 2, -1],
      ],
      [
        [0, 1, 0],
        [0, 2, Number.NaN],
      ],
    ]
    for (const list of refused) expect(() => change(live, batchOf(list))).to.throw(RangeError)
    expect(rowsOf(live)).to.deep.equal(rowsOf(liveOf(triangles, 6)))
  })

  it('(law) have the rows, masses and loops of a graph that is built anew', () => {
    fc.assert(
      fc.property(edges, fc.array(batch, { maxLength: 5 }), (list, batches) => {
        const live = liveOf(list)
        let now: readonly Edge[] = list
        for (const changes of batches) {
          change(live, batchOf(changes))
          now = changed(now, changes)
        }
        const graph = graphOf(now)
        expect(rowsOf(live)).to.deep.equal(rowsOfGraph(graph))
        expect([...live.board.masses]).to.deep.equal([...degreesOf(graph)])
        expect([...live.loops]).to.deep.equal([...graph.loops])
      }),
      { numRuns: 300 },
    )
  })

  it('(law) are worth no less than if nobody had moved', () => {
    fc.assert(
      fc.property(edges, batch, options, (list, changes, { quality, resolution }) => {
        const before = leiden(graphOf(list), { quality, resolution, seed: 3 })
        const live = liveCommunities(graphOf(list), before, { quality, resolution })
        change(live, batchOf(changes))
        const after = graphOf(changed(list, changes))
        const value = (own: Int32Array) => qualityOf(after, own, quality, resolution)
        expect(value(live.communities)).to.be.at.least(
          value(connectedCommunities(after, before)) - 1e-9,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('(law) are each in one piece', () => {
    fc.assert(
      fc.property(edges, fc.array(batch, { maxLength: 4 }), options, (list, batches, own) => {
        const live = liveCommunities(graphOf(list), leiden(graphOf(list), { ...own, seed: 3 }), own)
        let now: readonly Edge[] = list
        for (const changes of batches) {
          change(live, batchOf(changes))
          now = changed(now, changes)
          expect([...connectedCommunities(graphOf(now), live.communities)]).to.deep.equal(
            labels(live),
          )
        }
      }),
      { numRuns: 500 },
    )
  })

  it('(law) are the same bytes for changes in any order and direction', () => {
    const shuffled = batch.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(edges, shuffled, options, (list, [changes, other], own) => {
        const first = liveCommunities(
          graphOf(list),
          leiden(graphOf(list), { ...own, seed: 3 }),
          own,
        )
        const second = liveCommunities(graphOf(list), first.communities, own)
        change(first, batchOf(changes))
        change(second, batchOf(other.map(([a, b, weight]): Edge => [b, a, weight])))
        expect(second.communities).to.deep.equal(first.communities)
        expect(rowsOf(second)).to.deep.equal(rowsOf(first))
      }),
      { numRuns: 300 },
    )
  })

  it('stay within a thousandth of a full run where one edge in a hundred comes', () => {
    const { nodes: count, edges: all } = plantedGraph(20_000, 7)
    const until = (end: number) => ({
      from: all.from.subarray(0, end),
      to: all.to.subarray(0, end),
      weights: all.weights.subarray(0, end) as Float64Array,
    })
    const own = { quality: 'modularity', resolution: 1 } as const
    const before = csrOf(count, until(19_800))
    const live = liveCommunities(before, leiden(before, { ...own, seed: 1 }), own)
    for (let edge = 19_800; edge < 20_000; edge += 20)
      change(live, {
        from: all.from.slice(edge, edge + 20),
        to: all.to.slice(edge, edge + 20),
        weights: Float64Array.from(all.weights.slice(edge, edge + 20)),
      })
    const after = csrOf(count, all)
    const full = qualityOf(after, leiden(after, { ...own, seed: 1 }), 'modularity', 1)
    expect(qualityOf(after, live.communities, 'modularity', 1)).to.be.at.least(full - 0.001)
  })
})

/** Two triangles and what joins them. */
const triangles: readonly Edge[] = [
  [0, 1, 1],
  [1, 2, 1],
  [0, 2, 1],
  [3, 4, 1],
  [4, 5, 1],
  [3, 5, 1],
  [2, 3, 0.1],
]

function liveOf(list: readonly Edge[], count = nodes, communities?: Int32Array): LiveCommunities {
  const graph = graphOf(list, count)
  const own = { quality: 'modularity', resolution: 1 } as const
  return liveCommunities(graph, communities ?? leiden(graph, { ...own, seed: 3 }), own)
}

function graphOf(list: readonly Edge[], count = nodes): Csr {
  return csrOf(count, batchOf(list))
}

function batchOf(list: readonly Edge[]) {
  return {
    from: Int32Array.from(list, ([a]) => a),
    to: Int32Array.from(list, ([, b]) => b),
    weights: Float64Array.from(list, ([, , weight]) => weight),
  }
}

function changed(list: readonly Edge[], changes: readonly Edge[]): Edge[] {
  const now = new Map(list.map((edge) => [lowerFirst([edge[0], edge[1]]), edge]))
  for (const edge of changes) now.set(lowerFirst([edge[0], edge[1]]), edge)
  return [...now.values()].filter(([, , weight]) => 0 < weight)
}

/** Community of each node, numbered by first nodes. */
function labels({ communities }: LiveCommunities): number[] {
  const order = [...new Set(communities)]
  return [...communities].map((own) => order.indexOf(own))
}

function rowsOf({ rows, communities }: LiveCommunities) {
  return [...communities.keys()].map((node) => [
    [...rows.targets.subarray(rows.begin[node], rows.end[node])],
    [...rows.weights.subarray(rows.begin[node], rows.end[node])],
  ])
}

function rowsOfGraph({ nodes: count, starts, targets, weights }: Csr) {
  return Array.from({ length: count }, (_, node) => [
    [...targets.subarray(starts[node], starts[node + 1])],
    [...weights.subarray(starts[node], starts[node + 1])],
  ])
}
