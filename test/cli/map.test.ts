import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { workbookOf } from '../ingest/workbook.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

describe('revenant map', () => {
  it('says how many rows the header takes, and of a field that no column gives, what every row is given', async () => {
    using folder = temporaryFolder()
    const lines = [
      '线索台账,,,,,',
      '店铺信息,,收款信息,,,备注',
      '店铺ID,店铺链接,支付宝账号,户名,,',
      '1,https://s1.taobao.com/,13800138000,王强,,',
    ]
    const rows = lines.map((line) => `${line.replace('户名,,', '户名,开户行,')}\n`)
    writeFileSync(join(folder.path, '店铺.csv'), rows.join(''))
    const { code, out } = await revenant(folder.path, ['map', '店铺.csv'])
    expect(code).to.equal(0)
    expect(out).to.include('rows above the header: 1, header in 2 rows')
    expect(out).to.match(/ account +← 收款信息 支付宝账号: holds a word for it/)
    expect(out).to.match(/ platform +← no column gives it; in every row "taobao\.com"\n/)
    expect(out).to.match(/ account_scheme +← no column gives it; in every row "alipay"\n/)
  })

  it('names both columns of a key that stands in two', async () => {
    using folder = temporaryFolder()
    const rows = '运单号,平台,店铺编号\nSF1,淘宝,88213\n'
    writeFileSync(join(folder.path, '运单.csv'), rows)
    const { out } = await revenant(folder.path, ['map', '运单.csv'])
    expect(out).to.match(/ shop +← 平台 \/ 店铺编号: is a word for it; “淘宝” is taobao\.com/)
  })

  it('says which sheets it did not look at, and looks at the one that is named', async () => {
    using folder = temporaryFolder()
    const rows = [
      ['Shop ID', 'Platform', 'Phone'],
      ['1', 'taobao.com', '13800001001'],
    ]
    const book = await workbookOf([
      { name: 'Cover', rows: [['Confidential']] },
      { name: 'Shops', rows },
    ])
    writeFileSync(join(folder.path, 'book.xlsx'), book)
    const { out } = await revenant(folder.path, ['map', 'book.xlsx'])
    expect(out).to.include('not looked at: sheet “Shops” (--sheet NAME)')
    const named = await revenant(folder.path, ['map', 'book.xlsx', '--sheet', 'Shops'])
    expect(named.code).to.equal(0)
    expect(named.out).to.match(/ shop_id +← Shop ID/)
    expect(named.out).to.include('"sheet": "Shops"')
  })

  it('reads a file as it is told to, where nothing tells how', async () => {
    using folder = temporaryFolder()
    const rows = 'Händlername;Straße\nMüller;Mühlweg 12\n'
    writeFileSync(join(folder.path, 'a.csv'), Buffer.from(rows, 'latin1'))
    const refused = await revenant(folder.path, ['map', 'a.csv'])
    expect(refused.code).to.equal(2)
    const how = ['--encoding', 'windows-1252', '--delimiter', ';', '--header-rows', '1']
    const { code, out } = await revenant(folder.path, ['map', 'a.csv', ...how])
    expect(code).to.equal(0)
    expect(out).to.include('"Müller"')
    expect(out).to.include('"encoding": "windows-1252"')
  })

  it('takes elements of lists for rows where these can be placed, and names the other lists', async () => {
    using folder = temporaryFolder()
    const shop = {
      ...{ id: '88213', platform: 'taobao.com', name: '金莲' },
      listings: [{ id: 'l1', title: '鞋', price: 9.5 }],
      contacts: [{ kind: '手机', value: '13800138000' }],
      notes: [{ x: 'a', y: 'b' }],
    }
    writeFileSync(join(folder.path, 'shops.ndjson'), `${JSON.stringify(shop)}\n`)
    const { code, out } = await revenant(folder.path, ['map', 'shops.ndjson', '--write'])
    expect(code).to.equal(0)
    expect(out).to.match(/each of listings, 1 rows looked at\. Each row is taken for a listing/)
    expect(out).to.match(/ listing_id +← listings\.id: /)
    expect(out).to.match(/not looked at as rows: the elements of notes \(--each PATH\)/)
    const description = JSON.parse(readFileSync(join(folder.path, 'dataset.json'), 'utf8'))
    expect(
      description.files.map(({ kind, each }: { kind: string; each?: string }) => [kind, each]),
    ).to.deep.equal([
      ['shop', undefined],
      ['listing', 'listings'],
      ['link', 'contacts'],
    ])
    const { out: loaded } = await revenant(folder.path, ['load', '.'])
    expect(JSON.parse(loaded)).to.include({ rows: 3, accepted: 3, refusedFields: 0 })
    const asked = await revenant(folder.path, ['map', 'shops.ndjson', '--each', 'notes'])
    expect(asked.out).to.match(/each of notes, 1 rows looked at/)
    expect(asked.out).to.match(/"each": "notes"/)
  })
})
