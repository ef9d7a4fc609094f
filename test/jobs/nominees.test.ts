import { expect } from 'chai'

import { loadDatasets } from '../../server/jobs/load.ts'
import { nomineeIndicators, readNominees } from '../../server/jobs/nominees.ts'
import { at } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { temporaryFolder, writeDataset } from './small-dataset.ts'

const shops = `platform,shop_id,name,opened_on,phone,registrant_name,registrant_id,registrant_kind,origin_address
taobao.com,1,Lotus,2024-01-10,13859801234|13910001234,Li Wei,11010519491231002X,person,广东省深圳市罗湖区人民南路1号
taobao.com,2,Lotus 2,2024-03-10,19912345678|0755-82345678,Li Wei,11010519491231002X,person,
jd.com,3,Heron,2024-03-10,19912345679,Chen Jie,,person,广东省深圳市
`
const person = 'identity:resident_id/CN/11010519491231002X'
const province = (code: string, en: string, zh: string) => ({ code, name: { en, 'zh-CN': zh } })
const beijing = province('110000', 'Beijing', '北京市')
const fujian = province('350000', 'Fujian', '福建省')
const guangdong = province('440000', 'Guangdong', '广东省')

for (const [name, open] of Object.entries(stores)) {
  describe(`what lies apart from a registrant, in the ${name} store`, () => {
    it('is told by provinces and records, and only where both sides are known', async () => {
      using temporary = temporaryFolder()
      await using store = await open()
      const files = { 'shop.csv': shops }
      const folder = writeDataset(temporary.path, 'apart', { files })
      await loadDatasets(store, [folder], { at: at(1), onProgress: () => undefined })
      const told = await nomineeIndicators(store, await readNominees(store), person)
      const apart = told.filter((own) => own.apart !== undefined)
      expect(
        apart.map(({ code, value, known, asMany }) => [code, value, known, asMany]),
      ).to.deep.equal([
        ['dispatch_apart', 1, 1, 1],
        ['phones_apart', 1, 1, 1],
        ['phones_apart_from_dispatch', 2, 1, 1],
      ])
      expect(apart.map((own) => own.apart)).to.deep.equal([
        { at: [guangdong], from: [beijing] },
        { at: [fujian], from: [beijing] },
        { at: [fujian, beijing], from: [guangdong] },
      ])
      const [, numbers, both] = apart
      expect(numbers?.keys).to.deep.equal(['contact:phone/+8613859801234'])
      expect(both?.keys).to.deep.equal([numbers?.keys[0], 'contact:phone/+8613910001234'])
      expect(numbers?.records).to.have.length(1)
    })
  })
}
