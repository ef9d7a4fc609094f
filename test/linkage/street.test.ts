import { expect } from 'chai'
import fc from 'fast-check'

import { normaliseAddress } from '../../server/ingest/normalise/address.ts'
import { isRefused } from '../../server/ingest/normalise/normal.ts'
import { houseOf } from '../../server/linkage/street.ts'

/** The number and the street of an address as typed. */
function houseIn(typed: string): string {
  const normal = normaliseAddress(typed)
  const house = isRefused(normal) ? undefined : houseOf(normal.value)
  return house === undefined ? 'none' : `${house.number} ${house.street}`
}

const houses: Readonly<Record<string, readonly string[]>> = {
  '23 elm': ['23 W. Elm St., Chicago', '23 West Elm Street', '23-25 Elm St Apt 4', '23 ELM'],
  '112 51': ['112 E 51 st'],
  '10500 41': ['10500 S Hwy 41 th'],
  '4859 wabash': ['Hayes Center 4859 S. Wabash'],
  '12 baker': ['Flat 3, 12 Baker Street, London NW1 6XE', 'Mill House, 12 Baker Street'],
  '5 musterstr': [
    'Musterstraße 5, 10115 Berlin',
    'MUSTERSTRASSE 5',
    '10115 Berlin, Musterstraße 5',
  ],
  '7a skovvej': ['Skovvej 7A, 2. tv, 2100 København Ø'],
  '5 inonu': ['İnönü Cad. No:5 D:3 Kadıköy', 'Moda Mah. İNÖNÜ CADDESİ No 5 Daire 3'],
  '5 ленина': ['ул. Ленина, д. 5, кв. 12, Москва', '119021, Москва, улица Ленина, дом 5, кв. 12'],
  '123 hue': ['123 Nguyễn Huệ, Quận 1', 'Số 123 Đường Nguyễn Huệ, Phường 5'],
  '12 paix': ['12 rue de la Paix, 75002 Paris'],
  '5 mayor': ['C/ Mayor 5, 28013 Madrid', 'Calle Mayor, nº 5, piso 3'],
  '5 roma': ['Via Roma 5, 00184 Roma'],
  '5 dluga': ['ul. Długa 5, 00-238 Warszawa', '00-238 Warszawa, ul. Długa 5 lok. 7'],
  '123-45 역삼동': ['서울특별시 강남구 역삼동 123-45', '06236 서울 강남구 역삼동 123-45'],
  '12 فهد': ['شارع الملك فهد ١٢، الرياض', 'شارع الملك فهد 12 شقة 3'],
  '99/5 ถนนสุขุมวิท': ['๙๙/๕ ถนนสุขุมวิท กรุงเทพ 10110'],
  none: ['P.O. Box 1128', 'Lake Villa', '東京都渋谷区道玄坂1-2-3', '大阪市北区梅田1-2-3'],
}

describe('the house in an address', () => {
  for (const [house, typed] of Object.entries(houses)) {
    it(`${typed.join(' | ')} is ${house}`, () => {
      for (const text of typed) expect(houseIn(text), text).to.equal(house)
    })
  }

  const streets = {
    'ул. NAME, д. 5, кв. 12, Москва': ['Ленина', 'Мира', 'Гагарина', 'Пушкина'],
    'NAME 5, 10115 Berlin': ['Invalidenstraße', 'Chausseestr.', 'Torstraße', 'Mühlweg'],
    'NAME Cad. No:5 Kadıköy İstanbul': ['İnönü', 'Atatürk', 'Fevzi Paşa', 'Işık'],
    '12 rue NAME, Lyon': ['Victor Hugo', 'de la Paix', 'du Bac', 'des Lilas'],
    '5 Đường NAME, Quận 3': ['Nguyễn Trãi', 'Nguyễn Huệ', 'Lê Lợi', 'Trần Phú'],
    'ul. NAME 5 m. 3, 00-238 Warszawa': ['Długa', 'Krótka', 'Jana Pawła II', 'Żytnia'],
    '서울 강남구 NAME 123-45': ['역삼동', '삼성동', '논현동'],
  }
  for (const [address, names] of Object.entries(streets)) {
    it(`is another one in each street, where all else is the same: ${address}`, () => {
      const found = names.map((name) => houseIn(address.replace('NAME', name)))
      expect(new Set(found).size, found.join(', ')).to.equal(names.length)
    })
  }

  it('has a number and a street of the address, whatever is around it', () => {
    const word = fc.constantFrom(
      'Elm',
      'St',
      'ул',
      'Ленина',
      'Cad.',
      'No',
      'кв',
      'de',
      '10115',
      '5',
    )
    const anyAddress = fc.array(word, { maxLength: 8 })
    fc.assert(
      fc.property(anyAddress, (words) => {
        const house = houseOf(words.join(' ').toLowerCase())
        if (house === undefined) return
        const [typed, { number, street = number }] = [words.join(' ').toLowerCase(), house]
        expect(typed.split(' ')).to.include.members([number, street])
      }),
    )
  })
})
