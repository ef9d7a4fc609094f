import { expect } from 'chai'

import { joinClusters } from '../../../server/linkage/identities/join-clusters.ts'
import type { Weighed } from '../../../server/linkage/identities/weigh-records.ts'
import { unknownLevel } from '../../../server/linkage/learn/patterns.ts'

const options = { comparedFrom: -6, above: 0, best: 0.3, mostCrossPairs: 400 }
const [same, differ, unknown] = [0, 1, unknownLevel]

describe('joining of clusters', () => {
  it('lets one record supply what another of its cluster lacks', () => {
    const levels = [
      { '0-2': same, '1-3': unknown },
      { '0-2': unknown, '1-3': same },
    ]
    expect(joined([0, 0, 2, 2], levels)).to.deep.equal([0, 0, 0, 0])
    expect(joined([0, 1, 2, 3], levels)).to.deep.equal([0, 1, 2, 3])
  })

  it('counts the best pair of a channel above the others', () => {
    const mixed = { '0-2': same, '0-3': differ, '1-2': differ, '1-3': differ }
    const levels = [mixed, mixed, mixed, mixed, mixed, mixed]
    expect(joined([0, 0, 2, 2], levels, -2)).to.deep.equal([0, 0, 0, 0])
  })

  it('counts a difference for more where both clusters have several records that say so', () => {
    const agree = { '0-2': same, '0-3': same, '1-2': same, '1-3': same }
    const against = { '0-2': differ, '0-3': differ, '1-2': differ, '1-3': differ }
    const levels = [agree, agree, against]
    expect(joined([0, 0, 2, 2], levels, -2)).to.deep.equal([0, 0, 2, 2])
    expect(joined([0, 1, 2, 3], levels, -2)).to.deep.equal([0, 1, 0, 1])
  })

  it('leaves clusters alone that no promising pair links', () => {
    const levels = [{ '0-2': same }, { '0-2': same }]
    expect(joined([0, 0, 2, 2], levels, -3, -7)).to.deep.equal([0, 0, 2, 2])
    expect(joined([0, 0, 2, 2], levels, -3, -5)).to.deep.equal([0, 0, 0, 0])
  })
})

/** Sharing is worth 5 bits in every channel, differing costs `worth`, the prior −7; pairs that `levels` does not name are unknown. */
function joined(
  clusterOf: readonly number[],
  levels: readonly Readonly<Record<string, number>>[],
  worth = -3,
  bits = 0,
): number[] {
  const pairs = { left: Int32Array.of(0, 1), right: Int32Array.of(2, 3) }
  const weighed: Weighed = {
    bits: Float64Array.of(bits, bits),
    prior: -7,
    worth: levels.map(() => Float64Array.of(5, worth)),
    compare: ({ left, right }) =>
      levels.map((level) =>
        Uint8Array.from(left, (a, pair) => level[`${a}-${right[pair]}`] ?? unknown),
      ),
  }
  return [...joinClusters(Int32Array.from(clusterOf), pairs, weighed, options)]
}
