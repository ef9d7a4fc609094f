import { expect } from 'chai'
import fc from 'fast-check'

import { usccChecks } from '../../../server/domain/uscc.ts'
import { normaliseCountry } from '../../../server/ingest/normalise/country.ts'
import { normaliseIdNumber } from '../../../server/ingest/normalise/id-number.ts'
import { normaliseName } from '../../../server/ingest/normalise/name.ts'
import { residentIdChecks } from '../../../server/ingest/normalise/resident-id.ts'

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccWeights = Array.from({ length: 17 }, (_, at) => 3 ** at % 31)

/** A code with the check character that GB 32100-2015 gives it, made apart from the code under test. */
const anyUscc = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...usccAlphabet), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...usccAlphabet), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => {
    const body = parts.join('')
    const sum = [...body].reduce(
      (total, character, at) => total + usccAlphabet.indexOf(character) * (usccWeights[at] ?? 0),
      0,
    )
    return body + usccAlphabet.charAt((31 - (sum % 31)) % 31)
  })

describe('unified social credit codes', () => {
  it('take the example of the standard', () => {
    expect(usccChecks('91350100M000100Y43')).to.equal(true)
  })

  it('check, those whose check character is 0 and those that begin with letters too', () => {
    fc.assert(
      fc.property(anyUscc, (code) => {
        expect(usccChecks(code)).to.equal(true)
      }),
    )
    const checkedByZero = fc
      .sample(anyUscc, { numRuns: 2_000, seed: 7 })
      .filter((c) => c.endsWith('0'))
    expect(checkedByZero).to.not.have.length(0)
    for (const code of checkedByZero) expect(usccChecks(code), code).to.equal(true)
  })

  it('notice every single wrong character', () => {
    fc.assert(
      fc.property(anyUscc, fc.nat(17), fc.nat(30), (code, at, pick) => {
        const other = usccAlphabet.charAt(pick)
        fc.pre(other !== code[at])
        expect(usccChecks(code.slice(0, at) + other + code.slice(at + 1))).to.equal(false)
      }),
    )
  })
})

describe('resident identity numbers', () => {
  it('take the example of the standard, with a small x too', () => {
    expect(residentIdChecks('11010519491231002X')).to.equal(true)
    expect(normaliseIdNumber('11010519491231002x', {})).to.deep.equal({
      value: { scheme: 'resident_id', country: 'CN', number: '11010519491231002X' },
    })
  })

  it('notice every single wrong digit', () => {
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789') {
        const number = '11010519491231002X'
        if (number[at] === digit) continue
        const wrong = number.slice(0, at) + digit + number.slice(at + 1)
        expect(residentIdChecks(wrong), wrong).to.equal(false)
      }
    }
  })

  it('are refused when the day of birth does not exist', () => {
    const body = '11010519490230002'
    const check = [...'0123456789X'].find((last) => residentIdChecks(body + last))
    expect(normaliseIdNumber(`${body}${check}`, { scheme: 'resident_id' })).to.deep.equal({
      reason: 'id-number-date',
    })
  })
})

describe('identity numbers', () => {
  it('are told apart by their check when nobody names the scheme', () => {
    expect(normaliseIdNumber('9135 0100 M000 100Y 43', {})).to.deep.equal({
      value: { scheme: 'uscc', country: 'CN', number: '91350100M000100Y43' },
    })
  })

  it('are refused with the reason that fits', () => {
    const reason = (typed: string, hints = {}) => normaliseIdNumber(typed, hints)
    expect(reason('91350100M000100Y44')).to.deep.equal({ reason: 'id-number-check' })
    expect(reason('110105194912310021')).to.deep.equal({ reason: 'id-number-check' })
    expect(reason('1101051949', { entityKind: 'person' })).to.deep.equal({
      reason: 'id-number-length',
    })
    expect(reason('110105********002X')).to.deep.equal({ reason: 'id-number-masked' })
    expect(reason('无')).to.deep.equal({ reason: 'nothing-said' })
  })

  it('for value added tax is known by the letters of its country and its form, and one that nobody explains is not', () => {
    const known = {
      'DE 123 456 789': 'DE',
      gb123456789: 'GB',
      EL094259216: 'GR',
      FRXX123456789: 'FR',
    }
    for (const [typed, country] of Object.entries(known)) {
      const read = normaliseIdNumber(typed, {})
      expect('value' in read && read.value, typed).to.include({ scheme: 'vat', country })
    }
    expect(normaliseIdNumber('DE12345678', {})).to.deep.equal({ reason: 'id-number-length' })
    expect(normaliseIdNumber('HRB123456', {})).to.deep.equal({ reason: 'id-number-length' })
  })

  it('of a Chinese company is never taken for one for value added tax', () => {
    fc.assert(
      fc.property(anyUscc, (code) => {
        const read = normaliseIdNumber(code, {})
        expect('value' in read && read.value.scheme).to.be.oneOf(['uscc', 'resident_id'])
      }),
    )
  })

  it('of other countries do not depend on what divides them, nor on their name before them', () => {
    const numbers = {
      BR: ['12.345.678/0001-95', '12345678000195', 'CNPJ: 12.345.678/0001-95'],
      RU: ['7707083893', 'ИНН 7707083893', 'ИНН: 7707 083 893'],
      KR: ['900101-1234567', '9001011234567', '주민등록번호 900101-1234567'],
      IN: ['PANAB1234C', 'PAN: PANAB1234C', 'panab 1234 c'],
    }
    for (const [country, typed] of Object.entries(numbers)) {
      const read = typed.map((one) => JSON.stringify(normaliseIdNumber(one, { country })))
      expect(new Set(read).size, read.join(' ')).to.equal(1)
    }
  })

  it('of other countries are kept with the country, or without one identify nobody', () => {
    expect(normaliseIdNumber('SC 123456', { country: 'GB' })).to.deep.equal({
      value: { scheme: 'registration_number', country: 'GB', number: 'SC123456' },
    })
    expect(normaliseIdNumber('123', { scheme: 'registration_number' })).to.deep.equal({
      value: { scheme: 'registration_number', country: undefined, number: '123' },
    })
    expect(normaliseIdNumber('EL 094259216', { scheme: 'vat' })).to.deep.equal({
      value: { scheme: 'vat', country: 'GR', number: '094259216' },
    })
  })
})

describe('names', () => {
  it('agree whatever case, accents, punctuation and width they are typed in', () => {
    const same = ['ACME Co., Ltd.', 'acme co ltd', 'Ａcmé  Co Ltd']
    expect(new Set(same.map(normaliseName))).to.deep.equal(new Set(['acme co ltd']))
    expect(normaliseName("O'Keeffe")).to.equal('okeeffe')
    expect(normaliseName('张 三')).to.equal('张三')
  })

  it('keep what is not an accent', () => {
    expect(normaliseName('が')).to.not.equal(normaliseName('か'))
  })

  it('are their own normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(normaliseName(normaliseName(typed))).to.equal(normaliseName(typed))
      }),
    )
  })
})

describe('countries', () => {
  it('are one code by code and by name', () => {
    const codes = ['CN', 'cn', 'China', 'CHINA', '中国'].map(normaliseCountry)
    expect(codes).to.deep.equal(['CN', 'CN', 'CN', 'CN', 'CN'])
    expect(
      ['UK', 'FX', 'Turkey', 'USA', 'Myanmar', 'Hong Kong', '香港'].map(normaliseCountry),
    ).to.deep.equal(['GB', 'FR', 'TR', 'US', 'MM', 'HK', 'HK'])
  })

  it('are one by their names in many languages', () => {
    const names =
      'TR Türkiye TÜRKİYE Турция|RU Россия РОССИЯ Russland|DE Deutschland Alemania|KR 대한민국 한국 韩国|VN Vietnam|SA السعودية|IN भारत|TH ไทย|JP 日本|UA Україна'
    for (const [code, ...written] of names.split('|').map((line) => line.split(' ')))
      for (const name of written) expect(normaliseCountry(name), name).to.equal(code)
    expect(normaliseCountry('Việt Nam')).to.equal('VN')
    expect(normaliseCountry('Niger')).to.equal('NE')
  })

  it('are none otherwise', () => {
    expect(['ZZ', 'EU', 'Atlantis', 'UC', 'Congo', ''].map(normaliseCountry)).to.deep.equal(
      Array(6).fill(undefined),
    )
  })
})
