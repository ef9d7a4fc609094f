import { expect } from 'chai'
import fc from 'fast-check'

import type { Link } from '../../../server/domain/link.ts'
import { Fragility } from '../../../server/domain/ring-fragility.ts'
import { type Probability, probabilityToBits } from '../../../server/domain/units.ts'
import { fragilityOf } from '../../../server/rings/fragility/fragility.ts'
import { type Resting, restingFacts } from '../../../server/rings/fragility/resting-facts.ts'
import { stands } from '../../../server/rings/fragility/standing.ts'
import { piecesOf } from '../../../server/rings/pieces.ts'
import { stepsOf } from '../../../server/rings/steps.ts'
import { aDecision, aLink, anyLinks, shopKey, twoOrders } from '../../support/ring-builders.ts'

const threshold = 0.8

/** The certificate of the first ring that the links make, with nothing that keeps its parts apart. */
function certificate(links: readonly Link[]): Fragility | undefined {
  const [ring] = parts(links)
  return ring && fragilityOf(ring.shops, ring.steps, threshold)
}

/** A link at .9, 1.17 bits above the line, with what these channels add. */
function link(
  from: string,
  to: string,
  bits: Partial<Record<'phone' | 'account' | 'images', number>>,
  account = '1',
) {
  const by = Object.keys(bits) as ('phone' | 'account' | 'images')[]
  return aLink(from, to, { by, bits, account })
}

describe('how little a ring rests on', () => {
  it('is one value where one value holds a shop', () => {
    const told = certificate([link('a', 'b', { account: 5 }), link('b', 'c', { phone: 5 })])
    expect(told?.facts).to.have.length(1)
    expect(told?.atLeast).to.equal(1)
    expect(told?.apart).to.have.length(1)
  })

  it('names the value, its channel and the shops that rest on it', () => {
    const told = certificate([
      link('a', 'b', { account: 5 }),
      link('b', 'c', { account: 5 }),
      link('a', 'c', { account: 5 }),
    ])
    expect(told?.facts).to.deep.equal([
      {
        ...{ fact: 'value', channel: 'account', key: 'account:1', literal: 'x' },
        shops: ['a', 'b', 'c'].map(shopKey),
      },
    ])
    expect(told?.apart).to.deep.equal(['b', 'c'].map(shopKey))
  })

  it('is several where each alone leaves the link above the line', () => {
    expect(certificate([link('a', 'b', { account: 1, phone: 1 })])?.facts).to.have.length(2)
    expect(certificate([link('a', 'b', { account: 1.3, phone: 1 })])?.facts).to.have.length(1)
  })

  it('takes pictures for a fact of their two shops, and a decision for one of its own', () => {
    const pictures = certificate([link('a', 'b', { images: 5 }), link('b', 'c', { images: 5 })])
    expect(pictures?.facts.map(({ fact, shops }) => [fact, shops.length])).to.deep.equal([
      ['likeness', 2],
    ])
    const said = aLink('a', 'b', { by: ['phone'], decisions: [aDecision('same')] })
    expect(
      certificate([said])
        ?.facts.map(({ fact }) => fact)
        .toSorted(),
    ).to.deep.equal(['decision', 'value'])
  })

  it('lets the next agreement of a family take the place of the strongest', () => {
    const own = link('a', 'b', { phone: 5 })
    const [bar] = own.ledger.bars
    const second = {
      ...bar,
      channel: 'email',
      a: { ...bar?.a, key: 'contact:2' },
      b: { ...bar?.b, key: 'contact:2' },
    }
    const damped = { ...second, damping: 0.1, bits: 0.5 }
    const both = { ...own, ledger: { ...own.ledger, bars: [bar, damped] } } as Link
    expect(certificate([both])?.facts).to.have.length(2)
  })

  it('is the smallest set where taking what weakens most first leads to a larger one', () => {
    const others = ['1', '2', '3', '4', '5', '6']
    const among = others.flatMap((a) =>
      others.filter((b) => a < b).map((b) => restsOn(a, b, `account:own ${a}${b}`)),
    )
    const shared = [
      ['1', '8', '1'],
      ['2', '8', '3'],
      ['3', '8', '3'],
      ['4', '9', '3'],
      ['5', '9', '3'],
      ['6', '9', '2'],
    ].map(([other = '', ...values]) =>
      restsOn('v', other, ...values.map((value) => `account:${value}`)),
    )
    const told = certificate([...among, ...shared])
    expect(told?.facts.map(({ key }) => key)).to.deep.equal(['account:8', 'account:9'])
    expect(told?.apart).to.deep.equal([shopKey('v')])
    expect(told?.atLeast).to.equal(2)
  })

  it('is nothing where the time between two lives holds them by itself', () => {
    expect(
      certificate([aLink('a', 'b', { by: [], gap: ['2024-01-01', '2024-01-03', 9] })]),
    ).to.equal(undefined)
  })

  const few = anyLinks(5, { min: 4, max: 9 })

  it('(law) parts the ring without its facts, and does not without any one of them less', () => {
    fc.assert(
      fc.property(few, (links) => {
        for (const { shops, steps } of parts(links)) {
          const told = fragilityOf(shops, steps, threshold)
          if (told === undefined) continue
          Fragility.parse(told)
          const { resting, places } = placesOf(steps, told)
          expect(pieces(shops, resting, places)).to.be.greaterThan(1)
          for (const place of places) {
            const rest = places.filter((other) => other !== place)
            expect(pieces(shops, resting, rest)).to.equal(1)
          }
        }
      }),
    )
  })

  it('(law) is the smallest of all sets of facts in small rings', () => {
    fc.assert(
      fc.property(few, (links) => {
        for (const { shops, steps } of parts(links)) {
          const resting = restingFacts(steps)
          if (resting.facts.length > 11) continue
          const told = fragilityOf(shops, steps, threshold)
          const sizes = Array.from({ length: 2 ** resting.facts.length }, (_, mask) =>
            resting.facts.flatMap((_fact, place) => ((mask >> place) & 1 ? [place] : [])),
          )
            .filter((set) => pieces(shops, resting, set) > 1)
            .map((set) => set.length)
          expect(told?.facts.length ?? Number.POSITIVE_INFINITY).to.equal(Math.min(...sizes))
          expect(told?.atLeast).to.equal(told?.facts.length)
        }
      }),
    )
  })

  it('(law) does not depend on the order of links, and bounds large rings from both sides', () => {
    fc.assert(
      fc.property(twoOrders(anyLinks(14, { min: 30, max: 60 })), ([links, other]) => {
        expect(certificate(links)).to.deep.equal(certificate(other))
        const told = certificate(links)
        if (told) expect(told.atLeast).to.be.within(1, told.facts.length)
      }),
      { numRuns: 30 },
    )
  })
})

/** A link that falls without any one of the values. */
function restsOn(from: string, to: string, ...keys: readonly string[]): Link {
  const own = aLink(from, to, { by: ['account'] })
  const bars = own.ledger.bars.flatMap((bar) =>
    keys.map((key) => ({ ...bar, a: { ...bar.a, key }, b: { ...bar.b, key } })),
  )
  return { ...own, ledger: { ...own.ledger, bars } }
}

function parts(links: readonly Link[]) {
  const steps = stepsOf(links, threshold)
  const shops = [...new Set(steps.flatMap(({ a, b }) => [a, b]))].toSorted()
  return piecesOf(shops, steps).map((piece) => ({
    shops: piece,
    steps: steps.filter(({ a }) => piece.includes(a)),
  }))
}

function placesOf(steps: Parameters<typeof restingFacts>[0], told: Fragility) {
  const resting = restingFacts(steps)
  const places = told.facts.map((fact) =>
    resting.facts.findIndex((own) => JSON.stringify(own) === JSON.stringify(fact)),
  )
  return { resting, places }
}

function pieces(shops: readonly string[], { steps }: Resting, facts: readonly number[]): number {
  const line = probabilityToBits(threshold as Probability)
  const removed = new Set(facts)
  return piecesOf(
    shops,
    steps.filter((step) => stands(step, removed, line)),
  ).length
}
