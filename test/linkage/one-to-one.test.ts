import { expect } from 'chai'
import fc from 'fast-check'

import { type Couple, shareOneToOne } from '../../server/linkage/one-to-one.ts'

interface Grafted extends Pick<Couple, 'possible' | 'odds'> {
  readonly joins: number
  readonly isRight: boolean
}

const size = 6
const strength = {
  possible: fc.double({ min: 0.001, max: 1, noNaN: true }),
  odds: fc.double({ min: -10, max: 20, noNaN: true }).map((bits) => 2 ** bits),
}
/** Anyone with anyone, each two at most once. */
const couples: fc.Arbitrary<readonly Couple[]> = fc.uniqueArray(
  fc.record({
    left: fc.nat({ max: size - 1 }),
    right: fc.nat({ max: size - 1 }),
    ...strength,
  }),
  { selector: ({ left, right }) => size * left + right, maxLength: 20 },
)
/** No ring of rivals: every couple has an end that none before it had. */
const trees: fc.Arbitrary<readonly Couple[]> = fc
  .array(fc.record({ joins: fc.nat(), isRight: fc.boolean(), ...strength }), { maxLength: 8 })
  .map((rows) => rows.map(grown))

describe('shareOneToOne', () => {
  it('(law) gives nobody more than one partner in all, and no couple more than is possible', () => {
    fc.assert(
      fc.property(couples, (all) => {
        const shares = shareOneToOne(all)
        const ends = new Map<string, number>()
        for (const [i, { left, right, possible }] of all.entries()) {
          const own = shares[i] as number
          expect(own).to.be.within(0, possible)
          for (const end of [`left ${left}`, `right ${right}`])
            ends.set(end, (ends.get(end) ?? 0) + own)
        }
        for (const sum of ends.values()) expect(sum).to.be.at.most(1 + 1e-9)
      }),
    )
  })

  it('(law) counts all ways of pairing where rivals of rivals form no ring', () => {
    fc.assert(
      fc.property(trees, (all) => {
        const shares = shareOneToOne(all)
        for (const [i, own] of all.entries()) {
          const others = all.filter((other) => other !== own)
          const together = own.odds * waysOf(others.filter((other) => !meet(own, other)))
          const expected = (own.possible * together) / (together + waysOf(others))
          expect(shares[i]).to.be.closeTo(expected, 1e-5)
        }
      }),
    )
  })

  it('takes whoever has a partner of their own for hardly a rival', () => {
    const chain = [couple(0, 0, 1000), couple(0, 1, 2000), couple(1, 1, 3000)]
    const [first = 0, crossed = 0, second = 0] = shareOneToOne(chain)
    expect(first).to.be.above(0.99)
    expect(second).to.be.above(0.99)
    expect(crossed).to.be.below(0.01)
    const [alone = 0] = shareOneToOne(chain.slice(0, 2))
    expect(alone).to.be.closeTo(1 / 3, 0.001)
  })

  it('has nothing to share where there is nobody', () => {
    expect([...shareOneToOne([])]).to.deep.equal([])
  })
})

function couple(left: number, right: number, odds: number): Couple {
  return { left, right, odds, possible: 1 }
}

/** Joins an end that nobody has yet, numbered after all before it, to one of the other side. */
function grown({ joins, isRight, ...own }: Grafted, row: number): Couple {
  const [known, fresh] = [joins % (row + 1), row + 1]
  return isRight ? { left: known, right: fresh, ...own } : { left: fresh, right: known, ...own }
}

function meet(one: Couple, other: Couple): boolean {
  return one.left === other.left || one.right === other.right
}

/** The sum over all ways of pairing of the product of what each couple pulls. */
function waysOf(all: readonly Couple[]): number {
  const [first, ...others] = all
  if (first === undefined) return 1
  const pull = first.possible * first.odds
  return waysOf(others) + pull * waysOf(others.filter((other) => !meet(first, other)))
}
