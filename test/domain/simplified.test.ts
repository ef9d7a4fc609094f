import { expect } from 'chai'

import { simplified } from '../../server/domain/simplified.ts'

describe('simplified characters', () => {
  it('stand for traditional ones, also where they are rare, and any other text stays', () => {
    const written: Readonly<Record<string, string>> = {
      恒達鞋業有限公司: '恒达鞋业有限公司',
      廣東省: '广东省',
      于頔: '于𬱖',
      恒达: '恒达',
      'Shoes 88 é': 'Shoes 88 é',
      ガ: 'ガ',
    }
    expect(Object.keys(written).map(simplified)).to.deep.equal(Object.values(written))
  })

  it('are their own', () => {
    for (const text of ['恒达鞋业', '于𬱖', '乾隆'])
      expect(simplified(simplified(text))).to.equal(simplified(text))
  })
})
