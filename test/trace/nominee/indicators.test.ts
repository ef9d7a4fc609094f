import { expect } from 'chai'
import fc from 'fast-check'

import { nomineeCodes } from '../../../server/domain/nominee.ts'
import { baseRatesOf, indicatorsOf } from '../../../server/trace/nominee/indicators.ts'
import { edge } from '../../support/trace-builders.ts'
import { node, person, read, registered, shop, since, told } from './registered.ts'

describe('what can be counted of a registrant', () => {
  it('shops, platforms and companies, each with how many registrants have as many', () => {
    const all = read(
      [
        ...['a', 'b', 'c'].map((id) => person(id)),
        person('firm', { entityKind: 'company' }),
        ...['p/1', 'p/2', 'q/3', 'p/4', 'p/5'].map((id) => shop(id)),
      ],
      [
        ...['p/1', 'p/2', 'q/3'].map((id) => registered(id, 'a')),
        registered('p/4', 'b'),
        registered('p/5', 'c'),
        edge('identity:a', 'RUNS', 'identity:firm'),
      ],
    )
    const { shops, platforms, companies } = told(all, 'a')
    expect(shops).to.deep.equal([3, 3, 1, 'shop:p/1 shop:p/2 shop:q/3'])
    expect(platforms?.slice(0, 3)).to.deep.equal([2, 3, 1])
    expect(companies).to.deep.equal([1, 3, 1, 'identity:firm'])
    expect(told(all, 'b').shops).to.deep.equal([1, 3, 3, 'shop:p/4'])
    expect(told(all, 'firm')).to.deep.equal({})
  })

  it('phones of another country, accounts in another name, and contacts that others use', () => {
    const all = read(
      [
        person('a', { normalName: '李伟', country: 'CN' }),
        person('b', { normalName: 'chen jie' }),
        shop('p/1'),
        shop('p/2'),
        node('account:bank/1', 'PaymentAccount', { properties: { holder: '王芳' } }),
        node('account:bank/2', 'PaymentAccount', { properties: { holder: '李 伟' } }),
        node('account:bank/3', 'PaymentAccount', { properties: { holder: 'Li W.' } }),
        node('account:bank/4', 'PaymentAccount', { properties: { holder: '李*' } }),
      ],
      [
        registered('p/1', 'a'),
        registered('p/2', 'b'),
        ...[1, 2, 3, 4].map((n) => edge('shop:p/1', 'PAID_INTO', `account:bank/${n}`)),
        edge('shop:p/1', 'REACHED_AT', 'contact:phone/+8613800000001'),
        edge('shop:p/1', 'REACHED_AT', 'contact:phone/+85251234567'),
        edge('shop:p/2', 'REACHED_AT', 'contact:phone/+85251234567'),
      ],
    )
    const own = told(all, 'a')
    expect(own.phones_abroad).to.deep.equal([1, 1, 1, 'contact:phone/+85251234567'])
    expect(own.accounts_of_others).to.deep.equal([1, 1, 1, 'account:bank/1'])
    expect(own.shared_contacts).to.deep.equal([1, 2, 2, 'contact:phone/+85251234567'])
  })

  it('the youngest and oldest age at an opening', () => {
    const born = (id: string, birthDate: string) => person(id, { birthDate })
    const all = read(
      [
        born('a', '2005-06-02'),
        born('b', '1990-01-01'),
        person('c'),
        shop('p/1', '2023-06-01'),
        shop('p/2', '2024-06-02'),
        shop('p/3', '2024-01-01'),
        shop('p/4', '2024-01-01'),
      ],
      [
        registered('p/1', 'a'),
        registered('p/2', 'a'),
        registered('p/3', 'b'),
        registered('p/4', 'c'),
      ],
    )
    expect(told(all, 'a').youngest).to.deep.equal([17, 2, 1, 'shop:p/1'])
    expect(told(all, 'a').oldest).to.deep.equal([19, 2, 2, 'shop:p/2'])
    expect(told(all, 'b').youngest?.slice(0, 3)).to.deep.equal([34, 2, 2])
    expect(told(all, 'c')).not.to.have.property('youngest')
  })

  it('what a shop that came back took up in the 60 days before it closed', () => {
    const reached = (to: string, from: string) => since(edge('shop:p/1', 'REACHED_AT', to), from)
    const edges = [
      registered('p/1', 'a'),
      reached('contact:phone/+861', '2023-01-01'),
      reached('contact:phone/+862', '2023-11-15'),
      reached('contact:email/x@y.z', '2023-11-15'),
      since(edge('shop:p/1', 'PAID_INTO', 'account:bank/1'), '2023-01-01'),
      since(edge('shop:p/1', 'PAID_INTO', 'account:bank/2'), '2023-10-01'),
    ]
    const nodes = [person('a'), shop('p/1', '2023-01-01', '2023-12-31')]
    expect(told(read(nodes, edges, ['shop:p/1']), 'a').changes_before_closing).to.deep.equal([
      1,
      1,
      1,
      'contact:phone/+862',
    ])
    expect(told(read(nodes, edges), 'a')).not.to.have.property('changes_before_closing')
  })

  const world = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 30,
  })

  it('(law) base rates are those of counting everyone by hand, and one’s own figure is always among them', () => {
    fc.assert(
      fc.property(world, (pairs) => {
        const people = [0, 1, 2, 3, 4, 5].map((n) => person(`${n}`))
        const shops = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => shop(`p${n % 3}/${n}`))
        const all = read(
          [...people, ...shops],
          pairs.map(([who, n]) => registered(`p${n % 3}/${n}`, `${who}`)),
        )
        const count = (who: number) =>
          new Set(pairs.flatMap(([own, n]) => (own === who ? [n] : []))).size
        const counts = [0, 1, 2, 3, 4, 5].map(count).filter((n) => 0 < n)
        for (const who of [0, 1, 2, 3, 4, 5]) {
          const own = told(all, `${who}`).shops
          if (own === undefined) expect(count(who)).to.equal(0)
          else {
            const asMany = counts.filter((n) => count(who) <= n).length
            expect(own.slice(0, 3)).to.deep.equal([count(who), counts.length, asMany])
            expect(asMany).to.be.at.least(1)
          }
        }
      }),
    )
  })

  it('(law) comes in one order, whatever the order of nodes and relations', () => {
    fc.assert(
      fc.property(world, (pairs) => {
        const nodes = [
          ...[0, 1, 2, 3, 4, 5].map((n) => person(`${n}`)),
          ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => shop(`p/${n}`)),
        ]
        const edges = pairs.map(([who, n]) => registered(`p/${n}`, `${who}`))
        const one = read(nodes, edges)
        const other = read(nodes.toReversed(), edges.toReversed())
        for (const { key } of nodes) {
          const [a, b] = [one, other].map((all) => indicatorsOf(key, all, baseRatesOf(all)))
          expect(a).to.deep.equal(b)
          const order = a?.map(({ code }) => nomineeCodes.indexOf(code)) ?? []
          expect(order).to.deep.equal(order.toSorted((x, y) => x - y))
        }
      }),
    )
  })
})
