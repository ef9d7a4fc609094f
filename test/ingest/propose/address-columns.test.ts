import { expect } from 'chai'
import fc from 'fast-check'

import type { RecordKind } from '../../../server/domain/record.ts'
import { guessFields } from '../../../server/ingest/propose/guess-fields.ts'

const han = ['福建省', '浙江省', '广东省']
const latin = ['Leeds', 'York', 'Bath']

function sourcesOf(kind: RecordKind, headers: readonly string[], values = han) {
  return guessFields(
    kind,
    headers.map((column) => ({ column, values })),
  ).sources
}

/** By its columns, as rows of which kind and with what in them, how the address of them is read. */
const read: readonly (readonly [RecordKind, readonly string[], readonly string[], object])[] = [
  [
    ...(['shop', ['省', '市', '区县', '详细地址', '邮编'], han] as const),
    {
      origin_address: {
        address: { province: '省', city: '市', district: '区县', street: '详细地址' },
      },
      origin_postcode: '邮编',
    },
  ],
  [
    ...([
      'shop',
      ['Country', 'State/Province', 'City', 'Street address', 'ZIP code'],
      latin,
    ] as const),
    {
      origin_address: {
        address: {
          ...{ country: 'Country', province: 'State/Province', city: 'City' },
          ...{ street: 'Street address', postcode: 'ZIP code' },
        },
      },
    },
  ],
  [
    ...(['shop', ['Straße', 'Hausnummer', 'PLZ', 'Ort', 'Land'], latin] as const),
    {
      origin_address: {
        address: {
          ...{ country: 'Land', city: 'Ort', street: 'Straße', house: 'Hausnummer' },
          postcode: 'PLZ',
        },
        order: 'de',
      },
    },
  ],
  [
    ...([
      'shop',
      ['经营者 省份', '经营者 城市', '经营者 住所', '发货省', '发货市', '退货地址'],
      han,
    ] as const),
    {
      registrant_address: {
        address: { province: '经营者 省份', city: '经营者 城市', street: '经营者 住所' },
      },
      origin_address: {
        columns: ['退货地址', { address: { province: '发货省', city: '发货市' } }],
        join: '|',
      },
    },
  ],
  [
    ...(['identity', ['Country', 'City', 'Address'], latin] as const),
    { country: 'Country', address: { address: { city: 'City', street: 'Address' } } },
  ],
  [
    ...(['parcel', ['寄件省', '寄件市', '寄件人详细地址'], han] as const),
    {
      sender_address: { address: { province: '寄件省', city: '寄件市', street: '寄件人详细地址' } },
    },
  ],
]

describe('columns of an address', () => {
  for (const [kind, headers, values, sources] of read) {
    it(`${headers.join(', ')} are put together as rows of a ${kind}`, () => {
      expect(sourcesOf(kind, headers, [...values])).to.deep.equal(sources)
    })
  }

  it('of a stranger are left where they are', () => {
    expect(
      sourcesOf('shop', ['买家省份', '买家城市', '收件人详细地址', 'Buyer city', 'Buyer zip']),
    ).to.deep.equal({})
  })

  it('alone are an address by themselves where they are one', () => {
    expect(sourcesOf('shop', ['发货地址'])).to.deep.equal({ origin_address: '发货地址' })
    expect(sourcesOf('shop', ['市', 'name'])).to.deep.equal({})
  })

  it('leave out what a person says is something else or nothing', () => {
    const columns = ['省', '市', '详细地址'].map((column) => ({ column, values: han }))
    const guessed = (chosen: Readonly<Record<string, string>>) =>
      guessFields('shop', columns, { columns: chosen }).sources
    const address = { city: '市', street: '详细地址' }
    expect(guessed({ 省: '' })).to.deep.equal({ origin_address: { address } })
    expect(guessed({ 省: 'name' })).to.deep.equal({ name: '省', origin_address: { address } })
    expect(guessed({ 市: 'origin_address' })).to.deep.equal(guessed({}))
  })

  it('(law) are read alike in whatever order they stand', () => {
    const headers = ['省', '市', '区县', '详细地址', '邮编', '店铺名称']
    fc.assert(
      fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (some) => {
        expect(sourcesOf('shop', some)).to.deep.equal(sourcesOf('shop', headers))
      }),
    )
  })
})
