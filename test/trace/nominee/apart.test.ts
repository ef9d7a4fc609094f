import { expect } from 'chai'
import fc from 'fast-check'

import { baseRatesOf, indicatorsOf } from '../../../server/trace/nominee/indicators.ts'
import { edge } from '../../support/trace-builders.ts'
import { homeOf, node, person, read, registered, shop, told } from './registered.ts'

describe('of a registrant lie apart', () => {
  it('origins in another province than the number and the address, where both are known', () => {
    const number = { idScheme: 'resident_id', idNumber: '350302199001011234', country: 'CN' }
    const at = (id: string, region: string) =>
      node(`origin:${id}`, 'Origin', { properties: { region } })
    const all = read(
      [
        person('a', number),
        person('b'),
        shop('p/1'),
        shop('p/2'),
        at('x', 'CN-FJ'),
        at('y', '440100'),
      ],
      [
        registered('p/1', 'a'),
        registered('p/2', 'b'),
        ...['x', 'y'].map((origin) => edge('shop:p/1', 'SHIPS_FROM', `origin:${origin}`)),
        edge('shop:p/2', 'SHIPS_FROM', 'origin:y'),
      ],
    )
    expect(told(all, 'a').dispatch_apart).to.deep.equal([1, 1, 1, 'origin:y'])
    expect(told(all, 'b')).not.to.have.property('dispatch_apart')
  })

  it('mobile numbers at home in another province than the number, and than where goods are sent from', () => {
    const phones = ['+8613800011111', '+8613800352222', '+8613800443333']
    expect(apartOf(reached(phones))).to.deep.equal([
      [
        'phones_apart',
        2,
        [
          ['13800011111', '110000'],
          ['13800443333', '440000'],
        ],
        ['350000'],
      ],
      [
        'phones_apart_from_dispatch',
        2,
        [
          ['13800011111', '110000'],
          ['13800352222', '350000'],
        ],
        ['440000'],
      ],
    ])
  })

  it('none of these where no number has a known home, and 0 where all are at home', () => {
    const unknown = ['+8613900001111', '+8675512345678', '+85251234567', '138••••1111']
    expect(apartOf(reached(unknown))).to.deep.equal([])
    expect(told(reached(['+8613800352222']), 'a').phones_apart).to.deep.equal([0, 1, 1, ''])
  })

  it('(law) a number of unknown home changes no figure, and one at home is never counted', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1000, max: 9999 }), (phones, n) => {
        const known = apartOf(reached(phones))
        expect(apartOf(reached([...phones, `+861390000${n}`, `+8675512${n}`]))).to.deep.equal(known)
        const elsewhere = (home: string) => phones.filter((phone) => homeOf(phone) !== home).length
        expect(known.map(([, value]) => value)).to.deep.equal([
          elsewhere('350000'),
          elsewhere('440000'),
        ])
      }),
    )
  })
})

const homes = fc.constantFrom('1380001', '1380037', '1380044')
const numbers = fc.uniqueArray(
  fc.tuple(homes, fc.integer({ min: 1000, max: 9999 })).map(([home, n]) => `+86${home}${n}`),
  { minLength: 1, maxLength: 8 },
)

/** Somebody of Fujian with a shop that sends from Guangdong, and what they are reached at. */
function reached(phones: readonly string[]) {
  const number = { idScheme: 'resident_id', idNumber: '350302199001011234' }
  return read(
    [
      person('a', number),
      shop('p/1'),
      node('origin:y', 'Origin', { properties: { region: '440100' } }),
    ],
    [
      registered('p/1', 'a'),
      edge('shop:p/1', 'SHIPS_FROM', 'origin:y'),
      ...phones.map((phone, at) =>
        edge(at % 2 === 0 ? 'shop:p/1' : 'identity:a', 'REACHED_AT', `contact:phone/${phone}`),
      ),
    ],
  )
}

/** What the two figures of mobile numbers say: how many, which with their homes, held against what. */
function apartOf(all: ReturnType<typeof read>) {
  return indicatorsOf('identity:a', all, baseRatesOf(all)).flatMap(
    ({ code, value, keys, apart }) =>
      /^phones_apart/.test(code) && apart !== undefined
        ? [[code, value, keys.map((key) => [key.slice(-11), apart.at.get(key)]), apart.from]]
        : [],
  )
}
