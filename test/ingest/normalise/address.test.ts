import { expect } from 'chai'
import fc from 'fast-check'

import { normaliseAddress } from '../../../server/ingest/normalise/address.ts'
import { isRefused } from '../../../server/ingest/normalise/normal.ts'

const agreeing: Record<string, readonly string[]> = {
  '23 w elm st': [
    '23 W. Elm St.',
    '23 West Elm Street',
    '23  WEST ELM   ST ',
    '２３ West Elm Str.',
  ],
  '1018 n laramie ave': ['1018 N LARAMIE AVE', '1018 North Laramie Avenue', '1018 N. Laramie Av.'],
  '5 1st ave': ['5 First Avenue', '5 1st Ave'],
  '12 elm st apt 4': ['12 Elm Street, Apt. 4', '12 Elm St Apartment #4', '12 Elm St., Apt No. 4'],
  '99 jinhu rd jintan city': ['NO.99 Jinhu Road, Jintan City', 'No 99 Jinhu Rd Jintan City'],
  'industrias quimicas 33': ['Industrias Químicas, 33', 'INDUSTRIAS QUIMICAS 33'],
  '40-46 western ave': ['40-46 Western Avenue', '40 – 46 Western Ave'],
  '140/1 e bagbari': ['140/1, East Bagbari'],
  福建省莆田市荔城区黄石镇12号: [
    '福建省莆田市荔城区黄石镇12号',
    '福建省 莆田市 荔城区，黄石镇 １２号',
  ],
}

describe('addresses', () => {
  for (const [value, typed] of Object.entries(agreeing)) {
    it(`${typed.map((text) => JSON.stringify(text)).join(', ')} → ${value}`, () => {
      for (const text of typed) expect(normaliseAddress(text)).to.include({ value })
    })
  }

  it('keep apart what is not one address', () => {
    const apart = [
      '12 Elm St',
      '12 Elm Ave',
      '12 Elm St Apt 4',
      '21 Elm St',
      '12 N Elm St',
      '12号',
      '21号',
    ]
    expect(new Set(apart.map((typed) => JSON.stringify(normaliseAddress(typed)))).size).to.equal(
      apart.length,
    )
  })

  it('are refused when they say that nothing is known', () => {
    for (const typed of ['', '-', 'N/A', '不详', '...', ',,']) {
      expect(normaliseAddress(typed), typed).to.deep.equal({ reason: 'nothing-said' })
    }
  })

  it('are their own normal form', () => {
    const words = fc.constantFrom(
      'No.',
      '#',
      '4',
      'number',
      'West',
      'St.',
      'first',
      '-',
      '12-14',
      '/',
      '号',
      '路',
      ' ',
      'É',
      '&',
      "'",
    )
    const anyAddress = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join(' ')),
      fc.array(words).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(anyAddress, (typed) => {
        const once = normaliseAddress(typed)
        if (isRefused(once)) return
        expect(normaliseAddress(once.value)).to.deep.equal(once)
      }),
      { numRuns: 1_000 },
    )
  })
})
