import { expect } from 'chai'
import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'

import type { Bits, Probability } from '../../server/domain/units.ts'
import { divide } from '../../server/rings/divide.ts'
import { connectedPieces } from '../../server/rings/pieces.ts'
import { type Step, stepsOf } from '../../server/rings/steps.ts'
import { aLink, anyLinks, twoOrders } from '../support/ring-builders.ts'

const options = { seed: 42, maxSize: 5 }

/** Every strength of link, so that communities come out by close calls. */
const stepsAmong = (shops: number, count: { min: number; max: number }) =>
  anyLinks(shops, count).map((links) => stepsOf(links, 0 as Probability))
const dense = stepsAmong(40, { min: 130, max: 200 })
const thin = stepsAmong(60, { min: 60, max: 90 })
/** All links of one strength: where nothing but the order could settle a draw. */
const even = dense.map((steps) =>
  steps.map((step) => ({ ...step, link: { ...step.link, bits: 3 as Bits } })),
)
const shopsOf = (steps: readonly Step[]) => [...new Set(steps.flatMap(({ a, b }) => [a, b]))]

describe('divide', () => {
  it('leaves alone what is small enough', () => {
    const steps = stepsOf([aLink('b', 'a'), aLink('c', 'b')], 0 as Probability)
    expect(divide(shopsOf(steps), steps, options)).to.deep.equal([
      ['shop:test/a', 'shop:test/b', 'shop:test/c'],
    ])
  })

  for (const [shape, graphs] of Object.entries({ dense, thin, even })) {
    it(`(law) gives the same parts of a ${shape} graph for any order of shops and steps`, () => {
      fc.assert(
        fc.property(twoOrders(graphs), ([one, other]) => {
          const parts = divide(shopsOf(one), one, options)
          expect(divide(shopsOf(other), other, options)).to.deep.equal(parts)
        }),
      )
    })
  }

  it('(law) gives parts that hold every shop once and are each in one piece', () => {
    fc.assert(
      fc.property(fc.oneof(dense, thin), (steps) => {
        const parts = divide(shopsOf(steps), steps, options)
        expect(parts.flat().toSorted()).to.deep.equal(shopsOf(steps).toSorted())
        for (const part of parts) expect(reach(part, steps)).to.deep.equal(part)
      }),
    )
  })
})

describe('connectedPieces', () => {
  it('(law) cuts any communities into pieces that hold together, and no further', () => {
    const labelled = fc.tuple(
      thin,
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }),
    )
    fc.assert(
      fc.property(labelled, ([steps, labels]) => {
        const graph = new UndirectedGraph()
        for (const { a, b } of steps) graph.mergeEdge(a, b)
        const communityOf = Object.fromEntries(
          graph.nodes().map((shop, n) => [shop, labels[n] ?? 0]),
        )
        const pieces = connectedPieces(graph, communityOf)
        expect(pieces.flat().toSorted()).to.deep.equal(graph.nodes().toSorted())
        for (const piece of pieces) {
          expect(reach(piece, steps)).to.deep.equal(piece)
          expect(new Set(piece.map((shop) => communityOf[shop])).size).to.equal(1)
        }
        const pieceOf = new Map(pieces.flatMap((piece) => piece.map((shop) => [shop, piece])))
        const cut = steps.filter(({ a, b }) => pieceOf.get(a) !== pieceOf.get(b))
        expect(cut.filter(({ a, b }) => communityOf[a] === communityOf[b])).to.deep.equal([])
      }),
    )
  })
})

/** The shops of a part that can be reached from its first one without leaving it, sorted. */
function reach(part: readonly string[], steps: readonly Step[]): string[] {
  const inside = steps.filter(({ a, b }) => part.includes(a) && part.includes(b))
  const found = new Set(part.slice(0, 1))
  for (const shop of found) {
    for (const { a, b } of inside) {
      if (a === shop) found.add(b)
      if (b === shop) found.add(a)
    }
  }
  return [...found].toSorted()
}
