import { expect } from 'chai'
import fc from 'fast-check'

import type { Link } from '../../server/domain/link.ts'
import { onOwnEvidence, ownProbability } from '../../server/domain/own-evidence.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { stepsOf } from '../../server/rings/steps.ts'
import { decision, market, options, shopKey, strangers, type TestShop } from './market.ts'

/** One shop has an account with the first and a telephone with the second, which are registered to people of one name. */
const chain: readonly TestShop[] = [
  { id: 'a', account: ['x1'], person: 'Chen Wei' },
  { id: 'c', account: ['x1'], phone: ['+8613911112222'] },
  { id: 'b', phone: ['+8613911112222'], person: 'Chen Wei' },
]

describe('what a third shop makes of two', () => {
  it('is that one controller runs both as surely as it runs each of them and the third', () => {
    const links = linksOf(chain)
    const [ac, cb, ab] = [linkOf(links, 'a', 'c'), linkOf(links, 'b', 'c'), linkOf(links, 'a', 'b')]
    const { through } = ab.ledger
    expect(through).to.deep.include({
      shop: shopKey('c'),
      name: 'c',
      a: ac.probability,
      b: cb.probability,
    })
    expect(ab.probability).to.be.closeTo(ac.probability * cb.probability, 1e-12)
    expect(ownProbability(ab)).to.be.below(0.5)
    expect(onOwnEvidence(ab).ledger).to.not.have.property('through')
    expect(onOwnEvidence(ab).probability).to.equal(ownProbability(ab))
  })

  it('(law) is the surest of what any third shop makes of a weighed pair, whose legs others may make surer, and of what its own evidence does', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const links = linksOf(list).filter(({ kind }) => kind === 'same_controller')
        const own = new Map(links.flatMap((link) => bothWays(link, ownProbability(link))))
        const bare = (a: string, b: string) => leastLeg(own.get(`${a} ${b}`))
        const keys = list.map(({ id }) => shopKey(id))
        const most = (values: readonly number[]) => Math.max(0, ...values)
        const leg = (a: string, b: string, without: string) => {
          const others = keys.filter((key) => key !== without)
          return bare(a, b) === 0
            ? 0
            : Math.max(bare(a, b), most(others.map((key) => bare(a, key) * bare(key, b))))
        }
        for (const { from, to, probability } of links) {
          const thirds = keys.map((key) => leg(from, key, to) * leg(key, to, from))
          const least = Math.max(own.get(`${from} ${to}`) ?? 0, most(thirds))
          expect(probability).to.be.closeTo(least, 1e-12)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not move what people decided', () => {
    const links = linksOf(chain, [decision('a', 'b', 'different')])
    expect(linkOf(links, 'a', 'b').ledger).to.not.have.property('through')
    expect(linkOf(links, 'a', 'b').probability).to.be.below(0.01)
  })

  it('holds no ring together: its steps rest on the evidence of two shops alone', () => {
    const steps = stepsOf(linksOf(chain), 0.8)
    expect(steps.map(({ a, b }) => [a, b])).to.have.deep.members([
      [shopKey('a'), shopKey('c')],
      [shopKey('b'), shopKey('c')],
    ])
    for (const { link, probability } of steps) expect(probability).to.equal(ownProbability(link))
  })

  it('is told by the same numbers from either end of a return', () => {
    const lives: Readonly<Record<string, Partial<TestShop>>> = {
      a: { opened: '2025-04-01' },
      b: { opened: '2025-01-01', closed: '2025-03-20' },
    }
    const dated = chain.map((own) => ({ ...own, ...lives[own.id] }))
    const links = linksOf(dated)
    const back = links.find(({ kind, from }) => kind === 'came_back_as' && from === shopKey('b'))
    const { through } = linkOf(links, 'a', 'b').ledger
    expect(through, 'a third shop').to.not.equal(undefined)
    expect(back?.ledger.through).to.deep.equal({ ...through, a: through?.b, b: through?.a })
  })
})

const shops = fc
  .array(
    fc.record(
      {
        name: fc.constantFrom('Golden Lotus', 'Red Crane'),
        phone: fc.uniqueArray(
          fc.constantFrom('+8613800138000', '+8613911112222', '+8613722223333'),
          { maxLength: 2 },
        ),
        account: fc.uniqueArray(fc.constantFrom('acc-1', 'acc-2', 'acc-3'), { maxLength: 2 }),
        email: fc.uniqueArray(fc.constantFrom('one@shop.example', 'two@shop.example'), {
          maxLength: 2,
        }),
      },
      { requiredKeys: [] },
    ),
    { minLength: 3, maxLength: 7 },
  )
  .map((list) => list.map((own, n): TestShop => ({ id: `s${n}`, ...own })))

function linksOf(list: readonly TestShop[], decisions: Parameters<typeof market>[1] = []) {
  return linkShops(market([...list, ...strangers(60)], decisions), options).links
}

function linkOf(links: readonly Link[], a: string, b: string): Link {
  const link = links.find(
    ({ kind, from, to }) => kind === 'same_controller' && from === shopKey(a) && to === shopKey(b),
  )
  return link ?? expect.fail(`no link of ${a} and ${b}`)
}

/** A shop that is no more likely one controller's than not leads nowhere. */
function leastLeg(probability = 0): number {
  return probability < 0.5 ? 0 : probability
}

function bothWays({ from, to }: Link, probability: number): [string, number][] {
  return [
    [`${from} ${to}`, probability],
    [`${to} ${from}`, probability],
  ]
}
