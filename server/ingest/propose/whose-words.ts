import type { RecordKind } from '../../domain/record.ts'
import { isWordFor } from './field-words.ts'
import { withoutFiller } from './filler-words.ts'

/** What is said of somebody. */
type Noun =
  | 'name'
  | 'number'
  | 'phone'
  | 'email'
  | 'messenger'
  | 'address'
  | 'account'
  | 'holder'
  | 'kind'

/** By noun, fields whose words say it, and further words for it. */
const nouns: Readonly<
  Record<Noun, { readonly fields: readonly string[]; readonly words: string }>
> = {
  name: {
    fields: ['name', 'registrant_name'],
    words: '名字 全称 姓名或名称 姓名名称 fullname vollstandigername',
  },
  number: {
    fields: ['registrant_id', 'id_number'],
    words: 'id number no 编号 证件号码 身份证号码 证照号 证照号码 营业执照编号 执照号',
  },
  phone: { fields: ['phone'], words: '号码' },
  email: { fields: ['email'], words: '' },
  messenger: { fields: ['messenger'], words: '' },
  address: {
    fields: ['address', 'origin_address', 'registrant_address'],
    words: '详细地址 所在地 所在地址 居住地址 居住地 住所地址 location city',
  },
  account: { fields: ['account'], words: '' },
  holder: { fields: ['account_holder'], words: 'holder' },
  kind: { fields: ['registrant_kind'], words: '类型 性质 type kind entitytype' },
}

/** Somebody whom a table speaks of, and by kind of row what is said of them means. What a kind has no field for is said of nobody else. */
interface Somebody {
  /** As headers call them, in the form of words of headers. */
  readonly words: string
  readonly fields: Partial<Record<RecordKind, Partial<Record<Noun, string>>>>
}

const somebody: readonly Somebody[] = [
  {
    words:
      '经营者 店主 法人 法定代表人 法人代表 负责人 注册人 主体 经营主体 注册主体 企业 公司 实际控制人 注册 登记 工商 工商登记 营业执照 owner registrant operator proprietor company business registeredbusiness registeredcompany registeredentity legalentity director inhaber betreiber firma firmen',
    fields: {
      shop: {
        ...{ name: 'registrant_name', number: 'registrant_id', address: 'registrant_address' },
        ...{ phone: 'phone', email: 'email', messenger: 'messenger', kind: 'registrant_kind' },
      },
      identity: {
        ...{ name: 'name', number: 'id_number', address: 'address', kind: 'kind' },
        ...{ phone: 'phone', email: 'email', account: 'account' },
      },
    },
  },
  {
    words: '联系人 客服 contact contactperson customerservice ansprechpartner kontakt',
    fields: {
      shop: { phone: 'phone', email: 'email', messenger: 'messenger' },
      factory: { phone: 'phone' },
      identity: { phone: 'phone', email: 'email' },
    },
  },
  {
    words: '收款 收款人 收款方 结算 payee beneficiary accountholder kontoinhaber zahlungsempfanger',
    fields: {
      shop: { name: 'account_holder', account: 'account', holder: 'account_holder' },
      identity: { account: 'account' },
    },
  },
  {
    // A bank has a name of its own, which is none of its customer's.
    words: '银行 支付 资金 开户行 bank payment zahlung',
    fields: {
      shop: { account: 'account', holder: 'account_holder' },
      identity: { account: 'account' },
    },
  },
  {
    words: '寄件 寄件人 发件 发件人 sender shipper consignor absender versender',
    fields: {
      parcel: { name: 'sender_name', phone: 'sender_phone', address: 'sender_address' },
      shop: { phone: 'phone', address: 'origin_address' },
    },
  },
  {
    words:
      '发货 发货地 发货仓 退货 退货地 仓库 揽收 dispatch shipping return returns warehouse versand rucksende',
    fields: { shop: { address: 'origin_address' } },
  },
  {
    words:
      '工厂 厂家 生产 生产厂家 生产企业 供应商 货源 factory manufacturer supplier hersteller lieferant',
    fields: {
      shop: { name: 'factory_name', number: 'factory_id', address: 'factory_address' },
      factory: {
        ...{ name: 'name', number: 'registration_number', address: 'address', phone: 'phone' },
      },
    },
  },
  {
    words:
      '买家 买方 收件 收件人 收货 收货人 消费者 举报 举报人 投诉 投诉人 报案人 权利人 品牌方 代理人 承办人 办案 办案人 办案民警 民警 经办人 填报 填报人 填表人 审核人 录入人 鉴定人 鉴定机构 buyer recipient consignee customer complainant reporter informant investigator officer caseofficer examiner rightsholder brandowner attorney agent empfanger kaufer sachbearbeiter rechteinhaber',
    fields: {},
  },
]

const callings = somebody
  .flatMap((own) => own.words.split(' ').map((word) => ({ word, own })))
  .toSorted((a, b) => b.word.length - a.word.length)

/** What a header says of somebody: the field for it, if rows of the kind have one. */
export interface SaidOfSomebody {
  readonly field: string | undefined
  /** The kind has no place for anything that is said of them: buyers, and those who reported, are none of a shop's. */
  readonly isStranger: boolean
}

/** Reads whose and what out of a word of a header: 经营者身份证号 is the number of who runs the shop. Undefined where it names nobody, or says nothing of them that is known. */
export function saidOfSomebody(kind: RecordKind, word: string): SaidOfSomebody | undefined {
  const found = callings.find((calling) => word.startsWith(calling.word))
  if (found === undefined) return undefined
  const { own } = found
  const isStranger = Object.keys(own.fields).length === 0
  const rest = withoutFiller(word.slice(found.word.length))
  const noun = nounOf(rest)
  // 发货信息 发件人电话: of two, the one who stands nearer to what is said.
  if (noun === undefined && rest !== '') return saidOfSomebody(kind, rest)
  return { field: noun && own.fields[kind]?.[noun], isStranger }
}

/** Whether a word says whose something is. */
export function namesSomebody(word: string): boolean {
  return callings.some((calling) => calling.word === word)
}

/** Whether a word is said of anybody: a name, a number, an address. */
export function isNoun(word: string): boolean {
  return nounOf(word) !== undefined
}

function nounOf(word: string): Noun | undefined {
  if (word === '') return undefined
  return (Object.keys(nouns) as Noun[]).find((noun) => {
    const { fields, words } = nouns[noun]
    return words.split(' ').includes(word) || fields.some((field) => isWordFor(field, word))
  })
}
