import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import type { IsoDate } from '../../server/domain/units.ts'
import { previewUpload, proposeUpload } from '../../server/jobs/preview-upload.ts'

const today = '2026-03-31' as IsoDate
const sellers = [
  '店铺ID;店铺名称;联系电话;开店日期;备注;Kontakt;Link',
  '88213;莆田鞋店;13800138000、13900139000;2024/3/1;x;a@example.com;https://s1.taobao.com/a',
  '88214;表行;13800138001;2024/12/11;;b@example.com;https://s2.taobao.com/',
  ';无名;13800138002;2024/12/12;;c@example.com;https://s3.taobao.com/',
]

describe('propose', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-propose-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const put = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''))

  it('maps columns by their name, a word for it or what they hold, and says which could not be placed', async () => {
    put('店铺.csv', sellers)
    const { files, description } = await proposeUpload(folder, { choices: {}, today })
    const [file] = files
    expect(file?.kind).to.equal('shop')
    expect(file?.fields.map(({ field, column, reason }) => [field, column, reason])).to.deep.equal([
      ['shop_id', '店铺ID', 'word'],
      ['name', '店铺名称', 'word'],
      ['url', 'Link', 'word'],
      ['opened_on', '开店日期', 'word'],
      ['phone', '联系电话', 'word'],
      ['email', 'Kontakt', 'content'],
    ])
    expect(file?.notPlaced).to.deep.equal([{ column: '备注', samples: ['x'] }])
    expect(file?.missing).to.deep.equal([])
    expect(description).to.deep.include({ phoneRegion: 'CN', timeZone: 'Asia/Shanghai' })
  })

  it('divides cells at each of the marks that stand between whole values', async () => {
    put('a.csv', [
      'shop_id\tplatform\tphone',
      '1\tx\t13800138000;13800138001/13800138002',
      '2\tx\t13800138003、13800138004',
      '3\tx\t13800138005',
    ])
    const { description, files } = await proposeUpload(folder, { choices: {}, today })
    const [file] = files
    expect(description)
      .to.have.nested.property('files[0].columns.phone')
      .that.deep.equals({
        column: 'phone',
        split: ['、', '/', ';'],
      })
    expect(file?.fields.find(({ field }) => field === 'phone')).to.deep.include({
      split: '、 / ;',
      fits: 3,
    })
  })

  it('shows at most five values of a column, and how many of those looked at fit', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, at) => `taobao.com,${at},${at === 0 ? 'soon' : `2024-01-0${at}`}`,
    )
    put('shop.csv', ['platform,shop_id,opened_on', ...rows])
    const { files } = await proposeUpload(folder, { choices: {}, today })
    const opened = files[0]?.fields.find(({ field }) => field === 'opened_on')
    expect(opened).to.deep.include({ fits: 8, of: 9 })
    expect(opened?.samples).to.have.length(5)
  })

  it('takes a header that holds a word for a field, where what stands beside it makes no other of it', async () => {
    put('线索.csv', [
      '店铺ID,商家名称,经营者姓名,卖家手机号,买家电话,收件人地址,侵权品牌,商品类别,店铺地址,Seller email,Buyer name',
      '1,莆田鞋店,王强,13800138000,13900139000,上海市,LV,箱包,https://s1.taobao.com/,a@example.com,x',
      '2,表行,李娜,13800138001,13900139001,北京市,古驰,手表,https://s2.taobao.com/,b@example.com,y',
      '3,鞋行,张敏,13800138002,13900139002,天津市,LV,手表,https://s3.taobao.com/,c@example.com,z',
    ])
    const { files } = await proposeUpload(folder, { choices: {}, today })
    const placed = files[0]?.fields.map(({ field, column, reason }) => [field, column, reason])
    expect(placed).to.deep.equal([
      ['shop_id', '店铺ID', 'word'],
      ['name', '商家名称', 'word'],
      ['category', '商品类别', 'part'],
      ['brand', '侵权品牌', 'part'],
      ['url', '店铺地址', 'content'],
      ['registrant_name', '经营者姓名', 'part'],
      ['phone', '卖家手机号', 'part'],
      ['email', 'Seller email', 'part'],
    ])
    const left = files[0]?.notPlaced.map(({ column }) => column)
    expect(left).to.deep.equal(['买家电话', '收件人地址', 'Buyer name'])
  })

  it('places the columns of a register by their groups, and those of strangers nowhere', async () => {
    const row = (at: number) =>
      `${at},莆田鞋店${at},淘宝,8821${at},2024年3月${at}日,王强,11010519491231002X,1380013800${at},王强,622202123456789012${at},1590013800${at},赵某,1390013900${at}`
    put('台账.csv', [
      '线索台账,,,,,,,,,,,,',
      '序号,涉案店铺信息,,,,经营者基本情况,,,收款信息,,发货信息,举报人,',
      ',店铺名称,所属平台,店铺ID,开店时间,姓名,身份证号码,手机号码,户名,银行账号,发件人电话,姓名,联系电话',
      ...[1, 2, 3].map(row),
    ])
    const { files, description } = await proposeUpload(folder, { choices: {}, today })
    const [file] = files
    expect(file?.reading).to.include({ skipRows: 1, headerRowCount: 2 })
    expect(file?.fields.map(({ field, column }) => [field, column])).to.deep.equal([
      ['platform', '涉案店铺信息 所属平台'],
      ['shop_id', '涉案店铺信息 店铺ID'],
      ['name', '涉案店铺信息 店铺名称'],
      ['opened_on', '涉案店铺信息 开店时间'],
      ['registrant_name', '经营者基本情况 姓名'],
      ['registrant_id', '经营者基本情况 身份证号码'],
      ['phone', '经营者基本情况 手机号码'],
      ['phone', '发货信息 发件人电话'],
      ['account', '收款信息 银行账号'],
      ['account_holder', '收款信息 户名'],
    ])
    const left = file?.notPlaced.map(({ column }) => column)
    expect(left).to.deep.equal(['序号', '举报人 姓名', '举报人 联系电话'])
    const [preview] = await previewUpload(folder, description)
    expect(preview).to.deep.include({ rows: 3, accepted: 3, refusedFields: 0 })
    expect(preview?.acceptedRows[0]?.fields).to.deep.include({
      platform: 'taobao.com',
      opened_on: '2024-03-01',
      phone: ['13800138001', '15900138001'],
    })
  })

  it('takes the key of a shop from its platform and its id, and from half of them nothing', async () => {
    put('运单.csv', ['运单号,平台,店铺编号', 'SF1,淘宝,1', 'SF2,,2', 'SF3,京东,', 'SF4,eBay.de,4'])
    const { description, files } = await proposeUpload(folder, { choices: {}, today })
    const shop = files[0]?.fields.find(({ field }) => field === 'shop')
    const beside = { column: '平台', samples: ['淘宝', '京东', 'eBay.de'] }
    expect(shop).to.deep.include({ column: '店铺编号', beside })
    const [preview] = await previewUpload(folder, description)
    expect(preview).to.deep.include({ accepted: 4, refusedFields: 0 })
    expect(preview?.acceptedRows.map(({ fields }) => fields.shop)).to.deep.equal([
      ...['taobao.com/1', undefined, undefined, 'eBay.de/4'],
    ])
  })

  it('leaves a key that stands in one column as it is', async () => {
    put('parcels.csv', ['waybill,platform,shop', 'SF1,x,taobao.com/1'])
    const { files } = await proposeUpload(folder, { choices: {}, today })
    const shop = files[0]?.fields.find(({ field }) => field === 'shop')
    expect(shop).to.include({ column: 'shop' }).and.not.have.property('beside')
    expect(files[0]?.notPlaced.map(({ column }) => column)).to.deep.equal(['platform'])
  })

  it('takes the scheme of accounts from the header over them, where it names one', async () => {
    put('shop.csv', ['platform,shop_id,支付宝账号', 'taobao.com,1,13800138000'])
    put('other.csv', ['platform,shop_id,银行或支付宝账号', 'taobao.com,1,13800138000'])
    const { description, files } = await proposeUpload(folder, { choices: {}, today })
    const entries = description['files'] as { file: string; constants?: object }[]
    const constants = new Map(entries.map((entry) => [entry.file, entry.constants]))
    expect(constants.get('shop.csv')).to.deep.equal({ account_scheme: 'alipay' })
    expect(constants.get('other.csv')).to.equal(undefined)
    expect(files.find(({ file }) => file === 'shop.csv')?.assumed).to.deep.equal({
      account_scheme: 'alipay',
    })
  })

  it('names required fields that nothing gives', async () => {
    put('shops.csv', ['name,phone', 'a,13800138000'])
    const { files } = await proposeUpload(folder, { choices: {}, today })
    expect(files[0]?.missing).to.deep.equal(['platform', 'shop_id'])
  })

  it('reads the words that tables use for listed values, and leaves those that may mean several things', async () => {
    put('店铺.csv', [
      '平台,店铺ID,关店原因,registrant_kind',
      'x,1,售假,企业',
      'x,2,Counterfeit,个人',
      'x,3,违规,',
    ])
    const { files, description } = await proposeUpload(folder, { choices: {}, today })
    const closed = files[0]?.fields.find(({ field }) => field === 'closed_because')
    expect(closed).to.deep.include({ map: { 售假: 'counterfeit' }, fits: 2, of: 3 })
    const [preview] = await previewUpload(folder, description)
    expect(
      preview?.acceptedRows.map(({ fields }) => [fields.closed_because, fields.registrant_kind]),
    ).to.deep.equal([
      ['counterfeit', 'company'],
      ['Counterfeit', 'person'],
      ['违规', undefined],
    ])
  })

  it('finds out how days are written, beside others that are read as they stand', async () => {
    put('shop.csv', [
      'platform,shop_id,opened_on',
      'x,1,3/14/2026',
      'x,2,3/4/2026',
      'x,3,2026年3月5日',
      'x,4,2026.3.6',
    ])
    const { description } = await proposeUpload(folder, { choices: {}, today })
    const [preview] = await previewUpload(folder, description)
    expect(preview?.acceptedRows.map(({ fields }) => fields.opened_on)).to.deep.equal([
      '2026-03-14',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
    ])
  })

  it('calls a platform by its site, so that no shop stands twice under two names', async () => {
    put('shop.csv', ['platform,shop_id', '淘宝,1', 'PDD,2', 'taobao.com,3', 'Amazon,4'])
    const { files, description } = await proposeUpload(folder, { choices: {}, today })
    expect(files[0]?.fields[0]?.map).to.deep.equal({ 淘宝: 'taobao.com', PDD: 'pinduoduo.com' })
    const [preview] = await previewUpload(folder, description)
    expect(preview?.acceptedRows.map(({ fields }) => fields.platform)).to.deep.equal([
      'taobao.com',
      'pinduoduo.com',
      'taobao.com',
      'Amazon',
    ])
  })

  it('takes no order of day and month where no value tells it, until a person says which', async () => {
    put('shop.csv', ['platform,shop_id,opened_on', 'x,1,3/4/2026', 'x,2,5/6/2026'])
    const openedWith = async (dates: Readonly<Record<string, string>>) => {
      const choices = { 'shop.csv': { columns: {}, dates } }
      const { files, description } = await proposeUpload(folder, { choices, today })
      const [preview] = await previewUpload(folder, description)
      const guess = files[0]?.fields.find(({ field }) => field === 'opened_on')
      return {
        couldBe: guess?.couldBe,
        days: preview?.acceptedRows.map(({ fields }) => fields.opened_on),
      }
    }
    const couldBe = ['d/M/yyyy', 'M/d/yyyy']
    expect(await openedWith({})).to.deep.equal({ couldBe, days: ['3/4/2026', '5/6/2026'] })
    expect(await openedWith({ opened_on: 'M/d/yyyy' })).to.deep.equal({
      couldBe,
      days: ['2026-03-04', '2026-05-06'],
    })
    expect((await openedWith({ opened_on: 'yy' })).days).to.deep.equal(['3/4/2026', '5/6/2026'])
  })

  it('takes the kind that a person chose', async () => {
    put('rows.csv', ['platform,shop_id,listing_id', 'x,1,2'])
    const choices = { 'rows.csv': { kind: 'sale' as const, columns: {}, dates: {} } }
    const { files } = await proposeUpload(folder, { choices, today })
    expect(files[0]?.kind).to.equal('sale')
    expect(files[0]?.missing).to.include('basis')
  })

  it('says of a file that is no table why not, and maps the others', async () => {
    put('shop.csv', ['platform,shop_id', 'x,1'])
    writeFileSync(join(folder, 'old.xls'), 'x')
    const { files, unreadable } = await proposeUpload(folder, { choices: {}, today })
    expect(files.map(({ file }) => file)).to.deep.equal(['shop.csv'])
    expect(unreadable[0]?.because).to.match(/old\.xls is a spreadsheet of a kind that is not read/)
  })

  it('is a description that loads what it places, and previews accepted and quarantined rows', async () => {
    put('店铺.csv', sellers)
    const { description } = await proposeUpload(folder, { choices: {}, today })
    const [preview] = await previewUpload(folder, description)
    expect(preview).to.deep.include({ rows: 3, accepted: 2, quarantined: 1, more: false })
    expect(preview?.acceptedRows[0]?.fields).to.deep.include({
      platform: 'taobao.com',
      shop_id: '88213',
      opened_on: '2024-03-01',
      phone: ['13800138000', '13900139000'],
    })
    expect(preview?.quarantinedRows[0]).to.include({ row: 3, reason: 'field-missing' })
  })

  it('refuses a preview of a column that there is not, and says which there are', async () => {
    put('shop.csv', ['platform,shop_id', 'x,1'])
    const { description } = await proposeUpload(folder, { choices: {}, today })
    const files = [{ file: 'shop.csv', kind: 'shop', columns: { name: 'Title' } }]
    const error = await previewUpload(folder, { ...description, files }).catch(
      (thrown: unknown) => thrown,
    )
    expect(String(error)).to.match(/“Title”, which shop\.csv does not have/)
    expect(String(error)).to.match(/the columns found are “platform”, “shop_id”/)
    expect(String(error)).not.to.include(folder)
  })
})
