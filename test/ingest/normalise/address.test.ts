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
  'goethestr 5 10115 berlin': [
    'Goethestraße 5, 10115 Berlin',
    'GOETHESTRASSE 5 10115 Berlin',
    'Goethestr. 5, 10115 Berlin',
  ],
  'c mayor 5 28013 madrid': ['Calle Mayor 5, 28013 Madrid', 'C/ Mayor, nº 5, 28013 MADRID'],
  'ul dluga 5 lok 7': ['ul. Długa 5 lok. 7', 'Ulica Dluga 5, lokal 7'],
  'inonu cad 34 d 1 kadikoy/istanbul': [
    'İnönü Cad. No:34 D:1 Kadıköy/İstanbul',
    'INONU CADDESİ NO 34 DAİRE 1 KADIKÖY/İSTANBUL',
  ],
  'ул королева д 26 кв 3 москва': [
    'ул. Королёва, д. 26, кв. 3, Москва',
    'Улица Королева, дом 26, квартира 3, МОСКВА',
  ],
  '12 nguyen hue q 1': ['12 Nguyễn Huệ, Quận 1', '12 NGUYEN HUE Q.1'],
  'شارع الملك فهد 12 الرياض': ['شارع الملك فهد ١٢، الرياض', 'شارع المـلك فهد 12 - الرياض'],
  '东京都渋谷区道玄坂1-2-3': [
    '東京都渋谷区道玄坂1-2-3',
    '東京都渋谷区道玄坂１丁目２番３号',
    '東京都 渋谷区 道玄坂一丁目2番地の3',
    '東京都渋谷区道玄坂1丁目2−3',
    '東京都渋谷区道玄坂１ー２ー３',
  ],
  '서울 강남구 역삼동 123-45': ['서울 강남구 역삼동 123-45', '서울 강남구 역삼동 123-45번지'],
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
