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
