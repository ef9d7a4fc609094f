import { expect } from 'chai'
import fc from 'fast-check'

import { placeColumns } from '../../../server/ingest/propose/place-columns.ts'

/** Values by which a column would be known whatever it is called. */
const telling = ['13800138001', '13800138002', '13800138003']
const plain = ['a', 'b', 'c']

function fieldsOf(headers: readonly string[], values = plain): Record<string, string> {
  const placed = placeColumns(
    'shop',
    headers.map((column) => ({ column, values })),
  )
  return Object.fromEntries(
    [...placed].flatMap(([field, own]) => own.map(({ column }) => [column, field])),
  )
}

describe('a header', () => {
  const own = [
    '店铺名称',
    '平台',
    '店铺ID',
    '开店日期',
    '品牌',
    'Store name',
    'Platform',
    'Opened on',
  ]
  const around = ['店铺信息', '涉案店铺基本情况', 'Seller details', '二、店铺情况', 'Shop']

  it('means under a group of the shop what it means alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.constantFrom(...around), (header, group) => {
        const grouped = `${group} ${header}`
        expect(fieldsOf([grouped])[grouped], grouped).to.equal(fieldsOf([header])[header])
      }),
    )
  })

  const strangers = [
    '买家',
    '收件人',
    '举报人',
    '权利人',
    '办案民警',
    'Buyer',
    'Rights holder',
    'Complainant',
  ]
  const nouns = [
    '姓名',
    '电话',
    '联系方式',
    '地址',
    '身份证号',
    'name',
    'phone',
    'e-mail',
    'address',
  ]
  const between = ['', ' ', '信息 ', "'s ", '_', ' details ']

  it('that speaks of a stranger is taken for nothing of the shop, whatever stands below it', () => {
    const header = fc.tuple(
      fc.constantFrom(...strangers),
      fc.constantFrom(...between),
      fc.constantFrom(...nouns),
      fc.constantFrom('', '1', ' 2'),
    )
    fc.assert(
      fc.property(header, fc.constantFrom(plain, telling), (parts, values) => {
        expect(fieldsOf([parts.join('')], values)).to.deep.equal({})
      }),
    )
  })

  const forms: Readonly<Record<string, string>> = {
    '身份证号(18位)': 'registrant_id',
    '*店铺名称': 'name',
    '3、开店时间': 'opened_on',
    '店铺名称/Shop name': 'name',
    '联系电话（手机）': 'phone',
    "Owner's name": 'registrant_name',
    'Owner address': 'registrant_address',
    法定代表人身份证号: 'registrant_id',
    退货详细地址: 'origin_address',
    生产厂家名称: 'factory_name',
    涉案店铺名称: 'name',
    Verkäufername: 'name',
    Kontoinhaber: 'account_holder',
    '店铺主体信息 店铺名称': 'name',
    '店铺主体信息 经营者': 'registrant_name',
    '主体信息 名称': 'registrant_name',
    '开店日期 Opening date': 'opened_on',
    '发货信息 法定代表人手机号': 'phone',
    'Registered business Store URL': 'url',
  }
  for (const [header, field] of Object.entries(forms)) {
    it(`“${header}” is ${field}`, () => {
      expect(fieldsOf([header])).to.deep.equal({ [header]: field })
    })
  }

  it('that is a longer word for one field is no shorter one for another, though that is free', () => {
    expect(fieldsOf(['店铺名称', '涉案店铺名称'])).to.deep.equal({ 店铺名称: 'name' })
  })

  it('joins others that give one field, where it takes several values', () => {
    const headers = ['手机号', '客服电话', '支付宝账号', '银行卡号', '店铺名称', '店名']
    expect(fieldsOf(headers)).to.deep.equal({
      ...{ 手机号: 'phone', 客服电话: 'phone', 支付宝账号: 'account', 银行卡号: 'account' },
      店铺名称: 'name',
    })
  })

  const counted = ['手机', '联系电话', 'phone', 'Mobile', 'E-Mail', '银行卡号', '品牌', 'Telefon']
  const ways: readonly ((header: string, at: number) => string)[] = [
    (header, at) => `${header}${at}`,
    (header, at) => `${header} ${at}`,
    (header, at) => `${header}_${at}`,
    (header, at) => `${header}（${at}）`,
    (header, at) => `${header}${'零一二三'[at]}`,
  ]

  it('(law) with a number behind it is what it is without, each a value of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counted), fc.constantFrom(...ways), (header, way) => {
        const [field] = Object.values(fieldsOf([header]))
        const headers = [1, 2, 3].map((at) => way(header, at))
        expect(fieldsOf(headers)).to.deep.equal(
          Object.fromEntries(headers.map((own) => [own, field])),
        )
      }),
    )
  })

  for (const header of ['备用手机', '第二联系电话', 'Second phone', 'Weitere Telefonnummer']) {
    it(`“${header}” is a further phone`, () => {
      expect(fieldsOf(['手机号', header])).to.deep.equal({ 手机号: 'phone', [header]: 'phone' })
    })
  }
})
