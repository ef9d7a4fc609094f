import { expect } from 'chai'
import fc from 'fast-check'

import type { NodeKey } from '../../server/domain/keys.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import type { Gathered } from '../../server/store/embedded/gathered.ts'
import { handedOver, takenOver } from '../../server/store/embedded/handed-over.ts'

/** Whatever somebody typed: with line breaks, quotes and halves of pairs. */
const typed = fc
  .array(fc.constantFrom('"', '\n', '\r', 'x', '表', '\ud83d', '\\'))
  .map((units) => units.join(''))
const json = typed.map((text) => JSON.stringify({ text }))
const key = fc
  .constantFrom('shop:taobao.com/1', 'contact:phone/+86138', 'origin:浙江省')
  .map((one) => one as NodeKey)
const tokens = fc.constantFrom('00730068 0068', '8868')
const places = fc.array(fc.nat(499), { minLength: 1, maxLength: 3 })

const gathered: fc.Arbitrary<Gathered> = fc.record({
  source: typed,
  records: fc.array(
    fc.tuple(
      fc.constantFrom('ab', 'cd').map((hash) => hash as Sha256),
      fc.double({ noNaN: true }),
      fc.constant('shop'),
      json,
      json,
    ),
  ),
  fresh: fc.array(fc.tuple(fc.nat(), key, json, places, tokens)),
  known: fc.array(fc.tuple(fc.nat(), key, json, places)),
  edges: fc.array(
    fc.tuple(
      fc.tuple(key, fc.constantFrom('REACHED_AT' as const, 'AT' as const), key, typed),
      json,
      places,
    ),
  ),
  about: fc.array(fc.tuple(key, fc.nat(499))),
})

describe('what one thread hands over to another', () => {
  it('is what was gathered, whatever people typed', () => {
    fc.assert(
      fc.property(gathered, (one) => {
        expect(takenOver(structuredClone(handedOver(one)))).to.deep.equal(one)
      }),
    )
  })

  it('holds a key once that stands in many places', () => {
    const shop = 'shop:taobao.com/1' as NodeKey
    const state = '{"properties":{}}'
    const { texts } = handedOver({
      ...{ source: 'ds/shops.csv', records: [], about: [] },
      fresh: [[1, shop, state, [0], '0073']],
      known: [[2, shop, state, [0]]],
      edges: [[[shop, 'REACHED_AT', shop, ''], state, [0]]],
    })
    expect(texts.split('\n')).to.deep.equal([shop, state, state, 'REACHED_AT', '', state])
  })
})
