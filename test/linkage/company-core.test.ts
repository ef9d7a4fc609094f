import { expect } from 'chai'
import fc from 'fast-check'

import { allRegions } from '../../server/ingest/normalise/regions/regions.ts'
import { companyCore } from '../../server/linkage/company-core.ts'
import { foldText } from '../../server/linkage/fold-text.ts'
import { placeNames } from '../../server/linkage/place-names.ts'

const coreOf = (name: string) => companyCore(foldText(name))

describe('the core of a company name', () => {
  const alike: Readonly<Record<string, readonly string[]>> = {
    恒达: [
      '恒达鞋业',
      '莆田市荔城区恒达鞋业有限公司',
      '福建省莆田市恒达鞋业有限责任公司',
      '莆田恒达鞋业有限公司',
      '恒达鞋业（莆田）有限公司',
      '福建恒达鞋业有限公司莆田分公司',
      '恒達鞋業有限公司',
      '内蒙古自治区恒达皮具厂',
    ],
    百合: ['义乌市百合皮具厂', '百合皮具（义乌）有限公司', '浙江义乌百合服饰商行'],
    baihe: ['Baihe Leather Co., Ltd.', 'BAIHE Trading Limited'],
  }
  for (const [core, names] of Object.entries(alike)) {
    it(`of ${names.join(', ')} is ${core}`, () => {
      expect(names.map(coreOf)).to.deep.equal(names.map(() => core))
    })
  }

  it('is never empty, and a place or a trade where the name is nothing else', () => {
    expect(['义乌市', '皮具有限公司', '东方鞋业', '永安行科技'].map(coreOf)).to.deep.equal([
      '义乌市',
      '皮具有限公司',
      '东方',
      '永安行',
    ])
    const piece = fc.constantFrom(
      '义乌',
      '市',
      '莆田市',
      '荔城区',
      '恒',
      '达',
      '鞋业',
      '有限公司',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1 }).map((all) => foldText(all.join(''))),
        (name) => {
          fc.pre(name !== '')
          expect(companyCore(name)).to.not.equal('')
        },
      ),
    )
  })

  it('leaves out the places that the table of regions has', () => {
    const names = allRegions().flatMap(({ level, isCurrent, name, short }) =>
      isCurrent && (level !== 'county' || name.endsWith('市')) ? short : [],
    )
    expect([...placeNames]).to.have.members([...new Set(names)])
  })
})
