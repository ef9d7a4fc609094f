import { expect } from 'chai'
import fc from 'fast-check'

import type { Bits, Probability } from '../../server/domain/units.ts'
import { divide } from '../../server/rings/divide.ts'
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

  it('keeps together what is all linked to each other, however much of it there is', () => {
    const names = 'abcdefgh'.split('')
    const links = names.flatMap((a, n) => names.slice(n + 1).map((b) => aLink(a, b)))
    const steps = stepsOf(links, 0 as Probability)
    expect(divide(shopsOf(steps), steps, options)).to.have.length(1)
  })

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
