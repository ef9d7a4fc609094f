import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

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
})
