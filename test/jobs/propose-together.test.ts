import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import type { IsoDate } from '../../server/domain/units.ts'
import { previewUpload, proposeUpload } from '../../server/jobs/preview-upload.ts'

const today = '2026-03-31' as IsoDate

describe('propose, of what stands in several columns,', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-propose-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const put = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''))

  it('takes accounts of several schemes from a column each, every one with its own', async () => {
    put('shop.csv', [
      'platform,shop_id,支付宝账号,银行卡号',
      'taobao.com,1,a@163.com,6222 0202',
      'taobao.com,2,,6222 0203',
    ])
    const { description, files } = await proposeUpload(folder, { choices: {}, today })
    const [file] = files
    expect(file?.assumed).to.deep.equal({})
    expect(file?.fields.map(({ scheme }) => scheme).filter(Boolean)).to.deep.equal([
      ...['alipay', 'bank'],
    ])
    const [preview] = await previewUpload(folder, description)
    expect(preview?.refusedFields).to.equal(0)
    expect(preview?.acceptedRows.map(({ fields }) => fields.account)).to.deep.equal([
      ['account:alipay/a@163.com', 'account:bank/6222 0202'],
      ['account:bank/6222 0203'],
    ])
  })

  it('puts an address in several columns together, row by row as it is written there', async () => {
    put('shop.csv', [
      'platform,shop_id,Country,Province,City,Street,Postcode',
      'x,1,China,福建省,莆田市,荔城区西天尾镇,351100',
      'x,2,UK,Kent,Dover,5 Mill Road,CT16 1AA',
      'x,3,,,Leeds,,',
      'x,4,,,,,',
    ])
    const { description, files } = await proposeUpload(folder, { choices: {}, today })
    expect(files[0]?.fields.flatMap(({ part }) => part ?? [])).to.deep.equal([
      ...['country', 'province', 'city', 'street', 'postcode'],
    ])
    const [preview] = await previewUpload(folder, description)
    expect(preview?.acceptedRows.map(({ fields }) => fields.origin_address)).to.deep.equal([
      ['中国福建省莆田市荔城区西天尾镇 351100'],
      ['5 Mill Road, Dover, Kent CT16 1AA, UK'],
      ['Leeds'],
      undefined,
    ])
  })

  it('asks which of two columns is meant where a row has one value, and takes the first until it is told', async () => {
    put('shop.csv', [
      'platform,shop_id,法人1,法人2,手机1,手机2',
      'x,1,王强,李娜,13800138000,13900139000',
    ])
    const asked = async (columns: Readonly<Record<string, string>>) => {
      const choices = { 'shop.csv': { columns, dates: {} } }
      const { files, description } = await proposeUpload(folder, { choices, today })
      const [preview] = await previewUpload(folder, description)
      const rivals = files[0]?.fields.flatMap((guess) => guess.rivals ?? [])
      return [rivals, preview?.acceptedRows[0]?.fields]
    }
    const phone = ['13800138000', '13900139000']
    const rest = { platform: 'x', shop_id: '1', phone }
    expect(await asked({})).to.deep.equal([['法人2'], { ...rest, registrant_name: '王强' }])
    expect(await asked({ 法人2: 'registrant_name' })).to.deep.equal([
      [],
      { ...rest, registrant_name: '李娜' },
    ])
  })
})
