import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import type { Ledger, Link } from '../../server/domain/link.ts'
import { ownBits, ownProbability } from '../../server/domain/own-evidence.ts'
import { bitsToProbability } from '../../server/domain/units.ts'
import { explainPair } from '../../server/linkage/explain-pair.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { decision, market, options, shopKey, strangers, type TestShop } from './market.ts'

const day = fc.integer({ min: 0, max: 900 }).map(isoDay)

/** Few values, so that shops share some of them. */
const shop = fc.record(
  {
    name: fc.constantFrom('Golden Lotus', 'Golden Lotus Outlet', 'Red Crane', '红鹤皮具'),
    opened: day,
    closed: day,
    person: fc.constantFrom('Chen Wei', 'Li Na', '王芳'),
    company: fc.constantFrom('Baihe Trading Co Ltd', 'Baihe Leather Factory', 'Beihe Trading'),
    number: fc.constantFrom('11010519491231002X', '440524188001010014'),
    phone: fc.uniqueArray(fc.constantFrom('+8613800138000', '+8613800138001', '+8613911112222'), {
      maxLength: 2,
    }),
    email: fc.uniqueArray(
      fc.constantFrom('lotus1@a.example', 'lotus2@a.example', 'crane@b.example'),
      { maxLength: 2 },
    ),
    account: fc.uniqueArray(fc.constantFrom('acc-1', 'acc-2', 'acc-3'), { maxLength: 2 }),
    origin: fc.uniqueArray(
      fc.constantFrom('12 Mill Road, Xiamen', '14 Mill Road, Xiamen', '福州市仓山区城门镇88号'),
      { maxLength: 1 },
    ),
    factory: fc.constantFrom('f1', 'f2'),
  },
  { requiredKeys: [] },
)
const shops = fc
  .array(shop, { minLength: 2, maxLength: 9 })
  .map((list) => list.map((own, n): TestShop => ({ id: `s${n}`, ...own })))

/** Two strangers with a value of every kind: with the fifth kind that two shops have, a small store is judged otherwise. */
const knownByAll = strangers(2).map(
  (own, n): TestShop => ({
    ...own,
    person: ['Zhou Min', 'Sun Bo'][n],
    number: ['320102198001010035', '320102198001010051'][n],
    email: [`stranger${n}@c.example`],
    domain: [`stranger${n}.example`],
    origin: [`${n + 1}1 Far Road, Wuxi`],
  }),
)

describe('the laws of a ledger', () => {
  it('its parts add up to its total, and the total is the log-odds of its probability', () => {
    fc.assert(
      fc.property(shops, (list) => {
        for (const { ledger } of linkShops(market(list), options).links) expectSum(ledger)
      }),
    )
  })

  it('says the same whatever order the rows came in', () => {
    fc.assert(
      fc.property(shops, fc.infiniteStream(fc.nat()), (list, random) => {
        const evidence = market(list)
        const shuffled = {
          nodes: shuffle(evidence.nodes, random),
          edges: shuffle(evidence.edges, random),
          decisions: [],
        }
        expect(canonicalJson(linkShops(shuffled, options))).to.equal(
          canonicalJson(linkShops(evidence, options)),
        )
      }),
    )
  })

  it('tells one controller the same from either shop', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const evidence = market(list)
        const there = explainPair(evidence, shopKey('s0'), shopKey('s1'), options)
        const back = explainPair(evidence, shopKey('s1'), shopKey('s0'), options)
        expect(canonicalJson(back)).to.equal(canonicalJson(there))
      }),
    )
  })

  it('is never less probable, by its own evidence, for one more kind of rare value in common, in a store that knew of it', () => {
    fc.assert(
      fc.property(
        // Ten that share something would teach weights of their own, which move with every value.
        shops.map((list) => [...list.slice(0, 7), ...knownByAll]),
        fc.constantFrom('phone', 'email', 'account', 'origin', 'domain'),
        (list, channel) => {
          const values = {
            phone: '+8615066667777',
            email: 'new@new.example',
            account: 'new',
            origin: 'New Lane 77, Putian',
            domain: 'new.example',
          }
          // Where two were alike in it, that they are the same takes the place of an agreement of another family.
          const bare = list.map((own, n) => (n < 2 ? { ...own, [channel]: [] } : own))
          const more = list.map((own, n) =>
            n < 2 ? { ...own, [channel]: [values[channel as 'phone']] } : own,
          )
          const before = controllerOf(bare)
          expect(controllerOf(more)).to.be.at.least(before - 1e-12)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('does not change when shops that share nothing with either swap what they have', () => {
    fc.assert(
      fc.property(shops, fc.infiniteStream(fc.nat()), (list, random) => {
        const others = strangers(6).map((own, n) => ({
          ...own,
          opened: isoDay(40 * n),
          closed: isoDay(40 * n + 90),
        }))
        const values = shuffle(others, random)
        const swapped = others.map((own, n) => ({ ...own, ...values[n], id: own.id }))
        expect(linksAmong(list, [...list, ...swapped])).to.equal(
          linksAmong(list, [...list, ...others]),
        )
      }),
    )
  })

  it('tells a pair alone as it tells it among all', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const evidence = market(list)
        for (const link of linkShops(evidence, options).links.slice(0, 3)) {
          const told = explainPair(evidence, link.from, link.to, options)
          expect(told.map(canonicalJson)).to.include(canonicalJson(link))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('names the fewest channels without which the link falls', () => {
    fc.assert(
      fc.property(shops, (list) => {
        for (const { ledger } of linkShops(market(list), options).links) {
          const own = bitsToProbability(ownBits(ledger))
          expect(ledger.standsOn.length === 0).to.equal(own < options.threshold)
        }
      }),
    )
  })
})

describe('the shares of a return', () => {
  it('add up to at most one for a closure, and none is more probable than one controller', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const { links } = linkShops(market(list), options)
        const returns = links.filter(({ kind }) => kind === 'came_back_as')
        for (const [, own] of groupByClosure(returns)) {
          expect(own.reduce((sum, { probability }) => sum + probability, 0)).to.be.at.most(1 + 1e-9)
        }
        for (const { probability, ledger } of returns) {
          expect(probability).to.be.at.most(ledger.probability)
        }
      }),
    )
  })
})

describe('a decision', () => {
  it('keeps the parts of the ledger adding up, whatever it says', () => {
    fc.assert(
      fc.property(shops, fc.constantFrom('same', 'different', 'unsure'), (list, verdict) => {
        const { links } = linkShops(market(list, [decision('s0', 's1', verdict)]), options)
        const [link] = links.filter(({ ledger }) => 0 < ledger.decisions.length)
        const ledger = link?.ledger ?? expect.fail('no link')
        expect(partsOf(ledger)).to.be.closeTo(ledger.total, 1e-9)
      }),
    )
  })
})

function expectSum({ total, probability, ...ledger }: Ledger): void {
  const { bars } = ledger
  const parts = partsOf(ledger)
  expect(parts).to.be.closeTo(total, 1e-9)
  expect(probability).to.equal(bitsToProbability(total))
  for (const bar of bars) {
    expect(bar.bits).to.be.closeTo(bar.rawBits * bar.beta * bar.damping, 1e-9)
    if (!bar.generic) expect(bar.rawBits).to.be.closeTo(Math.log2(bar.m / bar.u), 1e-9)
  }
}

function partsOf({
  prior,
  bars,
  gap,
  calibration,
  through,
  untied,
}: Pick<Ledger, 'prior' | 'bars' | 'gap' | 'calibration' | 'through' | 'untied'>): number {
  const always = [prior, ...bars, calibration].reduce((sum, { bits }) => sum + bits, 0)
  return always + (gap?.bits ?? 0) + (through?.bits ?? 0) + (untied?.bits ?? 0)
}

function controllerOf(list: readonly TestShop[]): number {
  const links = explainPair(market(list), shopKey('s0'), shopKey('s1'), options)
  const link = links.find(({ kind }) => kind === 'same_controller')
  return ownProbability(link ?? expect.fail('no link'))
}

function linksAmong(list: readonly TestShop[], all: readonly TestShop[]): string {
  const keys = new Set(list.map(({ id }) => shopKey(id)))
  const { links } = linkShops(market(all), options)
  return canonicalJson(links.filter(({ from, to }) => keys.has(from) && keys.has(to)))
}

function groupByClosure(links: readonly Link[]): Map<string, Link[]> {
  const groups = new Map<string, Link[]>()
  for (const link of links) {
    const key = `${link.from} ${link.ledger.gap?.closed}`
    groups.set(key, [...(groups.get(key) ?? []), link])
  }
  return groups
}

function isoDay(n: number): string {
  return new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)
}

function shuffle<T>(list: readonly T[], random: Iterator<number>): T[] {
  return list
    .map((value) => ({ value, at: Number(random.next().value) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}
