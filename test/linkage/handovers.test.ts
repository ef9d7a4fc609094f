import { expect } from 'chai'
import fc from 'fast-check'

import type { EdgeType, GraphEdge } from '../../server/domain/graph.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { handoversOf } from '../../server/linkage/handovers.ts'
import { shopKey } from './market.ts'

const shop = shopKey('a')

describe('handovers', () => {
  it('are the days on which registrant and contact were exchanged at once', () => {
    const edges = [
      sign('REGISTERED_TO', 'identity:x/1', 'Li Na', '2020-01-03', '2023-08-20'),
      sign('REACHED_AT', 'contact:phone/1', undefined, '2020-01-01', '2023-07-30'),
      sign('REGISTERED_TO', 'identity:x/2', 'Wang Wei', '2023-09-25', '2023-12-02'),
      sign('REACHED_AT', 'contact:phone/2', undefined, '2023-09-09', '2023-11-19'),
    ]
    expect(handoversOf(edges).get(shop)).to.deep.equal([
      { until: '2023-08-20', since: '2023-09-09' },
    ])
  })

  it('are told several times of a shop that was handed on', () => {
    const owners = [1, 2, 3].flatMap((n) => owner(n, `${2019 + n}-01-01`, `${2019 + n}-11-30`))
    expect(handoversOf(owners).get(shop)).to.deep.equal([
      { until: '2020-11-30', since: '2021-01-01' },
      { until: '2021-11-30', since: '2022-01-01' },
    ])
  })

  it('are not told where one thing stays, whatever else is new', () => {
    const stays = sign('PAID_INTO', 'account:bank/1', undefined, '2020-05-01', '2021-05-01')
    expect(handoversOf([...twoOwners(), stays]).size).to.equal(0)
  })

  it('are not told where one person goes on under another number, or only the contact is new', () => {
    const same = [
      sign('REGISTERED_TO', 'identity:x/1', '李娜', '2020-01-01', '2020-11-30'),
      sign('REACHED_AT', 'contact:phone/1', undefined, '2020-01-01', '2020-11-30'),
      sign('REGISTERED_TO', 'identity:resident_id/CN/2', '李娜', '2021-01-01', '2021-11-30'),
      sign('REACHED_AT', 'contact:phone/2', undefined, '2021-01-01', '2021-11-30'),
    ]
    expect(handoversOf(same).size).to.equal(0)
    const phones = twoOwners().filter(({ type }) => type === 'REACHED_AT')
    expect(handoversOf(phones).size).to.equal(0)
  })

  it('need three things to be new where no registrant is known', () => {
    const of = (n: number, kinds: readonly [EdgeType, string][]) =>
      kinds.map(([type, to]) =>
        sign(type, `${to}/${n}`, undefined, `202${n}-01-01`, `202${n}-11-30`),
      )
    const two: [EdgeType, string][] = [
      ['REACHED_AT', 'contact:phone'],
      ['PAID_INTO', 'account:bank'],
    ]
    const three: [EdgeType, string][] = [...two, ['SHIPS_FROM', 'origin:x']]
    expect(handoversOf([...of(0, two), ...of(1, two)]).size).to.equal(0)
    expect(handoversOf([...of(0, three), ...of(1, three)]).size).to.equal(1)
  })

  it('are not told of what bears no date', () => {
    const undated = twoOwners().map(({ firstSeen: _, lastSeen: __, ...own }) => own)
    expect(handoversOf(undated).size).to.equal(0)
  })

  it('(law) are the same in whatever order relations come', () => {
    const edges = [1, 2, 3].flatMap((n) => owner(n, `${2019 + n}-01-01`, `${2019 + n}-11-30`))
    const all = fc.shuffledSubarray(edges, { minLength: edges.length })
    fc.assert(
      fc.property(all, (shuffled) => {
        expect(handoversOf(shuffled).get(shop)).to.deep.equal(handoversOf(edges).get(shop))
      }),
    )
  })
})

function twoOwners(): GraphEdge[] {
  return [...owner(1, '2020-01-01', '2020-11-30'), ...owner(2, '2021-01-01', '2021-11-30')]
}

function owner(n: number, first: string, last: string): GraphEdge[] {
  return [
    sign('REGISTERED_TO', `identity:x/${n}`, `Holder ${n}`, first, last),
    sign('REACHED_AT', `contact:phone/${n}`, undefined, first, last),
  ]
}

function sign(
  type: EdgeType,
  to: string,
  name: string | undefined,
  first: string,
  last: string,
): GraphEdge {
  return {
    from: shop,
    type,
    to,
    discriminator: '',
    properties: name === undefined ? {} : { name },
    firstSeen: first as IsoDate,
    lastSeen: last as IsoDate,
    records: [],
  }
}
