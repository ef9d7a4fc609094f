import { expect } from 'chai'
import fc from 'fast-check'

import type { Link } from '../../server/domain/link.ts'
import type { Probability } from '../../server/domain/units.ts'
import { memberships } from '../../server/rings/paths.ts'
import { stepsOf } from '../../server/rings/steps.ts'
import { aLink, shopKey } from '../support/ring-builders.ts'

const steps = (...links: Link[]) => stepsOf(links, 0.5 as Probability)
const keys = (...ids: string[]) => ids.map(shopKey)

describe('memberships', () => {
  it('says of the first shop that it needs no step', () => {
    expect(memberships(keys('a', 'b'), steps(aLink('a', 'b')))[0]).to.deep.equal({
      shop: shopKey('a'),
      weakestStep: 1,
      joint: 1,
      path: keys('a'),
    })
  })

  it('takes the path whose weakest step is the surest, and multiplies along it', () => {
    const [, , last] = memberships(
      keys('a', 'b', 'c'),
      steps(
        aLink('a', 'b', { p: 0.9 }),
        aLink('b', 'c', { p: 0.95 }),
        aLink('a', 'c', { p: 0.85 }),
      ),
    )
    expect(last?.path).to.deep.equal(keys('a', 'b', 'c'))
    expect(last?.weakestStep).to.equal(0.9)
    expect(last?.joint).to.be.closeTo(0.855, 1e-12)
  })

  it('gives five steps of .83 to .96 a joint probability of about .65, not .83', () => {
    const chain = [0.93, 0.83, 0.96, 0.91, 0.97].map((p, n) => aLink(`${n}`, `${n + 1}`, { p }))
    const last = memberships(keys('0', '1', '2', '3', '4', '5'), steps(...chain)).at(-1)
    expect(last?.weakestStep).to.equal(0.83)
    expect(last?.joint).to.be.closeTo(0.654, 0.001)
  })

  it('takes the surer path round also where other shops are not reached at all', () => {
    const links = [
      aLink('a', 'c', { p: 0.6 }),
      aLink('a', 'b', { p: 0.7 }),
      aLink('b', 'c', { p: 0.8 }),
      aLink('x', 'y', { p: 0.9 }),
    ]
    const [, , round, apart] = memberships(keys('a', 'b', 'c', 'x', 'y'), steps(...links))
    expect(round?.path).to.deep.equal(keys('a', 'b', 'c'))
    expect([round?.weakestStep, round?.joint]).to.deep.equal([0.7, 0.7 * 0.8])
    expect(apart).to.deep.include({ weakestStep: 0, joint: 0, path: [] })
  })

  it('(law) agrees with a search through every path', () => {
    const link = fc.record({
      a: fc.integer({ min: 0, max: 5 }),
      b: fc.integer({ min: 0, max: 5 }),
      p: fc.constantFrom(0.6, 0.7, 0.7, 0.8, 0.9, 1),
    })
    const graph = fc
      .uniqueArray(
        link.filter(({ a, b }) => a < b),
        { minLength: 5, maxLength: 15, selector: ({ a, b }) => `${a} ${b}` },
      )
      .map((pairs) => pairs.map(({ a, b, p }) => aLink(String(a), String(b), { p })))
    fc.assert(
      fc.property(graph, (links) => {
        const shops = [...new Set(links.flatMap(({ from, to }) => [from, to]))].toSorted()
        const root = shops[0] ?? ''
        for (const { shop, weakestStep, joint, path } of memberships(shops, steps(...links))) {
          const best = everyPath(root, shop, links).toSorted(
            (x, y) => y.weakest - x.weakest || y.joint - x.joint,
          )[0]
          expect(weakestStep).to.equal(best?.weakest ?? 0)
          expect(joint).to.be.closeTo(best?.joint ?? 0, 1e-12)
          if (best !== undefined) expect([path[0], path.at(-1)]).to.deep.equal([root, shop])
        }
      }),
    )
  })
})

interface Walk {
  readonly weakest: number
  readonly joint: number
}

function everyPath(from: string, to: string, links: readonly Link[], seen: string[] = []): Walk[] {
  if (from === to) return [{ weakest: 1, joint: 1 }]
  return links.flatMap(({ from: a, to: b, probability: p }) => {
    if (a !== from && b !== from) return []
    const next = a === from ? b : a
    if (seen.includes(next)) return []
    return everyPath(next, to, links, [...seen, from]).map(({ weakest, joint }) => ({
      weakest: Math.min(weakest, p),
      joint: joint * p,
    }))
  })
}
