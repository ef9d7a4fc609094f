import { expect } from 'chai'
import fc from 'fast-check'

import type { Bits, Days, IsoDate } from '../../server/domain/units.ts'
import { findChains } from '../../server/picture/chains.ts'
import { aLink, aShop } from './golden-lotus.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, index) =>
  aShop(`shop:p/${id}`, id, `2024-0${index + 1}-01`, `2024-0${index + 1}-20`),
) as [Shop, Shop, Shop, Shop]
type Shop = ReturnType<typeof aShop>

describe('chains', () => {
  it('follow the most probable predecessor of every shop', () => {
    const links = [aLink(a.key, c.key, 0.7), aLink(b.key, c.key, 0.9), aLink(c.key, d.key, 0.8)]
    const [chain, alone] = findChains([a, b, c, d], links)
    expect(chain?.shops).to.deep.equal([b, c, d])
    expect(chain?.steps.map(({ from }) => from)).to.have.members([b.key, c.key])
    expect(alone).to.include({ letter: '' })
    expect(alone?.shops).to.deep.equal([a])
  })

  it('tell their weakest step, and the chance that all steps hold', () => {
    const [chain] = findChains([a, b, c], [aLink(a.key, b.key, 0.9), aLink(b.key, c.key, 0.8)])
    expect(chain?.weakest).to.equal(0.8)
    expect(chain?.joint).to.be.closeTo(0.72, 1e-9)
  })

  it('place a shop that changed hands behind the one that goes on in it', () => {
    const link = aLink(b.key, a.key, 0.9)
    const gap = {
      ...{ begunBy: 'handover' as const, bits: 3 as Bits, days: 4 as Days },
      ...{ closed: '2024-02-20' as IsoDate, opened: '2024-02-24' as IsoDate },
    }
    const [chain] = findChains([a, b], [{ ...link, ledger: { ...link.ledger, gap } }])
    expect(chain?.shops).to.deep.equal([b, a])
  })

  it('are lettered by first opening', () => {
    const chains = findChains([a, b, c, d], [aLink(b.key, d.key, 0.9), aLink(a.key, c.key, 0.9)])
    expect(chains.map(({ letter, shops }) => [letter, shops[0]?.name])).to.deep.equal([
      ['A', 'a'],
      ['B', 'b'],
    ])
  })

  it('hold every shop once and no circle, whatever the links', () => {
    const shops = Array.from({ length: 9 }, (_, index) => aShop(`shop:p/${index}`, `${index}`))
    const link = fc
      .tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 50, max: 99 }))
      .filter(([from, to]) => from !== to)
      .map(([from, to, percent]) => aLink(`shop:p/${from}`, `shop:p/${to}`, percent / 100))
    fc.assert(
      fc.property(fc.array(link, { maxLength: 25 }), (links) => {
        const chains = findChains(shops, links)
        const keys = chains.flatMap((chain) => chain.shops.map(({ key }) => key))
        expect(keys.toSorted()).to.deep.equal(shops.map(({ key }) => key))
        for (const { letter, shops: members, steps } of chains) {
          expect(steps.length).to.equal(letter === '' ? 0 : members.length - 1)
        }
      }),
    )
  })
})
