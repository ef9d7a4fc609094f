import { expect } from 'chai'
import fc from 'fast-check'

import type { Agency, AgencyKind, RoutePlace } from '../../../server/domain/leads/routing.ts'
import { IsoDate } from '../../../server/domain/units.ts'
import { agencyTable } from '../../../server/jobs/lead-tables.ts'
import { routeOf } from '../../../server/leads/routing/route.ts'
import { routePlaces } from '../../../server/leads/routing/route-places.ts'
import { contentsOf } from '../contents.ts'
import { shops as ringShops } from '../keys.ts'

const asOf = IsoDate.parse('2026-03-14')
const shops = ['shop:a/1', 'shop:a/2', 'shop:a/3', 'shop:a/4']

describe('the route of a lead', () => {
  it('leads first to where most shops make, keep or send goods, then to where most have any place', () => {
    const { jurisdictions } = route([
      place('sell', '110000', [0, 1, 2]),
      place('dispatch', '350000', [2, 3]),
      place('make', '330000', [3]),
    ])
    expect(jurisdictions.map(({ province }) => province)).to.deep.equal([
      '350000',
      '330000',
      '110000',
    ])
    expect(jurisdictions.map((own) => own.shops)).to.deep.equal([
      shops.slice(2),
      [],
      shops.slice(0, 2),
    ])
    expect(jurisdictions[0]?.uses).to.deep.equal({ dispatch: 2 })
  })

  it('takes shops without a place with the main one, and counts no place that everybody shares', () => {
    const { jurisdictions } = route([
      place('sell', '110000', [0]),
      { ...place('dispatch', '440000', [0, 1, 2, 3]), shared: true },
    ])
    expect(
      jurisdictions.map((own) => [own.province, own.shops.length, own.following]),
    ).to.deep.equal([['110000', 4, 3]])
  })

  it('proposes nobody where no province is known', () => {
    const { jurisdictions } = route([place('sell', null, [0])])
    expect(jurisdictions).to.deep.equal([
      { province: null, name: null, shops, following: 4, uses: {}, agencies: [] },
    ])
  })

  it('proposes agencies of the province that are there on the day, in the order of kinds', () => {
    const agencies = [
      agency('market_regulation', '350000', {}),
      agency('public_security', '350000', {}),
      agency('public_security', '110000', {}),
      agency('public_security', '350000', { validTo: IsoDate.parse('2018-12-31') }),
      agency('customs', '000000', {}),
    ]
    const { jurisdictions } = route([place('make', '350000', [0])], { agencies })
    expect(jurisdictions[0]?.agencies).to.deep.equal([agencies[1], agencies[0]])
  })

  it('finds in a ring where its shops send from, are registered and are supplied', () => {
    const places = routePlaces(contentsOf())
    expect(places.filter(({ use }) => use === 'dispatch')).to.not.have.length(0)
    expect(places.find(({ use }) => use === 'sell')).to.include({
      province: '350000',
      by: 'number',
    })
    expect(places.find(({ use }) => use === 'make')?.shops).to.deep.equal([ringShops.bag])
  })

  it('has in its own table one body of each kind for all 31 provinces, with a source', async () => {
    const table = await agencyTable()
    for (const kind of ['public_security', 'market_regulation', 'drug_administration'])
      expect(
        new Set(table.filter((own) => own.kind === kind).map((own) => own.province)).size,
      ).to.equal(31)
    expect(table.every(({ source }) => source !== '')).to.equal(true)
  })

  it('(law) has every shop in one jurisdiction, whatever its places are', () => {
    const anyPlace = fc
      .tuple(
        fc.constantFrom('make', 'store', 'dispatch', 'sell', 'pay'),
        fc.option(fc.constantFrom('110000', '350000', '440000')),
        fc.uniqueArray(fc.nat(3)),
        fc.boolean(),
      )
      .map(([use, province, of, shared]) => ({ ...place(use, province, of), shared }))
    fc.assert(
      fc.property(fc.array(anyPlace), (places) => {
        const { jurisdictions } = route(places)
        expect(jurisdictions.flatMap((own) => own.shops).toSorted()).to.deep.equal(shops)
      }),
      { seed: 9 },
    )
  })
})

function route(places: readonly RoutePlace[], { agencies = [] as readonly Agency[] } = {}) {
  const kinds: readonly AgencyKind[] = ['public_security', 'market_regulation']
  return routeOf({ shops, places, agencies, kinds, asOf })
}

function place(use: RoutePlace['use'], province: string | null, of: readonly number[]): RoutePlace {
  return {
    ...{ use, province, key: `place:${use}/${province}`, name: use, shared: false },
    by: province === null ? 'none' : 'address',
    shops: shops.filter((_, index) => of.includes(index)),
  }
}

function agency(kind: AgencyKind, province: string, more: Partial<Agency>): Agency {
  return { kind, province, name: { en: kind, 'zh-CN': kind }, asOf, source: 's', ...more }
}
