import { expect } from 'chai'
import fc from 'fast-check'

import { normaliseAccount } from '../../../server/ingest/normalise/account.ts'
import { normaliseDomain } from '../../../server/ingest/normalise/domain.ts'
import { normaliseEmail } from '../../../server/ingest/normalise/email.ts'
import { normaliseHandle } from '../../../server/ingest/normalise/handle.ts'
import { normaliseIp, normaliseWifi } from '../../../server/ingest/normalise/network.ts'
import { isRefused } from '../../../server/ingest/normalise/normal.ts'
import { normalisePhone } from '../../../server/ingest/normalise/phone.ts'
import { normaliseUrl } from '../../../server/ingest/normalise/url.ts'

describe('telephone numbers', () => {
  const whole = { kind: 'phone', value: '+8613800138000' }
  for (const typed of [
    '13800138000',
    '+86 138 0013 8000',
    '0086-138-0013-8000',
    '１３８００１３８０００',
    '(138) 0013.8000',
    'tel:+8613800138000',
    '138\u200b0013\u200b8000',
    '+86 13800138000 ext. 12',
  ]) {
    it(`${JSON.stringify(typed)} is +8613800138000 in China`, () => {
      expect(normalisePhone(typed, 'CN')).to.deep.equal({ value: whole })
    })
  }

  it('may have a word before them that says what they are', () => {
    const typed = 'tel. |Telefon: |Тел.: |моб. |ĐT: |โทร. |電話：|전화 |WhatsApp: |هاتف: '.split(
      '|',
    )
    for (const label of typed)
      expect(normalisePhone(`${label}138 0013 8000`, 'CN'), label).to.deep.equal({ value: whole })
    expect(normalisePhone('QQ: 1234567', 'CN')).to.deep.equal({ reason: 'phone-invalid' })
  })

  it('of another country keep it', () => {
    expect(normalisePhone('+44 20 7183 8750', 'CN')).to.deep.equal({
      value: { kind: 'phone', value: '+442071838750' },
    })
  })

  it('without their area agree within their region, and with no whole number', () => {
    const local = { value: { kind: 'phone', value: 'US:5211600' } }
    expect(normalisePhone('521-1600', 'US')).to.deep.equal(local)
    expect(normalisePhone('5211600', 'US')).to.deep.equal(local)
    expect(normalisePhone('312 521 1600', 'US')).to.deep.equal({
      value: { kind: 'phone', value: '+13125211600' },
    })
  })

  it('are their digits where no region is known', () => {
    expect(normalisePhone('138 0013 8000')).to.deep.equal({
      value: { kind: 'phone', value: '13800138000' },
    })
  })

  it('with hidden digits are values of their own kind', () => {
    const masked = { value: { kind: 'phone-masked', value: '138****2418' } }
    for (const typed of ['138****2418', '138 **** 2418', '138xxxx2418', '+86 138＊＊＊＊2418']) {
      expect(normalisePhone(typed, 'CN'), typed).to.deep.equal(masked)
    }
  })

  for (const typed of ['n/a', '10086', '7.73E+016', '77352211561150', 'call me', '', '12']) {
    it(`${JSON.stringify(typed)} is none`, () => {
      expect(normalisePhone(typed, 'US')).to.deep.equal({ reason: 'phone-invalid' })
    })
  }

  it('never throw, and their whole form is its own normal form', () => {
    fc.assert(
      fc.property(anyDialled, fc.constantFrom('CN', 'US', 'GB', undefined), (typed, region) => {
        const phone = normalisePhone(typed, region)
        if (isRefused(phone) || !phone.value.value.startsWith('+')) return
        expect(normalisePhone(phone.value.value, region)).to.deep.equal(phone)
      }),
    )
  })
})

const anyDialled = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789+-() *x') }),
)

describe('e-mail addresses', () => {
  it('agree whatever their case and wrapping', () => {
    for (const typed of ['Lin88@163.com', ' <lin88@163.COM>', 'mailto:lin88@163.com']) {
      expect(normaliseEmail(typed)).to.deep.equal({
        value: { kind: 'email', value: 'lin88@163.com' },
      })
    }
  })

  it('have their domain in its ASCII form', () => {
    expect(normaliseEmail('a@例子.公司')).to.deep.equal({
      value: { kind: 'email', value: 'a@xn--fsqu00a.xn--55qx5d' },
    })
  })

  it('with hidden letters are values of their own kind, however many stars hide them', () => {
    expect(normaliseEmail('li***@163.com')).to.deep.equal(normaliseEmail('li*@163.com'))
    expect(normaliseEmail('li***@163.com')).to.deep.include({
      value: { kind: 'email-masked', value: 'li*@163.com' },
    })
  })

  for (const typed of ['', 'lin88', '@163.com', 'lin88@', 'a b@c.de', 'a@b@c.de', 'a@localhost']) {
    it(`${JSON.stringify(typed)} is none`, () => {
      expect(normaliseEmail(typed)).to.deep.equal({ reason: 'email-invalid' })
    })
  }
})

describe('domains and web addresses', () => {
  const domains: Record<string, string> = {
    'Example.com': 'example.com',
    'https://www.example.com/shop?id=1': 'example.com',
    'http://user@shop.example.co.uk:8080/': 'shop.example.co.uk',
    'example.com.': 'example.com',
    '例子.公司': 'xn--fsqu00a.xn--55qx5d',
    'www.com': 'www.com',
  }
  for (const [typed, value] of Object.entries(domains)) {
    it(`${typed} is the domain ${value}`, () => {
      expect(normaliseDomain(typed)).to.deep.equal({ value })
    })
  }

  it('are refused when they are none', () => {
    for (const typed of ['', 'shop', 'a b.com', '10.0.0.1', '-a.com', 'a..com']) {
      expect(normaliseDomain(typed), typed).to.deep.equal({ reason: 'domain-invalid' })
    }
  })

  it('get a scheme when they have none, and only a scheme of the web', () => {
    expect(normaliseUrl('Example.com/a')).to.deep.equal({ value: 'https://example.com/a' })
    for (const typed of ['javascript:alert(1)', 'ftp://a.com/', 'not a url', 'localhost']) {
      expect(normaliseUrl(typed), typed).to.deep.equal({ reason: 'url-invalid' })
    }
  })
})

describe('handles and networks', () => {
  it('agree whatever case and spaces a handle is typed in, and not across services', () => {
    expect(normaliseHandle(' @Lin 88')).to.deep.equal({ value: 'lin88' })
    expect(normaliseHandle('Lin88', 'WeChat')).to.deep.equal({ value: 'wechat:lin88' })
    expect(normaliseHandle('N/A')).to.deep.equal({ reason: 'nothing-said' })
  })

  it('are those that an address of a service leads to, under its name', () => {
    for (const typed of [
      'https://t.me/Ivan_88',
      't.me/ivan_88?start=1',
      'http://www.telegram.me/IVAN_88',
    ])
      expect(normaliseHandle(typed), typed).to.deep.equal({ value: 'telegram:ivan_88' })
    expect(normaliseHandle('@Ivan_88', 'Telegram')).to.deep.equal(normaliseHandle('t.me/ivan_88'))
    expect(normaliseHandle('wa.me/905321234567')).to.deep.equal(
      normaliseHandle('+90 (532) 123-45-67', 'WhatsApp'),
    )
    expect(normaliseHandle('https://line.me/ti/p/~abc')).to.deep.equal({ value: 'line:abc' })
    expect(normaliseHandle('t.me/joinchat/AAAA')).to.deep.equal({ value: 't.me/joinchat/aaaa' })
    expect(normaliseHandle('t.me/abc')).to.not.deep.equal(normaliseHandle('line.me/ti/p/abc'))
  })

  it('write IP addresses their shortest way', () => {
    expect(normaliseIp('2001:0DB8:0:0:0:0:0:1')).to.deep.equal({ value: '2001:db8::1' })
    expect(normaliseIp('203.0.113.9')).to.deep.equal({ value: '203.0.113.9' })
    expect(normaliseIp('203.0.113.900')).to.deep.equal({ reason: 'ip-invalid' })
  })

  it('write hardware addresses one way and keep network names', () => {
    expect(normaliseWifi('A4-56-30-00-00-01')).to.deep.equal({ value: 'a4:56:30:00:00:01' })
    expect(normaliseWifi('Workshop 2')).to.deep.equal({ value: 'Workshop 2' })
  })
})

describe('payment accounts', () => {
  const value = (typed: string, scheme?: string) => normaliseAccount(typed, scheme)

  it('do not depend on spaces, dashes and case', () => {
    expect(value('6222 0212-0801 2345', 'Bank')).to.deep.equal(value('6222021208012345', 'bank'))
    expect(value('0xAbC1', 'ethereum')).to.deep.equal(value('0xabc1', 'ethereum'))
  })

  it('keep case where the scheme tells capitals apart', () => {
    expect(value('1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'bitcoin')).to.not.deep.equal(
      value('1boatslrhtknngkdxeeobr76b53letttpyt', 'bitcoin'),
    )
  })

  it('keep the case of an address in base58 whatever its scheme is called, and have none in bech32', () => {
    const tron = 'TN3W4H6rK2ce4vX9YnFQHwKENnHjoxb3m9'
    expect(value(tron, 'USDT TRC20')).to.nested.include({ 'value.value': tron })
    const coins = 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'
    expect(value(coins.toUpperCase(), 'bitcoin')).to.deep.equal(value(coins, 'bitcoin'))
  })

  it('do not depend on the word before them that says what they are', () => {
    const iban = value('TR33 0006 1005 1978 6457 8413 26', 'iban')
    for (const typed of [
      'IBAN: TR330006100519786457841326',
      'iban TR33 0006 1005 1978 6457 8413 26',
    ])
      expect(value(typed, 'iban'), typed).to.deep.equal(iban)
    expect(value('bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'bitcoin')).to.deep.equal(
      value('1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'bitcoin'),
    )
  })

  it('keep their mask and say that they have one', () => {
    expect(value('6222 **** 1234', 'bank')).to.deep.equal({
      value: { scheme: 'bank', value: '6222****1234', masked: true },
    })
  })

  it('may be e-mail addresses, whose dashes count', () => {
    expect(value('Ann-Lee@x.com', 'paypal')).to.deep.equal({
      value: { scheme: 'paypal', value: 'ann-lee@x.com', masked: false },
    })
  })

  it('are refused when they say that nothing is known', () => {
    for (const typed of ['', ' - ', 'unknown']) {
      expect(value(typed)).to.deep.equal({ reason: 'nothing-said' })
    }
  })
})
