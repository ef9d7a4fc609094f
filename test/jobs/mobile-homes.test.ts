import { readFileSync } from 'node:fs'

import { expect } from 'chai'

import { provinceByCode } from '../../server/domain/province.ts'
import { mobileHomes } from '../../server/jobs/mobile-homes.ts'
import { packagePath } from '../../server/jobs/package-root.ts'

describe('the table of home regions', () => {
  it('tells the province of numbers of long-known series', async () => {
    const homeOf = await mobileHomes()
    const known = {
      '+8613910001234': 'Beijing',
      '+8613859801234': 'Fujian',
      '+8613802201234': 'Guangdong',
    }
    for (const [phone, name] of Object.entries(known)) {
      expect(provinceByCode(homeOf(phone) ?? '')?.en, phone).to.equal(name)
    }
  })

  it('leaves open what its source knows from a beginning of four digits or fewer, or not at all', async () => {
    const homeOf = await mobileHomes()
    const open = ['+8617312341234', '+8617841234123', '+8619912341234', '+8616612341234']
    expect(open.map(homeOf)).to.deep.equal(open.map(() => undefined))
  })

  it('has runs of seven digits that are ascending and apart, as few as can be', () => {
    const text = readFileSync(packagePath('datasets/phone-regions/data/mobile-homes.csv'), 'utf8')
    const [header, ...lines] = text.trimEnd().split('\n')
    expect(header).to.equal('from,to,province')
    const runs = lines.map((line) => line.split(','))
    const touching = runs.filter(([from, , province], at) => {
      const [, before, where] = runs[at - 1] ?? []
      return Number(from) < Number(before ?? 0) + (province === where ? 2 : 1)
    })
    const backward = runs.filter(([from, to]) => Number(to) < Number(from))
    expect([touching, backward]).to.deep.equal([[], []])
    const held = runs.reduce((sum, [from, to]) => sum + Number(to) - Number(from) + 1, 0)
    expect([runs.length, held]).to.deep.equal([8_403, 301_456])
  })
})
