import { expect } from 'chai'
import fc from 'fast-check'

import type { Link } from '../../server/domain/link.ts'
import { Ring } from '../../server/domain/ring.ts'
import type { IsoDate, Probability } from '../../server/domain/units.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { aDecision, aLink, anyLinks, aShop, shopKey, twoOrders } from '../support/ring-builders.ts'

const options = { threshold: 0.8 as Probability, seed: 42, maxSize: 40 }
const small = { ...options, maxSize: 12 }

const shops = Array.from({ length: 40 }, (_, n) =>
  aShop(String(n).padStart(2, '0'), { opened: `2024-01-${String((n % 28) + 1).padStart(2, '0')}` }),
)
/** Few links: many rings, many merges that the guard has to judge. */
const sparse = anyLinks(30, { min: 20, max: 45 })
/** Many links: one component, larger than a ring may be. */
const dense = anyLinks(40, { min: 130, max: 200 })
const either = fc.oneof(sparse, dense)

describe('findRings', () => {
  it('keeps a chain of twelve in one ring, each step with one kind of evidence and a gap', () => {
    const chain = Array.from({ length: 11 }, (_, n) =>
      aLink(`c${n + 10}`, `c${n + 11}`, {
        kind: 'came_back_as',
        p: 0.81 + ((n * 7) % 11) / 100,
        by: [(['phone', 'registrant', 'origin'] as const)[n % 3] ?? 'phone'],
        gap: ['2024-01-01', '2024-01-10', 3],
      }),
    )
    expect(findRings({ links: chain, shops: [] }, options).map(({ size }) => size)).to.deep.equal([
      12,
    ])
  })

  it('makes a ring of two shops and of nothing smaller', () => {
    expect(findRings({ links: [], shops }, options)).to.deep.equal([])
    expect(findRings({ links: [aLink('00', '01')], shops }, options)).to.have.length(1)
  })

  it('is held together by what confirms, and not by the brand that thousands sell', () => {
    const [ring] = findRings(
      { links: [aLink('00', '01', { by: ['brands', 'phone'] })], shops },
      options,
    )
    expect(ring?.channels).to.deep.equal(['phone'])
  })

  it('does not take common supply for control', () => {
    const links = [aLink('00', '01', { kind: 'shares_supply', p: 0.999 })]
    expect(findRings({ links, shops }, options)).to.deep.equal([])
  })

  it('takes a probability at the threshold as enough, and one just below as too little', () => {
    const at = (p: number) =>
      findRings({ links: [aLink('00', '01', { p })], shops }, options).length
    expect([at(0.8), at(0.799)]).to.deep.equal([1, 0])
  })

  it('names a ring after its first shop and orders members by opening', () => {
    const [ring] = findRings(
      {
        links: [aLink('b', 'a'), aLink('b', 'c')],
        shops: [
          aShop('a', { opened: '2025-03-01' }),
          aShop('b', { opened: '2025-02-01', closed: '2025-02-20', name: '金莲箱包' }),
          aShop('c'),
        ],
      },
      options,
    )
    expect([ring?.id, ring?.name]).to.deep.equal(['ring:test/b', '金莲箱包'])
    expect(ring?.members.map(({ shop }) => shop)).to.deep.equal(['b', 'a', 'c'].map(shopKey))
    expect([ring?.size, ring?.live, ring?.closed]).to.deep.equal([3, 2, 1])
  })

  it('keeps shops that are all linked to each other whole, however many', () => {
    const ids = shops.map((_, n) => String(n).padStart(2, '0'))
    const links = ids.flatMap((a) => ids.filter((b) => b > a).map((b) => aLink(a, b)))
    expect(findRings({ links, shops }, small).map(({ size }) => size)).to.deep.equal([40])
  })

  it('says where a large component was divided', () => {
    const clique = (first: number) => {
      const ids = Array.from({ length: 8 }, (_, i) => String(first + i))
      return ids.flatMap((a) => ids.filter((b) => b > a).map((b) => aLink(a, b)))
    }
    const links = [...clique(10), ...clique(20), aLink('17', '20', { p: 0.99 })]
    const rings = findRings({ links, shops: [] }, small)
    expect(rings.map(({ size }) => size)).to.deep.equal([8, 8])
    for (const { bridges } of rings) {
      expect(bridges.map(({ from, to }) => [from, to])).to.deep.equal([['17', '20'].map(shopKey)])
      expect(bridges[0]?.because).to.match(/more than 12 shops/)
    }
  })

  it('lets a person join what the guard kept apart, unless another person disagrees', () => {
    const sure = { p: 0.98 }
    const parts = ['ab', 'bc', 'xy', 'yz'].map(([a = '', b = '']) => aLink(a, b, sure))
    const rings = (...decisions: ReturnType<typeof aDecision>[]) =>
      findRings(
        { links: [...parts, aLink('c', 'x', { by: ['phone'], decisions })], shops: [] },
        options,
      ).length
    const earlier = { on: '2025-01-01' as IsoDate }
    expect(rings()).to.equal(2)
    expect(rings(aDecision('same'))).to.equal(1)
    expect(rings(aDecision('same'), aDecision('different', { by: 'Wu' }))).to.equal(2)
    expect(rings(aDecision('different', earlier), aDecision('same'))).to.equal(1)
    expect(rings(aDecision('same', earlier), aDecision('different'))).to.equal(2)
    expect(rings(aDecision('same', { retractedAt: 1 as never }))).to.equal(2)
  })

  it('(law) answers in the shape of the domain, with every shop in one ring at most', () => {
    fc.assert(
      fc.property(either, (links) => {
        const rings = findRings({ links, shops }, small)
        for (const ring of rings) Ring.parse(ring)
        const members = rings.flatMap((ring) => ring.members.map(({ shop }) => shop))
        expect(new Set(members).size).to.equal(members.length)
        expect(rings.every((ring) => ring.size === ring.members.length && ring.size > 1)).to.equal(
          true,
        )
        expect(rings.map(({ rank }) => rank)).to.deep.equal(rings.map((_, n) => n + 1))
        expect(new Set(rings.map(({ id }) => id)).size).to.equal(rings.length)
      }),
    )
  })

  it('(law) does not depend on the order of links or shops', () => {
    fc.assert(
      fc.property(fc.oneof(twoOrders(sparse), twoOrders(dense)), ([one, other]) => {
        const first = findRings({ links: one, shops }, small)
        expect(findRings({ links: other, shops: shops.toReversed() }, small)).to.deep.equal(first)
      }),
    )
  })

  it('(law) leaves no ring in pieces', () => {
    fc.assert(
      fc.property(either, (links) => {
        for (const ring of findRings({ links, shops }, small)) {
          const members = new Set(ring.members.map(({ shop }) => shop))
          const inside = usable(links).filter(
            (link) => members.has(link.from) && members.has(link.to),
          )
          expect(reach(ring.members[0]?.shop ?? '', inside)).to.deep.equal(members)
        }
      }),
    )
  })

  it('keeps two shops apart that a person called different, also where a third would bring them together', () => {
    const denied = aLink('a', 'c', { p: 0.001, decisions: [aDecision('different')] })
    const links = [aLink('a', 'b', { p: 0.95 }), aLink('b', 'c', { p: 0.99 }), denied]
    const [ring, ...others] = findRings({ links, shops: [] }, options)
    expect(others).to.deep.equal([])
    expect(ring?.members.map(({ shop }) => shop)).to.have.members(['b', 'c'].map(shopKey))
    expect(ring?.bridges).to.have.length(1)
    expect(ring?.bridges[0]).to.deep.include({ from: shopKey('a'), to: shopKey('b') })
    expect(ring?.bridges[0]?.reason).to.deep.equal({ code: 'called_different', surest: 0.95 })
    expect(ring?.bridges[0]?.because).to.include(`${shopKey('a')} and ${shopKey('c')}`)
  })

  it('joins what people call the same though they call others in it different, and lists that they contradict each other', () => {
    const same = { p: 0.001, decisions: [aDecision('same')] }
    const denied = aLink('a', 'c', { p: 0.001, decisions: [aDecision('different')] })
    const links = [aLink('a', 'b', same), aLink('b', 'c', same), denied]
    const [ring] = findRings({ links, shops: [] }, options)
    expect(ring?.size).to.equal(3)
    const contradicted = ring?.strains?.filter(({ contradicted: is }) => is === true)
    expect(contradicted?.map(({ a, b, verdict }) => [a, b, verdict])).to.deep.equal([
      [shopKey('a'), shopKey('c'), 'different'],
    ])
  })

  it('(law) joins what people call the same and nothing that they call different', () => {
    fc.assert(
      fc.property(sparse, (links) => {
        const rings = findRings({ links, shops }, options)
        const verdictOn = verdicts(links)
        for (const link of links) {
          if (link.kind === 'shares_supply' || verdictOn(link) !== 'same') continue
          const ring = rings.find(({ members }) => members.some(({ shop }) => shop === link.from))
          expect(ring?.members.map(({ shop }) => shop)).to.include(link.to)
        }
        const denied = links.filter((link) => verdictOn(link) === 'different')
        expect(findRings({ links: denied, shops }, options)).to.deep.equal([])
      }),
    )
  })

  it('(law) holds two shops that people called different in one ring only where what they call the same joins them', () => {
    fc.assert(
      fc.property(either, (links) => {
        const verdictOn = verdicts(links)
        const told = links.filter(({ kind }) => kind !== 'shares_supply')
        const same = told.filter((link) => verdictOn(link) === 'same')
        const denied = told.filter((link) => verdictOn(link) === 'different')
        for (const { members, strains = [] } of findRings({ links, shops }, small)) {
          const own = new Set(members.map(({ shop }) => shop))
          const contradicted = strains.filter((strain) => strain.contradicted === true)
          const named = new Set(contradicted.map(({ a, b }) => [a, b].join()))
          for (const { from, to } of denied.filter(
            (link) => own.has(link.from) && own.has(link.to),
          )) {
            expect(reach(from, same)).to.include(to)
            expect(named).to.include([from, to].toSorted().join())
          }
        }
      }),
    )
  })

  it('(law) offers a bridge wherever a usable link leaves a ring', () => {
    fc.assert(
      fc.property(either, (links) => {
        const rings = findRings({ links, shops }, small)
        const ringOf = new Map(rings.flatMap(({ id, members }) => members.map((m) => [m.shop, id])))
        const place = (shop: string) => ringOf.get(shop) ?? shop
        const expected = new Set(
          usable(links)
            .map(({ from, to }) => [place(from), place(to)].toSorted().join(' '))
            .filter((pair) => new Set(pair.split(' ')).size === 2 && pair.includes('ring:')),
        )
        const offered = rings.flatMap(({ bridges }) =>
          bridges.map(({ from, to }) => [place(from), place(to)].toSorted().join(' ')),
        )
        expect(new Set(offered)).to.deep.equal(expected)
      }),
    )
  })
})

/** By brute force, apart from the code: links that may hold a ring together. */
function usable(links: readonly Link[]): Link[] {
  const verdictOn = verdicts(links)
  return links.filter((link) => {
    const verdict = verdictOn(link)
    if (link.kind === 'shares_supply' || verdict === 'different') return false
    return link.probability >= options.threshold || verdict === 'same'
  })
}

/** What everybody who decided on the two shops says; here nobody decides twice. */
function verdicts(links: readonly Link[]): (link: Link) => string | undefined {
  const pair = ({ from, to }: Link) => [from, to].toSorted().join()
  const said = new Map<string, Set<string>>()
  for (const link of links.filter(({ kind }) => kind !== 'shares_supply')) {
    const known = said.get(pair(link)) ?? new Set()
    said.set(pair(link), known)
    for (const { verdict } of link.ledger.decisions) known.add(verdict)
  }
  return (link) => {
    const all = [...(said.get(pair(link)) ?? [])]
    return all.length === 1 ? all[0] : undefined
  }
}

function reach(start: string, links: readonly Link[]): Set<string> {
  const found = new Set([start])
  for (const shop of found) {
    for (const { from, to } of links) {
      if (from === shop) found.add(to)
      if (to === shop) found.add(from)
    }
  }
  return found
}
