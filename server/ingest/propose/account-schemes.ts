import { headerWord } from './field-words.ts'

/** What headers of accounts say of their scheme, as {@link headerWord} writes it. */
const schemes: Readonly<Record<string, string>> = {
  alipay: 'alipay 支付宝',
  wechat: 'wechat weixin 微信',
  paypal: 'paypal',
  bank: 'bank iban card 银行 卡号',
}

/** The scheme of the accounts in a column, by its header; undefined where it names none or several. */
export function schemeIn(header: string): string | undefined {
  const word = headerWord(header)
  const named = Object.entries(schemes).flatMap(([scheme, list]) =>
    list.split(' ').some((own) => word.includes(own)) ? [scheme] : [],
  )
  return named.length === 1 ? named[0] : undefined
}

/** Whether two headers name one scheme of accounts. */
export function isSameScheme(one: string, other: string): boolean {
  return schemeIn(one) === schemeIn(other)
}

/** Whether a word names a scheme and nothing else. */
export function isSchemeName(word: string): boolean {
  return Object.values(schemes).some((list) => list.split(' ').includes(word))
}
