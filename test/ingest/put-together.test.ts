import { expect } from 'chai'
import fc from 'fast-check'

import { type AddressPart, addressOrders } from '../../server/domain/address-parts.ts'
import { normaliseAddress } from '../../server/ingest/normalise/address.ts'
import { putTogether, type TypedParts } from '../../server/ingest/put-together.ts'

const putian = { province: '福建省', city: '莆田市', district: '荔城区' }
const whole = '福建省莆田市荔城区西天尾镇龙山村5号'

/** How each is written, `en` where nothing else is said. */
const chinese: readonly (readonly [TypedParts, string])[] = [
  [{ ...putian, street: '西天尾镇龙山村5号' }, whole],
  [{ ...putian, street: whole }, whole],
  [{ ...putian, street: '荔城区西天尾镇龙山村5号' }, whole],
  [{ ...putian, street: '福建省莆田市西天尾镇龙山村5号' }, whole],
  [{ ...putian, street: '福建莆田荔城西天尾镇龙山村5号' }, '福建莆田荔城西天尾镇龙山村5号'],
  [{ country: 'China', ...putian }, '中国福建省莆田市荔城区'],
  [{ province: '北京', city: '北京市', district: '朝阳区' }, '北京市朝阳区'],
  [{ city: '长沙', street: '长沙路5号' }, '长沙长沙路5号'],
  [
    { ...putian, street: '龙山路', house: '5号', postcode: '351100' },
    '福建省莆田市荔城区龙山路5号 351100',
  ],
  [{ province: '福建省' }, '福建省'],
]

const english: readonly (readonly [TypedParts, string])[] = [
  [
    { country: 'UK', city: 'Leeds', street: 'Mill Road', house: '12', postcode: 'LS1 4AB' },
    '12 Mill Road, Leeds, LS1 4AB, UK',
  ],
  [
    { province: 'IL', city: 'Springfield', street: '5 Elm St', unit: 'Apt 2', postcode: '62704' },
    '5 Elm St, Apt 2, Springfield, IL 62704',
  ],
  [
    { city: 'Springfield', province: 'IL', street: '5 Elm St, Springfield, IL' },
    '5 Elm St, Springfield, IL',
  ],
  [{ city: 'Paris', street: '5 Rue de Paris' }, '5 Rue de Paris, Paris'],
  [{ street: '12 Mill Road', house: '12' }, '12 Mill Road'],
]

const german: readonly (readonly [TypedParts, string])[] = [
  [
    { street: 'Mühlweg', house: '12a', postcode: '04109', city: 'Leipzig', country: 'Deutschland' },
    'Mühlweg 12a, 04109 Leipzig, Deutschland',
  ],
  [
    { street: 'Alte Str. 3', postcode: '10115', city: 'Berlin', province: 'Berlin' },
    'Alte Str. 3, 10115 Berlin',
  ],
]

const word = fc.constantFrom('莆田市', '福建', '荔城区', '龙山路', '5号', '北京市', '市场', '长沙')
const latin = fc.constantFrom('Leeds', 'Mill Road', '12', 'LS1 4AB', 'New York', 'Berlin', '04109')
const partsOf = (text: fc.Arbitrary<string>): fc.Arbitrary<TypedParts> => {
  const some = ['province', 'city', 'district', 'town', 'street', 'house', 'unit', 'postcode']
  return fc.dictionary(fc.constantFrom(...(some as AddressPart[])), text)
}

describe('an address in several columns', () => {
  for (const [parts, address] of chinese) {
    it(`is ${address} of ${Object.values(parts).join(' · ')}`, () => {
      for (const order of addressOrders) expect(putTogether(parts, order)).to.equal(address)
    })
  }
  for (const [order, cases] of [
    ['en', english],
    ['de', german],
  ] as const) {
    for (const [parts, address] of cases) {
      it(`is ${address} of ${Object.values(parts).join(' · ')}`, () => {
        expect(putTogether(parts, order)).to.equal(address)
      })
    }
  }

  it('(law) keeps all that was typed, letter by letter', () => {
    fc.assert(
      fc.property(
        fc.oneof(partsOf(word), partsOf(latin)),
        fc.constantFrom(...addressOrders),
        (parts, order) => {
          const address = putTogether(parts, order)
          for (const text of Object.values(parts)) expect(address).to.include(text)
        },
      ),
    )
  })

  it('(law) is one with the same in one column, whatever of it the street says again', () => {
    const { province, city, district } = putian
    const said = fc.subarray([province, city, district])
    fc.assert(
      fc.property(said, (again) => {
        const parts = { ...putian, street: `${again.join('')}西天尾镇龙山村5号` }
        expect(normaliseAddress(putTogether(parts, 'en'))).to.deep.equal(normaliseAddress(whole))
      }),
    )
  })
})
