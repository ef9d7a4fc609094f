import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphNode } from '../../../server/domain/graph.ts'
import { channelValues } from '../../../server/linkage/channel-values.ts'
import { factory as channel } from '../../../server/linkage/channels/factory.ts'
import { factoryShapes } from '../../../server/linkage/identities/factory-likeness.ts'
import { sameFactories } from '../../../server/linkage/identities/same-factories.ts'
import { supplyOf } from '../../../server/trace/supply.ts'
import { traceRing } from '../../../server/trace/trace-ring.ts'
import { edge, parcel, ringOf, s1, s2 } from '../../support/trace-builders.ts'

const factory = (
  key: string,
  name: string,
  address: string,
  more: GraphNode['properties'] = {},
): GraphNode => ({
  key: `factory:${key}`,
  kind: 'Factory',
  name,
  properties: { address, ...more },
  lives: [],
  records: [],
})

/** A market of others, so that rarity means something. */
const others = ['Oak', 'Elm', 'Yew', 'Fir', 'Ash', 'Box', 'Bay', 'Fig'].flatMap((tree, n) => [
  factory(`z/${n}`, `${tree}ton Garments Co., Ltd.`, `No. ${n + 11}, ${tree} Road, ${tree}burg`),
  factory(
    `y/${n}`,
    `${tree}矿机械厂`,
    `${'东南西北中上下左'[n]}州市${n + 1}区${tree}村${n + 40}号`,
  ),
])

const clusters = (...nodes: readonly GraphNode[]) =>
  [...sameFactories([...others, ...nodes]).others].map(([key, list]) => [
    key,
    list.map((own) => own.key),
  ])

const dongguan = factory(
  'a/1',
  'Dongguan Huamei Shoes Co., Ltd.',
  'No. 8 Shuangbao West Road, Houjie Town, Dongguan, 523960',
)

describe('sameFactories', () => {
  it('takes two nodes for one factory through noise in name and address', () => {
    const noisy = factory(
      'b/7',
      'DONG GUAN HUA MEI SHOES COMPANY LIMITED',
      '8 Shuang Bao West Rd., Houjie, Dongguan City',
    )
    expect(clusters(dongguan, noisy)).to.deep.equal([['factory:a/1', ['factory:b/7']]])
  })

  it('takes two Chinese spellings for one factory, and hears a Latin one in them', () => {
    const chinese = factory('a/2', '东莞华美鞋业有限公司', '东莞市厚街镇双宝西路8号')
    const other = factory('b/2', '东莞市华美鞋业有限公司', '东莞市厚街镇双宝西路 8 号')
    expect(clusters(chinese, other)).to.deep.equal([['factory:a/2', ['factory:b/2']]])
    const pinyin = factory(
      'c/2',
      'Dongguan Huamei Xieye',
      'Shuangbao Xilu 8 hao, Houjie zhen, Dongguan',
    )
    const { likeness } = factoryShapes(
      [chinese, pinyin, ...others].map(({ name, properties }) => ({
        name,
        address: String(properties.address),
      })),
    )
    for (const stranger of others.keys())
      expect(likeness(0, 1)[0]).to.be.above(likeness(1, 2 + stranger)[0] ?? 0)
  })

  it('tells neighbors, units of one firm and namesakes in other towns apart', () => {
    const neighbor = factory(
      'b/3',
      'Golden Sun Plastics',
      'No. 10 Shuangbao West Road, Houjie Town, Dongguan',
    )
    const unit = (n: number) =>
      factory(
        `b/u${n}`,
        `Artistic Milliners Unit ${n}`,
        `Plot ${n * 7}, Sector 25, Korangi, Karachi`,
      )
    const namesake = factory('b/4', 'Dongguan Huamei Shoes Co., Ltd.', '77 Lotus Lane, Hanoi', {
      country: 'VN',
    })
    const chinese = { ...dongguan, properties: { ...dongguan.properties, country: 'CN' } }
    expect(clusters(chinese, neighbor, unit(1), unit(2), namesake)).to.deep.equal([])
  })

  it('never joins two registration numbers of one country', () => {
    const numbered = (key: string, registrationNumber: string) =>
      factory(key, dongguan.name, String(dongguan.properties.address), {
        country: 'CN',
        registrationNumber,
      })
    expect(clusters(numbered('CN/1', '1'), numbered('CN/2', '2'))).to.deep.equal([])
    expect(clusters(numbered('a/1', '1'), numbered('b/1', '1'))).to.have.length(1)
  })

  it('gives the shops of two nodes of one factory one key', () => {
    const noisy = factory('b/8', 'DONGGUAN HUAMEI SHOES', 'No. 8 Shuangbao West Road, Houjie')
    const shop = (key: string) => ({ ...noisy, key, kind: 'Shop' as const })
    const shops = [shop('shop:p/1'), shop('shop:p/2')]
    const all = [...others, ...shops, dongguan, noisy]
    const edges = [
      edge('shop:p/1', 'SUPPLIED_BY', dongguan.key, 1),
      edge('shop:p/2', 'SUPPLIED_BY', noisy.key, 2),
    ]
    const values = channelValues({
      shops,
      placeOf: new Map(shops.map(({ key }, place) => [key, place])),
      nodes: new Map(all.map((node) => [node.key, node])),
      edgesByType: new Map([['SUPPLIED_BY', edges]]),
      resolves: true,
    })(channel)
    const keys = shops.flatMap((_, place) => values.of(place)).map((value) => channel.keys(value))
    expect(keys).to.deep.equal([[['factory:a/1']], [['factory:a/1']]])
  })

  it('is traced as one factory that says which others it is taken for', () => {
    const noisy = factory('b/8', 'DONGGUAN HUAMEI SHOES', 'No. 8 Shuangbao West Road, Houjie')
    const edges = [edge(s1, 'SUPPLIED_BY', dongguan.key, 1), edge(s2, 'SUPPLIED_BY', noisy.key, 2)]
    const nodes = new Map([...others, dongguan, noisy].map((node) => [node.key, node]))
    const supply = { nodes, edges, records: [parcel(3, 'p/1', { consignor: noisy.key })] }
    const factories = sameFactories([...nodes.values()])
    const found = traceRing(ringOf(s1, s2), supplyOf({ ...supply, factories }))
    expect(
      found.map(({ target, shops, parcels, sameAs }) => [
        target,
        shops.length,
        parcels,
        sameAs?.map(({ key }) => key),
      ]),
    ).to.deep.equal([[dongguan.key, 2, 1, [noisy.key]]])
    expect(traceRing(ringOf(s1, s2), supplyOf(supply))).to.have.length(2)
  })

  it('lets coordinates far apart speak against', () => {
    const at = (key: string, lat: number) => factory(key, 'Huamei Shoes', '', { lat, lng: 113.7 })
    expect(clusters(at('a/5', 22.95), at('b/5', 22.951))).to.have.length(1)
    expect(clusters(at('a/5', 22.95), at('b/5', 31.2))).to.have.length(0)
  })

  it('gives the same clusters in any order of the nodes', () => {
    const nodes = [
      dongguan,
      factory('b/8', 'Dongguan Huamei Shoes', 'No. 8 Shuangbao West Road, Houjie'),
      ...others,
    ]
    const expected = sameFactories(nodes)
    fc.assert(
      fc.property(fc.shuffledSubarray(nodes, { minLength: nodes.length }), (turned) => {
        expect(sameFactories(turned)).to.deep.equal(expected)
      }),
      { numRuns: 20 },
    )
  })
})
