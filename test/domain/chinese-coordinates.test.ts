import { expect } from 'chai'
import fc from 'fast-check'

import {
  type ReferenceSystem,
  referenceSystemOf,
  toGcj02,
  toWgs84,
} from '../../server/domain/chinese-coordinates.ts'

/** Points as the code that the formulas were first written down in tests them: Shanghai, Shenzhen, Beijing. */
const published = [
  { wgs: [31.1774276, 121.5272106], gcj: [31.17530398364597, 121.531541859215] },
  { wgs: [22.543847, 113.912316], gcj: [22.540796131694766, 113.9171764808363] },
  { wgs: [39.911954, 116.377817], gcj: [39.91334545536069, 116.38404722455657] },
] as const

describe('Chinese coordinates', () => {
  it('are shifted as the published points say', () => {
    for (const { wgs, gcj } of published) {
      const shifted = toGcj02({ lat: wgs[0], lng: wgs[1] })
      expect(shifted.lat).to.be.closeTo(gcj[0], 2e-6)
      expect(shifted.lng).to.be.closeTo(gcj[1], 2e-6)
    }
  })

  it('come back to where they were, to less than a centimeter', () => {
    const inside = fc.record({
      lat: fc.double({ min: 4, max: 53, noNaN: true }),
      lng: fc.double({ min: 74, max: 135, noNaN: true }),
    })
    fc.assert(
      fc.property(inside, (point) => {
        const back = toWgs84(toGcj02(point), 'GCJ-02')
        expect(Math.abs(back.lat - point.lat)).to.be.below(1e-7)
        expect(Math.abs(back.lng - point.lng)).to.be.below(1e-7)
      }),
    )
  })

  it('of Baidu lie further off than those of others, in the same direction', () => {
    const wgs = toWgs84({ lat: 39.92, lng: 116.41 }, 'BD-09')
    expect(wgs.lat).to.be.within(39.912, 39.914)
    expect(wgs.lng).to.be.within(116.396, 116.399)
  })

  it('stay as they are outside China and in WGS-84', () => {
    const paris = { lat: 48.85, lng: 2.35 }
    expect(toWgs84(paris, 'GCJ-02')).to.deep.equal(paris)
    expect(toWgs84({ lat: 31, lng: 121 }, 'WGS-84')).to.deep.equal({ lat: 31, lng: 121 })
  })

  it('are told apart by what their source calls them', () => {
    const named: readonly (readonly [
      string | undefined,
      ReferenceSystem | 'unknown' | undefined,
    ])[] = [
      ['gcj02', 'GCJ-02'],
      ['GCJ-02', 'GCJ-02'],
      ['高德', 'GCJ-02'],
      ['bd09ll', 'BD-09'],
      ['EPSG:4326', 'WGS-84'],
      ['CGCS2000', 'WGS-84'],
      ['Xian 1980', 'unknown'],
      ['', undefined],
      [undefined, undefined],
    ]
    for (const [typed, system] of named) expect(referenceSystemOf(typed), typed).to.equal(system)
  })
})
