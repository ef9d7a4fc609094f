import { expect } from 'chai'

import { provinceOf, provinceOfNumber } from '../../server/domain/province.ts'

const code = (region: string, address = '') => provinceOf(region, address)?.code

describe('a province of China', () => {
  it('is read from a region of any depth by GB/T 2260 or ISO 3166-2', () => {
    const regions = ['35', '3503', '350302', 'CN-FJ', 'CN-35']
    expect(regions.map((region) => code(region))).to.deep.equal(Array(5).fill('350000'))
  })

  it('is read from where an address names it', () => {
    expect(code('', '福建省莆田市荔城区1号')).to.equal('350000')
    expect(code('', '12 Mill Road, Putian, Fujian Province')).to.equal('350000')
  })

  it('is unknown where nothing names it', () => {
    const unknown = [code('', '云岭县'), code('990000'), code('Elsewhere'), code('', '')]
    expect(unknown).to.deep.equal(Array(4).fill(undefined))
  })

  it('is read from the number of a company or resident, and from no other number', () => {
    expect(provinceOfNumber('uscc', '91350100M000100Y43')?.code).to.equal('350000')
    expect(provinceOfNumber('resident_id', '11010519491231002X')?.code).to.equal('110000')
    expect(provinceOfNumber('vat', '350302')).to.equal(undefined)
  })
})
