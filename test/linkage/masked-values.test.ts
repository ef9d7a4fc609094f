import { expect } from 'chai'
import fc from 'fast-check'

import { fitsOf } from '../../server/linkage/masked-values.ts'

describe('masked values', () => {
  it('fit the whole values that agree with all that shows, with or without the calling code', () => {
    const fits = fitsOf(['138****1234', '+8613800001234', '+8613900001234', '+8613800001235'])
    expect(fits.get('138****1234')).to.deep.equal(['+8613800001234'])
    expect(fits.get('+8613800001234')).to.deep.equal(['+8613800001234'])
    expect(fits.get('+8613900001234')).to.equal(undefined)
  })

  it('agree with each other however many stars hide the same', () => {
    const fits = fitsOf(['138****1234', '138***1234', '139****1234'])
    expect(fits.get('138****1234')).to.deep.equal(fits.get('138***1234'))
    expect(fits.get('139****1234')).to.not.deep.equal(fits.get('138****1234'))
  })

  it('say nothing when four whole values fit, or when fewer than four characters show', () => {
    const fitting = (count: number) => Array.from({ length: count }, (_, n) => `+86138000${n}1234`)
    expect(fitsOf(['138****1234', ...fitting(3)]).size).to.equal(4)
    expect(fitsOf(['138****1234', ...fitting(4)]).size).to.equal(0)
    expect(fitsOf(['**99', '+8613800001299']).size).to.equal(0)
    expect(fitsOf(['bank/**12', 'bank/998812']).size).to.equal(0)
  })

  it('count a Chinese character for two, as a family name alone says nothing and three characters with one hidden do', () => {
    expect(fitsOf(['张**', '张秀英']).size).to.equal(0)
    expect(fitsOf(['张*英', '张秀英']).get('张*英')).to.deep.equal(['张秀英'])
  })

  it('never make two whole values agree', () => {
    const number = fc.stringMatching(/^1[38]0000\d1234$/)
    fc.assert(
      fc.property(fc.uniqueArray(number, { maxLength: 6 }), (whole) => {
        const fits = fitsOf(['13****1234', '18****1234', ...whole])
        for (const one of whole) expect([[one], undefined]).to.deep.include(fits.get(one))
      }),
    )
  })
})
