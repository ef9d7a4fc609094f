import { expect } from 'chai'
import fc from 'fast-check'

import { bitsText, probabilityStep, referenceText, sizeText } from '../../client/scene/format.ts'
import { probabilityText } from '../../server/picture/probability.ts'

describe('format', () => {
  it('never says that a probability is 0 or 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        expect(probabilityText(probability)).to.not.match(/^(0|1)(\.0+)?$/)
      }),
    )
  })

  it('marks what speaks against by a true minus', () => {
    expect(bitsText(7.44)).to.equal('+7.4')
    expect(bitsText(-0.5)).to.equal('−0.5')
    expect(bitsText(-0.04)).to.equal('0.0')
  })

  it('steps the ramp at 0.5, 0.8 and 0.95', () => {
    const steps = [0.49, 0.5, 0.79, 0.8, 0.949, 0.95].map(probabilityStep)
    expect(steps).to.deep.equal(['p0', 'p50', 'p50', 'p80', 'p80', 'p95'])
  })

  it('writes a key as people do, and one that is not encoded as it stands', () => {
    expect(referenceText('shop:taobao.com/88%2F213')).to.equal('taobao.com / 88/213')
    expect(referenceText('origin:100%')).to.equal('100%')
  })

  it('writes sizes in the unit a person would choose', () => {
    expect([900, 2048, 3 * 1024 * 1024].map(sizeText)).to.deep.equal([
      '900 B',
      '2.0 KiB',
      '3.0 MiB',
    ])
  })
})
