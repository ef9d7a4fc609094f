import { expect } from 'chai'
import fc from 'fast-check'

import { channelTable } from '../../server/linkage/channels/table.ts'
import { type ChannelColumn, encode } from '../../server/linkage/encode.ts'
import { levelAt } from '../../server/linkage/layout.ts'
import { usualWeights } from '../../server/linkage/usual-weights.ts'
import {
  bitsOfWorth,
  type ChannelWeights,
  rankOfLevel,
  rankWeights,
} from '../../server/linkage/weights.ts'
import { market, strangers } from './market.ts'

const encoded = encode(market(strangers(5)))
const column = fc.constantFrom(...encoded.columns)
/** From beyond the strongest band to below the weakest. */
const worth = fc.integer({ min: -90, max: 50 }).map((tenths) => 2 ** (tenths / 10))
/** Twenty-one doublings in steps of a hundredth, from below the weakest band. */
const scanned = Array.from({ length: 2100 }, (_, n) => 2 ** (n / 100 - 16))
const share = fc.integer({ min: 0, max: 250 }).map((tenths) => 2 ** (-tenths / 10))
/** A channel with some weights, a rank and two worths, the first no greater. */
const weighed = fc
  .tuple(column, fc.infiniteStream(share), fc.nat(), worth, worth)
  .map(([own, shares, pick, x, y]) => ({
    own,
    weights: weightsFrom(own, shares),
    rank: pick % own.ranks.length,
    low: Math.min(x, y),
    high: Math.max(x, y),
  }))

describe('levels', () => {
  it('(law) grow no weaker with what is shared, within the bands of their rank', () => {
    fc.assert(
      fc.property(weighed, ({ own: { layout }, rank, low, high }) => {
        const [weaker, stronger] = [levelAt(layout, rank, low), levelAt(layout, rank, high)]
        expect(stronger).to.be.at.most(weaker)
        for (const level of [weaker, stronger]) {
          expect(rankOfLevel(layout, level)).to.equal(rank)
          expect(level).to.be.below(layout.differ)
        }
      }),
    )
  })

  it('tell what dozens hold from what thousands do', () => {
    for (const [channel, few, many] of [
      ['registrant', 20, 50],
      ['registrant', 50, 1000],
      ['brands', 500, 5000],
      ['brands', 5000, 50_000],
    ] as const) {
      const { layout } = encoded.columns.find(
        ({ rule }) => rule.channel === channel,
      ) as ChannelColumn
      expect(levelAt(layout, 0, 1 / few), `${channel} of ${few}`).to.be.below(
        levelAt(layout, 0, 1 / many),
      )
    }
  })

  it('number every band of every rank once, and "differ" last', () => {
    for (const { layout, ranks } of encoded.columns) {
      const all = ranks.flatMap((_, rank) =>
        (layout.edges[rank] ?? []).map((edge) => levelAt(layout, rank, edge)),
      )
      expect([...all, layout.differ]).to.deep.equal(
        Array.from({ length: layout.levels }, (_, level) => level),
      )
      expect(rankOfLevel(layout, layout.differ)).to.equal(-1)
    }
  })
})

describe('what sharing so much is worth', () => {
  it('(law) rises with what is shared, and without steps', () => {
    fc.assert(
      fc.property(weighed, ({ own: { layout }, weights, rank }) => {
        const bits = scanned.map((own) => bitsOfWorth(weights, layout, rank, own))
        const range = Math.max(...bits) - Math.min(...bits)
        const steps = bits.slice(1).map((own, n) => own - (bits[n] ?? 0))
        expect(Math.min(...steps)).to.be.at.least(-1e-9)
        expect(Math.max(...steps)).to.be.at.most(range / 50 + 1e-9)
      }),
    )
  })

  it('keeps pairs apart that share more than the strongest band of a set, and by no more than shows their order', () => {
    fc.assert(
      fc.property(weighed, ({ own: { layout }, weights, rank }) => {
        const [center = 0] = layout.centers[rank] ?? []
        const [more, most] = [2, 4].map((times) =>
          bitsOfWorth(weights, layout, rank, times * center),
        )
        const isSet = 1 < center
        expect(Number(most) - Number(more)).to.be.within(isSet ? 1e-3 : 0, 0.05)
      }),
    )
  })

  it('has no step at the worth where the bits of a band hold exactly', () => {
    fc.assert(
      fc.property(weighed, ({ own: { layout }, weights, rank }) => {
        for (const [band, center] of (layout.centers[rank] ?? []).entries()) {
          const bits = weights.bits[(layout.firstOf[rank] ?? 0) + band] ?? Number.NaN
          for (const near of [center * (1 - 1e-9), center, center * (1 + 1e-9)])
            expect(bitsOfWorth(weights, layout, rank, near)).to.be.closeTo(bits, 1e-6)
        }
      }),
    )
  })

  it('(law) speaks for one controller where something is shared, and against where nothing is, but not beyond four bits', () => {
    fc.assert(
      fc.property(weighed, ({ own: { layout }, weights, rank, low }) => {
        expect(bitsOfWorth(weights, layout, rank, low)).to.be.at.least(0)
        expect(weights.bits[layout.differ]).to.be.within(-4, 0)
      }),
    )
  })

  it('never passes the most that its channel allows', () => {
    fc.assert(
      fc.property(weighed, ({ own: { layout, ranks }, weights, rank, low }) => {
        const most = ranks[rank]?.level.mostBits ?? Number.POSITIVE_INFINITY
        expect(bitsOfWorth(weights, layout, rank, low)).to.be.at.most(most + 1e-9)
      }),
    )
  })
})

describe('the usual weights', () => {
  it('speak for one controller where something is shared, the more the rarer it is, and never where nothing is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (tenths) => {
        const { channels } = usualWeights(encoded, tenths / 10, new Float64Array(11).fill(1 / 11))
        for (const [place, { layout }] of encoded.columns.entries()) {
          const bits = channels[place]?.bits ?? new Float64Array(0)
          expect(bits).to.have.length(layout.levels)
          expect(bits[layout.differ]).to.be.at.most(0)
          for (const [rank, first] of layout.firstOf.entries()) {
            const own = bits.subarray(first, first + (layout.edges[rank]?.length ?? 0))
            expect([...own]).to.deep.equal([...own].toSorted((x, y) => y - x))
            expect(own.at(-1)).to.be.at.least(0)
          }
        }
      }),
      { numRuns: 20 },
    )
    expect(channelTable).to.have.length(encoded.columns.length)
  })
})

/** Agreements in any order, as learning may find them, or each stronger one worth more. */
function weightsFrom(own: ChannelColumn, shares: Iterator<number>): ChannelWeights {
  const draw = () =>
    Float64Array.from({ length: own.layout.levels }, () => Number(shares.next().value))
  const [m, u] = [draw(), draw()]
  const ordered = Number(shares.next().value) < 0.1
  return rankWeights(own, ordered ? m.toSorted().reverse() : m, ordered ? u.toSorted() : u)
}
