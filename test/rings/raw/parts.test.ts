import { expect } from 'chai'
import fc from 'fast-check'

import { partsOf } from '../../../server/rings/raw/parts.ts'
import { anIncidence, anyHeld } from '../../support/raw-builders.ts'

/** Which shops are together when the identifiers in `without` are taken away, by spreading from each. */
function together(held: readonly (readonly number[])[], without: number, start: number) {
  const reached = new Set([start])
  for (const shop of reached) {
    for (const [other, own] of held.entries()) {
      const common = own.some((k) => k !== without && (held[shop] ?? []).includes(k))
      if (common) reached.add(other)
    }
  }
  return reached
}

const partsOfOne = (held: readonly (readonly number[])[]) => {
  const incidence = anIncidence(held)
  const everywhere = new Int32Array(incidence.identifiers)
  return [...partsOf(incidence, new Int32Array(held.length), everywhere)]
}

describe('partsOf', () => {
  it('keeps two shops together exactly when no single identifier taken away parts them', () => {
    fc.assert(
      fc.property(anyHeld, (held) => {
        const parts = partsOfOne(held)
        for (const shop of held.keys()) {
          const sides = Array.from({ length: 20 }, (_, without) => together(held, without, shop))
          for (const other of held.keys()) {
            const isHeld = sides.every((side) => side.has(other))
            expect(parts[shop] === parts[other], `${shop} and ${other}`).to.equal(isHeld)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('lets a shop that hangs on one identifier stand alone', () => {
    const [a, b, c] = partsOfOne([[0, 1], [0, 1, 2], [2]])
    expect(a).to.equal(b)
    expect(c).not.to.equal(a)
  })

  it('parts two rings that one identifier joins', () => {
    const [a, b, c, d] = partsOfOne([
      [0, 1],
      [0, 1, 2],
      [2, 3, 4],
      [3, 4],
    ])
    expect([a === b, c === d, b === c]).to.deep.equal([true, true, false])
  })

  it('does not follow an identifier that another community owns', () => {
    const incidence = anIncidence([
      [0, 1],
      [0, 1],
    ])
    const communities = new Int32Array(2)
    const parts = partsOf(incidence, communities, Int32Array.of(0, 1))
    expect(parts[0]).not.to.equal(parts[1])
  })

  it('takes a chain of a hundred thousand shops without running out of stack', () => {
    const length = 100_000
    const parts = partsOfOne(
      Array.from({ length }, (_, n) => [2 * n, 2 * n + 1, 2 * n + 2, 2 * n + 3]),
    )
    expect(new Set(parts).size).to.equal(1)
  })
})
