import { expect } from 'chai'
import fc from 'fast-check'

import { type Channel, channels, families } from '../../server/domain/link.ts'
import { bitsToProbability, type IsoDate } from '../../server/domain/units.ts'
import { blockPairs } from '../../server/linkage/block.ts'
import { channelTable } from '../../server/linkage/channels/table.ts'
import { independentFamilies } from '../../server/linkage/combine-families.ts'
import { type Dampings, dampings, type Said } from '../../server/linkage/dampings.ts'
import { encode } from '../../server/linkage/encode.ts'
import { explain } from '../../server/linkage/explain.ts'
import { withOneLeftOut, wordsOf } from '../../server/linkage/fold-text.ts'
import { gapBetween, gapChances, timesOf } from '../../server/linkage/gap.ts'
import { binOf, gapBins, returnedBy } from '../../server/linkage/gap-bins.ts'
import { isGeneric } from '../../server/linkage/generic.ts'
import { keyColumn, postingsOf } from '../../server/linkage/key-column.ts'
import { chanceOf } from '../../server/linkage/rarity.ts'
import { standsOn } from '../../server/linkage/stands-on.ts'
import { shareReturns } from '../../server/linkage/succeed.ts'
import { weighAll } from '../../server/linkage/weigh-all.ts'
import { market, options, shopKey, strangers } from './market.ts'

const asOf = '2026-01-01' as IsoDate

describe('blockPairs', () => {
  it('gives every pair once, in order, and the decided ones too', () => {
    const list = [
      { id: 'a', account: ['x'], phone: ['+8613800138000'] },
      { id: 'b', account: ['x'], phone: ['+8613800138000'] },
      { id: 'c' },
    ]
    const { left, right } = blockPairs(encode(market(list)), [[2, 0]])
    expect([...left].map((a, i) => [a, right[i]])).to.deep.equal([
      [0, 1],
      [0, 2],
    ])
  })

  it('leaves out the most widely shared keys where all would break the budget, and says how many', () => {
    const crowd = strangers(12).map((own) => ({ ...own, account: ['crowd'] }))
    const twins = ['a', 'b'].map((id) => ({ id, account: ['ours'] }))
    const { left, keysOmitted } = blockPairs(encode(market([...crowd, ...twins])), [], 10)
    expect(left).to.have.length(1)
    expect(keysOmitted).to.equal(1)
  })

  it('spends a budget that is too small for all pairs of two on values that both have whole', () => {
    const list = Array.from({ length: 20 }, (_, n) => {
      const two = Math.floor(n / 2)
      return { id: `s${n}`, phone: [`+86138${String(two).padStart(8, '0')}`], email: [`m${two}@x`] }
    })
    const encoded = encode(market(list))
    const { left, right, keysOmitted } = blockPairs(encoded, [], 25)
    expect([...left].map((a, i) => [a, right[i]])).to.deep.include.members([
      [0, 1],
      [18, 19],
    ])
    expect(left.length).to.be.within(10, 25)
    expect(keysOmitted).to.be.above(0)
  })

  it('never makes more pairs than the budget', () => {
    const list = Array.from({ length: 60 }, (_, n) => ({
      id: `s${n}`,
      phone: [`+86138000000${String(n % 17).padStart(2, '0')}`],
      account: [`a${n % 11}`],
      email: [`m${n % 29}@x`],
    }))
    const encoded = encode(market(list))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (budget) => {
        expect(blockPairs(encoded, [], budget).left.length).to.be.at.most(budget)
      }),
    )
  })
})

describe('rarity', () => {
  const levels = channelTable.flatMap((rule) => rule.levels)
  const level = fc.constantFrom(...levels)

  it('never makes an agreement counter-evidence, nor worth more for being more common', () => {
    fc.assert(
      fc.property(
        level,
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 50, max: 1e6 }),
        (own, n, population) => {
          const chance = chanceOf(own, n, population)
          expect(chance).to.be.at.most(own.m)
          expect(chance).to.be.at.most(chanceOf(own, n + 1, population))
          expect(own.m / chance).to.be.at.most(
            2 ** (own.mostBits ?? Number.POSITIVE_INFINITY) + 1e-6,
          )
        },
      ),
    )
  })
})

describe('the hot loop', () => {
  it('gives every pair what its ledger adds up to', () => {
    const few = fc.uniqueArray(fc.constantFrom('x1', 'x2', 'y'), { maxLength: 2 })
    const shop = fc.record({ account: few, domain: few, email: few, origin: few })
    fc.assert(
      fc.property(fc.array(shop, { minLength: 2, maxLength: 6 }), (list) => {
        const shops = list.map((own, n) => ({
          id: `s${n}`,
          ...own,
          email: own.email.map((v) => `lotus${v}@a.example`),
        }))
        const { market: weighed, scored } = weighAll(market(shops), options, [
          { a: shopKey('s0'), b: shopKey('s1') },
        ])
        const { encoded, model } = weighed
        for (const { a, b, gap, together, supply, third, probability } of scored) {
          const weighing = { model, gap, together, supply, third, decisions: [], threshold: 0.8 }
          expect(explain(encoded, a, b, weighing).probability).to.be.closeTo(probability, 1e-9)
        }
      }),
    )
  })
})

describe('standsOn', () => {
  it('names a set without which the link falls, and no smaller one does', () => {
    const bits = fc.dictionary(
      fc.constantFrom(...channels),
      fc.double({ min: -3, max: 15, noNaN: true }),
    )
    fc.assert(
      fc.property(bits, (own) => {
        const all = Object.entries(own).map(
          ([channel, bits]): Said => ({
            channel: channel as Channel,
            family: families[channel as Channel],
            bits,
          }),
        )
        const named = standsOn(all, independent, (bits) => 0.8 <= bitsToProbability(bits - 9))
        if (probabilityOf(all) < 0.8) {
          expect(named).to.deep.equal([])
          return
        }
        expect(probabilityOf(without(all, named))).to.be.below(0.8)
        const smaller = subsets(all.map(({ channel }) => channel)).filter(
          ({ length }) => length < named.length,
        )
        for (const set of smaller) expect(probabilityOf(without(all, set))).to.be.at.least(0.8)
      }),
      { numRuns: 60 },
    )
  })
})

describe('key columns', () => {
  it('keep exactly the keys that two shops have, and find their holders again', () => {
    const keys = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(keys, (keysOfShop) => {
        const column = keyColumn(keysOfShop)
        const postings = postingsOf(column)
        for (const key of ['a', 'b', 'c', 'd'] as const) {
          const holders = keysOfShop.flatMap((own, shop) => (own.includes(key) ? [shop] : []))
          const code = column.texts.indexOf(key)
          if (holders.length < 2) expect(code).to.equal(-1)
          else {
            const found = postings.shops.subarray(postings.starts[code], postings.starts[code + 1])
            expect([...found]).to.deep.equal(holders)
            expect(column.holders[code]).to.equal(holders.length)
          }
        }
      }),
    )
  })
})

describe('gaps', () => {
  const times = (opened: string, closed?: string) =>
    timesOf(market([{ id: 'a', opened, closed }]).nodes[0] ?? expect.fail('no node'), asOf)

  it('count from the closure to the opening, and may be negative', () => {
    const closed = times('2024-01-01', '2024-05-10')
    expect(gapBetween(closed, times('2024-05-19'))).to.include({
      days: 9,
      closed: '2024-05-10',
      opened: '2024-05-19',
    })
    expect(gapBetween(closed, times('2024-05-01'))?.days).to.equal(-9)
  })

  it('need a closure, a later beginning, and an opening less than two months before it', () => {
    expect(gapBetween(times('2024-01-01'), times('2024-05-19'))).to.equal(undefined)
    expect(gapBetween(times('2024-04-01', '2024-05-10'), times('2024-04-01'))).to.equal(undefined)
    expect(gapBetween(times('2024-01-01', '2024-05-10'), times('2024-02-01'))).to.equal(undefined)
  })

  it('are worth less where everybody opens in the same week', () => {
    const closed = times('2024-01-01', '2024-05-10')
    const soon = Array.from({ length: 3000 }, () => times('2024-05-12'))
    const bin = binOf(2)
    expect(gapChances([closed])[bin]).to.be.below(gapChances([closed, ...soon])[bin] ?? 0)
  })

  it('come from shares that add up to one, and everybody who returns is back in the end', () => {
    for (const share of ['controller', 'successor', 'strangers'] as const) {
      expect(gapBins.reduce((sum, bin) => sum + bin[share], 0)).to.be.closeTo(1, 1e-9)
    }
    expect(returnedBy(10_000)).to.be.closeTo(1, 1e-9)
  })
})

describe('shareReturns', () => {
  it('gives a lone candidate who opened at once nearly the whole probability of one controller, and one who opened years later little of it', () => {
    const alone = { closure: 0, later: 1, days: 5, controller: 0.9, evidenceBits: 12 }
    expect(shareReturns([alone])[0]).to.be.within(0.88, 0.9)
    expect(shareReturns([{ ...alone, days: 700 }])[0]).to.be.below(0.2)
  })

  it('prefers the sister who opened next, and leaves nobody sure of a chance that others share', () => {
    const next = { closure: 0, later: 1, days: 5, controller: 0.99, evidenceBits: 20 }
    const later = { closure: 0, later: 2, days: 200, controller: 0.99, evidenceBits: 20 }
    const [first = 0, second = 0] = shareReturns([next, later])
    expect(first).to.be.above(0.9)
    expect(second).to.be.below(0.05)
    const [one = 0, other = 0] = shareReturns([next, { ...next, later: 2 }])
    expect(one).to.equal(other)
    expect(one + other).to.be.at.most(1)
  })

  it('lets two closures compete for one later shop', () => {
    const near = { closure: 0, later: 9, days: 5, controller: 0.99, evidenceBits: 20 }
    const far = { closure: 1, later: 9, days: 150, controller: 0.99, evidenceBits: 20 }
    const [first = 0, second = 0] = shareReturns([near, far])
    expect(second).to.be.below(0.1)
    expect(first).to.be.above(0.9)
  })
})

describe('words', () => {
  it('fold case, accents and punctuation, and pair up Chinese characters', () => {
    expect(wordsOf("Halvéa's BAGS & bags")).to.deep.equal(['bags', 'halveas'])
    expect(wordsOf('金莲箱包 Lotus')).to.deep.equal(['lotus', '箱包', '莲箱', '金莲'])
  })

  it('one edit apart share a text with one character left out', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(letters, fc.nat(), (text, n) => {
        const at = n % text.length
        const typo = `${text.slice(0, at)}z${text.slice(at + 1)}`
        const shared = withOneLeftOut(text).filter((own) => withOneLeftOut(typo).includes(own))
        expect(shared).not.to.deep.equal([])
      }),
    )
  })
})

describe('isGeneric', () => {
  it('holds of a value from twenty holders on, and never of a shop', () => {
    expect(isGeneric('Origin', 19)).to.equal(false)
    expect(isGeneric('Origin', 20)).to.equal(true)
    expect(isGeneric('Shop', 10_000)).to.equal(false)
  })
})

const independent: Dampings = { within: {}, across: independentFamilies() }

function probabilityOf(said: readonly Said[]): number {
  const damping = dampings(said, independent)
  return bitsToProbability(
    said.reduce((sum, { bits }, n) => sum + bits * (damping[n] ?? Number.NaN), -9),
  )
}

function without(said: readonly Said[], removed: readonly Channel[]): Said[] {
  return said.filter(({ channel }) => !removed.includes(channel))
}

function subsets(list: readonly Channel[]): Channel[][] {
  const [first, ...rest] = list
  if (first === undefined) return [[]]
  return subsets(rest).flatMap((own) => [own, [first, ...own]])
}
