import { expect } from 'chai'
import fc from 'fast-check'

import { inFullRegion } from '../../../server/ingest/normalise/regions/leading-region.ts'
import { readRegions } from '../../../server/ingest/normalise/regions/region-table.ts'
import { regionsOf } from '../../../server/ingest/normalise/regions/regions.ts'
import { shortNames } from '../../../server/ingest/normalise/regions/short-name.ts'

const withFullRegion = (text: string) => inFullRegion(text).address

const one: Record<string, readonly string[]> = {
  福建省莆田市荔城区文献路12号: [
    '福建莆田荔城文献路12号',
    '福建省莆田荔城区文献路12号',
    '莆田市荔城区文献路12号',
    '莆田荔城区文献路12号',
    '福建省荔城区文献路12号',
    '中国福建省莆田市荔城区文献路12号',
  ],
  浙江省金华市义乌市北苑街道: ['浙江省义乌市北苑街道', '浙江义乌北苑街道', '义乌市北苑街道'],
  内蒙古自治区呼和浩特市新城区: ['内蒙古呼和浩特新城区'],
  湖北省恩施土家族苗族自治州利川市: ['恩施州利川市', '湖北恩施利川'],
  北京市朝阳区建国路: ['北京朝阳区建国路', '北京市市辖区朝阳区建国路'],
  吉林省吉林市船营区: ['吉林市船营区', '吉林吉林船营'],
  广东省东莞市虎门镇: ['东莞市虎门镇', '广东东莞虎门镇'],
  河南省济源市: ['河南济源', '济源市'],
  湖北省襄阳市襄州区: ['湖北省襄樊市襄阳区'],
  河南省洛阳市孟津区: ['洛阳市孟津县', '河南洛阳孟津'],
  浙江省杭州市下城区: ['杭州下城区'],
}

describe('Chinese addresses', () => {
  for (const [full, others] of Object.entries(one)) {
    it(`write ${others.join(', ')} as ${full}`, () => {
      expect([full, ...others].map(withFullRegion)).to.deep.equal([full, ...others].map(() => full))
    })
  }

  it('stay as they are where a name may be that of something else or of several regions', () => {
    const kept = [
      ...[
        '福建路12号',
        '浙江大厦',
        '南京东路100号',
        '北京朝阳路12号',
        '温州商贸城',
        '莆田市场12号',
      ],
      ...[
        '朝阳',
        '鼓楼区',
        '吉林',
        '中国银行',
        '广东省莆田',
        '广东省深圳市龙华新区',
        '12号',
        'Fujian',
      ],
    ]
    expect(kept.map(withFullRegion)).to.deep.equal(kept)
  })

  it('are their own full form, whatever stands behind what', () => {
    const names = readRegions().flatMap(({ name }) => [name, ...shortNames(name)])
    const piece = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom('中国', '市辖区', '路', '东路', '街道', '12号', '市场', '新区', '镇'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const full = withFullRegion(pieces.join(''))
        expect(withFullRegion(full)).to.equal(full)
      }),
      { numRuns: 200_000 },
    )
  })

  it('name every region that there is by its whole line and its code', () => {
    const current = regionsOf(readRegions()).filter(({ isCurrent }) => isCurrent)
    const regions = new Map(current.map((region) => [region.code, region]))
    for (const { name, code } of regions.values()) {
      const line = [code.slice(0, 2).padEnd(6, '0'), code.slice(0, 4).padEnd(6, '0'), code]
      const full = [...new Set(line)].map((part) => regions.get(part)?.name ?? '').join('')
      expect(inFullRegion(full), name).to.deep.equal({ address: full, region: code })
    }
  })
})

describe('regions', () => {
  const rows = [
    { code: '410000', name: '河南省', from: 2002, to: 2023 },
    { code: '410300', name: '洛阳市', from: 2002, to: 2023 },
    { code: '410322', name: '孟津县', from: 2002, to: 2016 },
    { code: '410308', name: '孟津区', from: 2023, to: 2023 },
    { code: '410306', name: '吉利区', from: 2002, to: 2010 },
    { code: '410309', name: '旧区', from: 2002, to: 2002 },
    { code: '410309', name: '新名区', from: 2016, to: 2016 },
    { code: '410309', name: '今名区', from: 2023, to: 2023 },
    { code: '410310', name: '甲区', from: 2016, to: 2016 },
    { code: '410310', name: '乙区', from: 2023, to: 2023 },
    { code: '410311', name: '甲区', from: 2023, to: 2023 },
  ]

  const named = (short: string) =>
    regionsOf(rows)
      .filter((region) => region.short.includes(short))
      .map(({ full }) => full)

  const all = (names: readonly string[]) =>
    regionsOf(rows)
      .map(({ full }) => full)
      .filter((full) => full.some((name) => names.includes(name)))

  it('under a code that was given out again are two, and under one whose name changed are one', () => {
    expect(all(['今名区'])).to.deep.equal([['今名区', '新名区']])
    expect(all(['旧区'])).to.deep.equal([['旧区']])
    expect(all(['甲区', '乙区'])).to.deep.equal([['乙区'], ['甲区', '甲区']])
  })

  it('of the same short name in one prefecture are the one that is there now', () => {
    expect(named('孟津')).to.deep.equal([['孟津区', '孟津县']])
    expect(named('吉利')).to.deep.equal([['吉利区']])
  })
})
