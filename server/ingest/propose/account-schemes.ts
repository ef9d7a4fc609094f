import type { RecordKind } from '../../domain/record.ts'
import { fieldsOf } from '../fields.ts'
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

/** By header of the columns of accounts of rows of a kind, the scheme that each says by itself: none where all are of one and rows have a field for it. */
export function schemesBeside(
  kind: RecordKind,
  headers: readonly string[],
): ReadonlyMap<string, string> {
  const named = headers.map((header) => [header, schemeIn(header)] as const)
  const schemes = new Set(named.map(([, scheme]) => scheme))
  if (schemes.size === 1 && 'account_scheme' in fieldsOf[kind]) return new Map()
  return new Map(named.flatMap(([header, scheme]) => (scheme ? [[header, scheme]] : [])))
}

/** Whether a word names a scheme and nothing else. */
export function isSchemeName(word: string): boolean {
  return Object.values(schemes).some((list) => list.split(' ').includes(word))
}
