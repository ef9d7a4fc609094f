import { expect } from 'chai'
import fc from 'fast-check'

import { joinRecords } from '../../../server/linkage/identities/join-records.ts'

const options = { above: 0, unseen: -1, most: 20, least: -5 }

describe('joining of records', () => {
  it('never joins two cliques that no pair connects', () => {
    const pairs = [...clique([0, 1, 2], 4), ...clique([3, 4, 5], 4)]
    expect(joined(6, pairs)).to.deep.equal([0, 0, 0, 3, 3, 3])
  })

  it('cuts a single weak bridge between two cliques', () => {
    const pairs = [...clique([0, 1, 2], 6), ...clique([3, 4, 5], 6), [2, 3, 3] as const]
    expect(joined(6, pairs)).to.deep.equal([0, 0, 0, 3, 3, 3])
  })

  it('keeps a pair apart that weighs no more than the bar', () => {
    expect(joined(2, [[0, 1, 0]])).to.deep.equal([0, 1])
    expect(joined(2, [[0, 1, 0.5]])).to.deep.equal([0, 0])
  })

  it('gives one answer for the pairs in any order', () => {
    fc.assert(
      fc.property(graph, fc.integer(), ({ records, pairs }, seed) => {
        const shuffled = pairs.toSorted((x, y) => order(x, seed) - order(y, seed))
        expect(joined(records, shuffled)).to.deep.equal(joined(records, pairs))
      }),
    )
  })

  it('gives one partition for the records in any order', () => {
    fc.assert(
      fc.property(graph, ({ records, pairs }) => {
        const turned = pairs.map(
          ([a, b, bits]) => [records - 1 - b, records - 1 - a, bits] as const,
        )
        const other = joined(records, turned).toReversed()
        const same = joined(records, pairs)
        for (let a = 0; a < records; a++) {
          for (let b = 0; b < a; b++) expect(same[a] === same[b]).to.equal(other[a] === other[b])
        }
      }),
    )
  })

  it('joins as the greedy search over all clusters does', () => {
    fc.assert(
      fc.property(graph, ({ records, pairs }) => {
        expect(joined(records, pairs)).to.deep.equal(greedy(records, pairs))
      }),
    )
  })
})

type Pair = readonly [a: number, b: number, bits: number]

/** Weights that no two sums share, so that nothing hangs on ties. */
const graph = fc
  .integer({ min: 2, max: 9 })
  .chain((records) =>
    fc.record({
      records: fc.constant(records),
      pairs: fc.uniqueArray(
        fc.tuple(
          fc.nat(records - 1),
          fc.nat(records - 1),
          fc.integer({ min: -5 * 1024 + 1, max: 10 * 1024 }),
        ),
        { selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`, maxLength: 20 },
      ),
    }),
  )
  .map(({ records, pairs }) => ({
    records,
    pairs: pairs
      .filter(([a, b]) => a !== b)
      .map(
        ([a, b, units], place): Pair => [
          Math.min(a, b),
          Math.max(a, b),
          (units - (units % 128) + 2 ** (place % 7)) / 1024,
        ],
      ),
  }))
  .filter(({ records, pairs }) => !hasTies(records, pairs))

function joined(records: number, pairs: readonly Pair[]): number[] {
  const left = Int32Array.from(pairs, ([a]) => a)
  const right = Int32Array.from(pairs, ([, b]) => b)
  const bits = Float64Array.from(pairs, ([, , own]) => own)
  return [...joinRecords(records, { left, right }, bits, options)]
}

function clique(members: readonly number[], bits: number): Pair[] {
  return members.flatMap((a) => members.filter((b) => a < b).map((b): Pair => [a, b, bits]))
}

function order([a, b]: Pair, seed: number): number {
  return Math.imul(a * 31 + b + seed, 0x9e3779b1)
}

function greedy(records: number, pairs: readonly Pair[]): number[] {
  let clusters = Array.from({ length: records }, (_, record) => [record])
  for (;;) {
    const [best] = means(clusters, pairs).toSorted((x, y) => y.mean - x.mean)
    if (best === undefined || best.mean <= options.above) break
    const { a, b } = best
    clusters = [...clusters.filter((own) => own !== a && own !== b), [...a, ...b]]
  }
  return Array.from({ length: records }, (_, record) =>
    Math.min(...(clusters.find((own) => own.includes(record)) ?? [])),
  )
}

function means(clusters: readonly number[][], pairs: readonly Pair[]) {
  return clusters.flatMap((a, place) =>
    clusters.slice(place + 1).map((b) => {
      const cross = a.flatMap((x) => b.map((y) => bitsOf(pairs, x, y)))
      return { a, b, mean: cross.reduce((sum, own) => sum + own, 0) / cross.length }
    }),
  )
}

function bitsOf(pairs: readonly Pair[], x: number, y: number): number {
  const found = pairs.find(([a, b]) => a === Math.min(x, y) && b === Math.max(x, y))
  return found === undefined ? options.unseen : Math.max(options.least, found[2])
}

/** Whether the greedy search ever has two equal means above the bar to choose from. */
function hasTies(records: number, pairs: readonly Pair[]): boolean {
  let clusters = Array.from({ length: records }, (_, record) => [record])
  for (;;) {
    const above = means(clusters, pairs).filter(({ mean }) => options.above < mean)
    if (new Set(above.map(({ mean }) => Math.round(mean * 1e9))).size < above.length) return true
    const [best] = above.toSorted((x, y) => y.mean - x.mean)
    if (best === undefined) return false
    clusters = [
      ...clusters.filter((own) => own !== best.a && own !== best.b),
      [...best.a, ...best.b],
    ]
  }
}
