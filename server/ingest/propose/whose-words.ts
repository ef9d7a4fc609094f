import type { RecordKind } from '../../domain/record.ts'
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

/** By noun, words for it that do not tell whose it is: 姓名 may be anybody's, and 店铺名称 is the shop's. */
const nouns: Readonly<Record<Noun, string>> = {
  name: '姓名 名称 名字 全称 姓名名称 姓名或名称 name names fullname namen',
  number:
    '身份证号 身份证 身份证号码 公民身份号码 证件号 证件号码 证照号 证照号码 统一社会信用代码 统一信用代码 社会信用代码 信用代码 注册号 营业执照 营业执照号 营业执照编号 执照号 编号 id idnumber idno number no nr nummer uscc vat vatid vatno vatnumber taxid registrationnumber registrationno companynumber ustid ustidnr',
  phone:
    '电话 手机 手机号 手机号码 联系电话 联系方式 联系号码 联系手机 电话号码 手机电话 座机 号码 phone phones phoneno phonenumber contactphone contactnumber telephone tel telno mobile mobileno mobilenumber cellphone telefon telefonnummer mobil mobilnummer handy handynummer',
  email:
    '邮箱 电子邮箱 电子邮件 电邮 邮箱地址 email emails emailaddress contactemail mail emailadresse',
  messenger:
    '微信 微信号 微信账号 qq qq号 wechat wechatid whatsapp whatsappnumber telegram messenger',
  address:
    '地址 住址 住所 住所地 详细地址 所在地 所在地址 户籍地址 户籍地 居住地址 居住地 住所地址 注册地址 经营地址 address addr fulladdress registeredaddress location city adresse anschrift',
  account:
    '账号 账户 卡号 银行账号 银行账户 银行卡号 银行卡 支付宝 支付宝账号 支付宝账户 account accountnumber accountno iban cardno kontonummer',
  holder: '户名 开户名 账户名 账户名称 holder accountname accountholder accountholdername',
  kind: '类型 性质 type kind entitytype',
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
    words:
      '银行 支付 资金 开户行 保证金 保证金账户 账户 收款账户 结算账户 对公账户 bank payment bankaccount paymentaccount zahlung',
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
      '发货 发货地 发货仓 退货 退货地 退换货 仓库 揽收 dispatch shipping return returns warehouse versand rucksende',
    fields: { shop: { address: 'origin_address', phone: 'phone' } },
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

const nounsByWord = new Map(
  (Object.keys(nouns) as Noun[]).flatMap((noun) =>
    nouns[noun].split(' ').map((word) => [word, noun] as const),
  ),
)

const callings = somebody
  .flatMap((own) => own.words.split(' ').map((word) => ({ word, own })))
  .toSorted((a, b) => b.word.length - a.word.length)

/** What a header says of somebody: the field for it, if rows of the kind have one. */
export interface SaidOfSomebody {
  readonly field: string | undefined
  /** The kind has no place for anything that is said of them: buyers, and those who reported, are none of a shop's. */
  readonly isStranger: boolean
}

/**
 * Reads whose and what out of a word of a header: 经营者身份证号 is the number of who runs the shop. Of two, the one who stands nearer to what is said: 发货信息 发件人电话; but what is said of strangers is theirs, whatever
 * else is. Undefined where a word names nobody, or says nothing of them that is known.
 */
export function saidOfSomebody(kind: RecordKind, word: string): SaidOfSomebody | undefined {
  const found = callings.find((calling) => word.startsWith(calling.word))
  if (found === undefined) return undefined
  const { fields } = found.own
  const isStranger = Object.keys(fields).length === 0
  const rest = withoutFiller(word.slice(found.word.length))
  const noun = nounOf(rest)
  if (noun === undefined && rest !== '') {
    const nearer = saidOfSomebody(kind, rest)
    return nearer && isStranger ? { field: undefined, isStranger } : nearer
  }
  return { field: noun && fields[kind]?.[noun], isStranger }
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
  return nounsByWord.get(word)
}
