import { expect } from 'chai'
import fc from 'fast-check'

import { enablerKindOf, enablersOf } from '../../server/trace/enablers.ts'
import { picturePacks } from '../../server/trace/picture-packs.ts'

const shop = (n: number) => `shop:p/${n}`
const shops = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_, n) => shop(from + n)))
/** A hundred shops; the first ten were closed for counterfeit. */
const closures = new Map(Array.from({ length: 100 }, (_, n) => [shop(n), n < 10] as const))
const hub = (key: string, own: ReadonlySet<string>) =>
  ({ kind: 'forwarder', key, name: key, shops: own }) as const

describe('enablersOf', () => {
  it('tells how many were closed for counterfeit against the rate of all shops', () => {
    const [found] = enablersOf([hub('origin:a', shops(0, 20))], closures, 5)
    expect(found).to.deep.include({ shops: 20, counterfeit: 10, expected: 2, lift: 5 })
    expect(found?.low).to.be.within(2.5, 3.5)
    expect(found?.high).to.be.within(6.5, 7.5)
  })

  it('puts what is surely above the rate before what may be by chance', () => {
    const found = enablersOf(
      [
        hub('origin:few', shops(5, 10)),
        hub('origin:many', shops(0, 20)),
        hub('origin:none', shops(50, 90)),
      ],
      closures,
      5,
    )
    expect(found.map(({ key }) => key)).to.deep.equal(['origin:few', 'origin:many', 'origin:none'])
    expect(found[2]?.lift).to.equal(0)
    expect(found[2]?.high).to.be.below(1)
  })

  it('leaves out what few share, and says nothing of lift where nobody was closed for counterfeit', () => {
    expect(enablersOf([hub('origin:a', shops(0, 4))], closures, 5)).to.deep.equal([])
    const none = new Map([...closures.keys()].map((key) => [key, false] as const))
    expect(enablersOf([hub('origin:a', shops(0, 9))], none, 5)[0]).to.deep.include({
      lift: 0,
      low: 0,
      high: 0,
    })
  })

  it('encloses the lift in its interval and does not depend on the order of values', () => {
    const value = fc.record({ from: fc.nat(60), count: fc.integer({ min: 5, max: 40 }) })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (made) => {
        const values = made.map(({ from, count }, n) =>
          hub(`origin:${n}`, shops(from, from + count)),
        )
        const found = enablersOf(values, closures, 5)
        for (const { low, lift, high } of found) {
          expect(low).to.be.at.most(lift)
          expect(lift).to.be.at.most(high)
        }
        expect(enablersOf(values.toReversed(), closures, 5)).to.deep.equal(found)
      }),
    )
  })
})

describe('enablerKindOf', () => {
  it('reads from a relation what the shared thing is', () => {
    expect(enablerKindOf('SHIPS_FROM', 'origin:hub')).to.equal('forwarder')
    expect(enablerKindOf('PAID_INTO', 'account:merchant/9')).to.equal('payment_shell')
    expect(enablerKindOf('REACHED_AT', 'contact:phone/+861')).to.equal('registration_agent')
    expect(enablerKindOf('REACHED_AT', 'contact:ip/2001:db8::1')).to.equal('shared_network')
    expect(enablerKindOf('PROMOTES', 'shop:p/1')).to.equal(undefined)
  })
})

describe('picturePacks', () => {
  it('puts pictures that the same shops show into one pack, called by the most used one', () => {
    const found = picturePacks(
      new Map([
        ['a', shops(0, 10)],
        ['b', shops(2, 9)],
        ['c', shops(50, 60)],
        ['rare', shops(0, 2)],
      ]),
      5,
    )
    expect(found.map(({ key, shops: own }) => [key, own.size])).to.deep.equal([
      ['pictures:a', 10],
      ['pictures:c', 10],
    ])
  })

  it('gives each picture to the first pack, by how many show it, whose most used picture half of its shops show', () => {
    const picture = fc.uniqueArray(fc.nat(24), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(fc.array(picture, { maxLength: 12 }), (made) => {
        const shopsOf = new Map(made.map((own, n) => [`p${n}`, new Set(own.map(shop))]))
        const told = picturePacks(shopsOf, 3).map(({ name, shops: own }) => [
          name,
          [...own].toSorted(),
        ])
        expect(told).to.deep.equal(packsOneByOne(shopsOf, 3))
      }),
      { seed: 5, numRuns: 300 },
    )
  })
})

/** The same as its definition says, comparing every picture with every pack. */
function packsOneByOne(shopsOf: ReadonlyMap<string, ReadonlySet<string>>, least: number) {
  const packs: { name: string; seed: ReadonlySet<string>; shops: Set<string> }[] = []
  const common = [...shopsOf].filter(([, own]) => least <= own.size)
  for (const [name, own] of common.toSorted(
    ([x, a], [y, b]) => b.size - a.size || (x < y ? -1 : 1),
  )) {
    const pack = packs.find(
      ({ seed }) => own.size <= 2 * [...own].filter((one) => seed.has(one)).length,
    )
    if (pack === undefined) packs.push({ name, seed: own, shops: new Set(own) })
    else for (const one of own) pack.shops.add(one)
  }
  return packs.map(({ name, shops: own }) => [name, [...own].toSorted()])
}
