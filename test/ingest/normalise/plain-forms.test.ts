import { domainToASCII } from 'node:url'

import { expect } from 'chai'
import fc from 'fast-check'
import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max'

import { IsoDate } from '../../../server/domain/units.ts'
import { isDay } from '../../../server/ingest/normalise/date.ts'
import { normaliseEmail } from '../../../server/ingest/normalise/email.ts'
import { plainNumberReader } from '../../../server/ingest/normalise/plain-number.ts'
import { remembered } from '../../../server/ingest/normalise/remembered.ts'
import { normaliseUrl } from '../../../server/ingest/normalise/url.ts'

const countries = fc.constantFrom<CountryCode>(
  'CN',
  'TW',
  'DE',
  'FR',
  'IN',
  'VN',
  'BR',
  ...getCountries(),
)
const digits = fc.stringMatching(/^(1[3-9]|0|86|)\d{4,12}$/)

describe('forms that are read without their library', () => {
  it('give the number of the library, where they give one', () => {
    let given = 0
    fc.assert(
      fc.property(countries, digits, fc.boolean(), (country, typed, isWhole) => {
        const text = isWhole ? `+86${typed}` : typed
        const read = plainNumberReader(country)(text)
        if (read === undefined) return
        given += 1
        const parsed = parsePhoneNumberFromString(text, { extract: false, defaultCountry: country })
        expect(parsed?.isValid() ? parsed.number : undefined).to.equal(read)
      }),
      { numRuns: 500 },
    )
    expect(given).to.be.above(0)
  })

  it('read a mobile number as it is typed most', () => {
    expect(plainNumberReader('CN')('13800138000')).to.equal('+8613800138000')
    expect(plainNumberReader('CN')('8613800138000')).to.equal(undefined)
    expect(plainNumberReader('US')('2133734253')).to.equal(undefined)
  })

  it('give the web address of the standard', () => {
    const pieces = fc.constantFrom(
      'a',
      'b-c',
      '1',
      'xn--fiqs8s',
      '0x1',
      '',
      '.',
      '..',
      '~x_y',
      'x.html',
      '-',
      'com',
    )
    const address = fc
      .tuple(fc.array(pieces, { minLength: 1, maxLength: 3 }), fc.array(pieces, { maxLength: 4 }))
      .map(([host, path]) => `https://${host.join('.')}/${path.join('/')}`)
    fc.assert(
      fc.property(address, (text) => {
        const isWeb = URL.canParse(text) && new URL(text).hostname.includes('.')
        expect(normaliseUrl(text)).to.deep.equal(
          isWeb ? { value: new URL(text).href } : { reason: 'url-invalid' },
        )
      }),
      { numRuns: 2_000 },
    )
  })

  it('give the domain of the standard for a mailbox', () => {
    const host = fc.stringMatching(/^[a-z0-9.-]{1,12}$/)
    fc.assert(
      fc.property(host, (domain) => {
        const ascii = domainToASCII(domain)
        expect(normaliseEmail(`lin88@${domain}`)).to.deep.equal(
          ascii.includes('.')
            ? { value: { kind: 'email', value: `lin88@${ascii}` } }
            : { reason: 'email-invalid' },
        )
      }),
    )
  })

  it('know the days of the calendar', () => {
    const part = (most: number) => fc.integer({ min: 0, max: most }).map(String)
    const year = fc.constantFrom('0000', '1900', '2000', '2023', '2024')
    fc.assert(
      fc.property(year, part(13), part(32), (y, m, d) => {
        const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
        expect(isDay(text)).to.equal(IsoDate.safeParse(text).success)
      }),
    )
  })
})

describe('remembered', () => {
  it('asks once for what it met before, and forgets in time', () => {
    let asked = 0
    const length = remembered((text) => {
      asked += 1
      return text.length
    })
    expect([length('ab'), length('ab'), asked]).to.deep.equal([2, 2, 1])
    for (let at = 0; at < 10_000; at += 1) length(String(at))
    length('ab')
    expect(asked).to.equal(10_002)
  })
})
