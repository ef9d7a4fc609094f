import { expect } from 'chai'

import { encode } from '../../../server/linkage/encode.ts'
import { explainPair } from '../../../server/linkage/explain-pair.ts'
import { market, options, shopKey, strangers, type TestShop } from '../market.ts'

const here = '110105194912310029'
const elsewhere = '110105194912310037'

/** One firm under two spellings, and a third of the same name under another number. */
const firms: readonly TestShop[] = [
  { id: 'a', company: 'Baihe Leather Co Ltd', wrongNumber: '91990000FX1603421K' },
  { id: 'b', company: '百合皮具有限公司', wrongNumber: '91990000FX1603421K' },
  { id: 'c', company: 'Baihe Leather Co Ltd', wrongNumber: '91990000FX7777777K' },
]

describe('identities of registrants', () => {
  it('one company under two spellings and one number is one holder, and a namesake under another number is not', () => {
    const of = identities([...firms, ...strangers(20)])
    expect(of('a')).to.be.a('string').and.to.equal(of('b'))
    expect(of('c')).to.equal(undefined)
  })

  it('keeps what was typed on the bar, and calls the two the same', () => {
    const bar = registrantBar([...firms, ...strangers(20)], 'a', 'b')
    expect(bar?.level).to.equal('same')
    expect([bar?.a.literal, bar?.b.literal]).to.deep.equal([
      'Baihe Leather Co Ltd',
      '百合皮具有限公司',
    ])
    expect(bar?.bits).to.be.above(0)
  })

  it('one person whose name is written in two scripts under one number counts as one name and one number', () => {
    const shops = [
      { id: 'a', person: '王秀英', number: here },
      { id: 'b', person: 'Wang Xiuying', number: here },
    ]
    const number = barsOf([...shops, ...strangers(20)], 'a', 'b').find(
      ({ channel }) => channel === 'id_number',
    )
    expect(number?.level).to.equal('same')
    expect(registrantBar([...shops, ...strangers(20)], 'a', 'b')?.level).to.equal('same')
  })

  it('two names that have nothing in common stay two, whatever number they share', () => {
    const of = identities([
      { id: 'a', person: '王秀英', number: here },
      { id: 'b', person: 'Zofia Khalil', number: here },
      ...strangers(20),
    ])
    expect(of('a')).to.equal(undefined)
  })

  it('a name and a birth date join, a name alone does not', () => {
    const shops = ['a', 'b', 'c'].map((id) => ({ id, person: 'Zofia Khalil' }))
    const born = (id: string) => (id === 'c' ? {} : { birthDate: '1971-05-02' })
    const of = identities([
      ...shops.map((shop) => ({ ...shop, ...born(shop.id) })),
      ...strangers(20),
    ])
    expect(of('a')).to.be.a('string').and.to.equal(of('b'))
    expect(of('c')).to.equal(undefined)
    expect(identities([...shops, ...strangers(20)])('a')).to.equal(undefined)
  })

  it('two people of one name and two numbers stay two', () => {
    const of = identities([
      { id: 'a', person: '王秀英', number: here },
      { id: 'b', person: 'Wang Xiuying', number: elsewhere },
      ...strangers(20),
    ])
    expect(of('a')).to.equal(undefined)
  })

  it('are not worked out for a buyer, who sees no numbers', () => {
    const { columns, shops } = encode(market([...firms, ...strangers(20)]), 'public')
    const values = shops.flatMap((_, place) => columns[0]?.values.of(place) ?? [])
    const told = values.map(({ about }) => about.identity)
    expect(new Set(told)).to.deep.equal(new Set([undefined]))
  })

  it('are the same whatever order the rows come in', () => {
    const shops = [...firms, ...strangers(20)]
    const evidence = market(shops)
    const turned = {
      ...evidence,
      nodes: evidence.nodes.toReversed(),
      edges: evidence.edges.toReversed(),
    }
    const links = (graph: typeof evidence) =>
      explainPair(graph, shopKey('a'), shopKey('b'), options).map(({ ledger }) => ledger.bars)
    expect(links(turned)).to.deep.equal(links(evidence))
  })
})

function identities(shops: readonly TestShop[]): (id: string) => string | undefined {
  const { columns, placeOf } = encode(market(shops))
  return (id) => columns[0]?.values.of(placeOf.get(shopKey(id)) ?? -1)[0]?.about.identity
}

function barsOf(shops: readonly TestShop[], a: string, b: string) {
  return explainPair(market(shops), shopKey(a), shopKey(b), options)[0]?.ledger.bars ?? []
}

function registrantBar(shops: readonly TestShop[], a: string, b: string) {
  return barsOf(shops, a, b).find(({ channel }) => channel === 'registrant')
}
