import { expect } from 'chai'

import { latin, soundsOf } from '../../server/linkage/romanized.ts'

describe('names as they sound', () => {
  it('a Chinese name and its Latin form have a sound in common, whichever end the family name stands at', () => {
    const sound = soundsOf('王秀英')
    for (const name of ['Wang Xiuying', 'XIUYING WANG', 'Xiu Ying Wang', 'Wáng Xiùyīng'])
      expect(soundsOf(name), name).to.include.members(sound)
    expect(soundsOf('欧阳娜娜')).to.deep.equal(soundsOf('Ouyang Nana'))
  })

  it('a family name is read as one', () => {
    expect(soundsOf('单田芳')).to.deep.equal(['shan tianfang'])
  })

  it('other names sound apart', () => {
    expect(soundsOf('王秀英')).to.not.deep.equal(soundsOf('Wang Xiuyin'))
    expect(soundsOf('')).to.deep.equal([])
  })

  it('a text of both scripts keeps its Latin part', () => {
    expect(latin('百合 leather')).to.equal('baihe leather')
  })
})
