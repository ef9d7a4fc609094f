import { expect } from 'chai'
import fc from 'fast-check'

import { csrOf } from '../../../server/rings/kernel/csr.ts'
import { pairsWithin, projected } from '../../../server/rings/raw/project.ts'
import { allOf, anIncidence, anyHeld } from '../../support/raw-builders.ts'

/** All pairs of shops by comparing everybody with everybody. */
function byHand(held: readonly (readonly number[])[]) {
  const degree = (k: number) => held.filter((own) => own.includes(k)).length
  return held.flatMap((one, a) =>
    held.slice(0, a).flatMap((other, b) => {
      const common = one.filter((k) => other.includes(k)).toSorted((x, y) => x - y)
      const weight = common.reduce((sum, k) => sum + 1 / (degree(k) - 1), 0)
      return 0 < weight ? [{ a, b, weight }] : []
    }),
  )
}

/** Shops with few identifiers beside some with very many, whose rows are made in another way. */
const anyHeldByMany = fc.array(
  fc.oneof(
    fc.uniqueArray(fc.nat(20), { maxLength: 4 }),
    fc.uniqueArray(fc.nat(20), { minLength: 9 }),
  ),
  { maxLength: 12 },
)

describe('projected', () => {
  it('is what comparing everybody with everybody gives', () => {
    fc.assert(
      fc.property(fc.oneof(anyHeld, anyHeldByMany), (held) => {
        const incidence = anIncidence(held)
        const edges = byHand(held)
        const wanted = csrOf(held.length, {
          from: Int32Array.from(edges, ({ a }) => a),
          to: Int32Array.from(edges, ({ b }) => b),
          weights: Float64Array.from(edges, ({ weight }) => weight),
        })
        const graph = projected(incidence, allOf(incidence))
        expect({
          ...graph,
          targets: [...graph.targets],
          weights: [...graph.weights],
        }).to.deep.equal({ ...wanted, targets: [...wanted.targets], weights: [...wanted.weights] })
      }),
    )
  })

  it('gives each of its shops weight 1 in all, however many have an identifier', () => {
    const graph = projected(...withAll(Array.from({ length: 9 }, () => [0])))
    expect(graph.weights.subarray(0, 8).reduce((sum, own) => sum + own, 0)).to.equal(1)
  })

  it('makes no pair of what was left out', () => {
    const incidence = anIncidence([[0, 1], [0], [1]])
    expect([...projected(incidence, Uint8Array.of(1, 0)).targets]).to.deep.equal([1, 0])
    expect(pairsWithin(incidence, Uint8Array.of(1, 0))).to.equal(1)
  })
})

function withAll(held: readonly (readonly number[])[]) {
  const incidence = anIncidence(held)
  return [incidence, allOf(incidence)] as const
}
