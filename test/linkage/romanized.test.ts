import { expect } from 'chai'

import { latin, soundsOf } from '../../server/linkage/romanized.ts'

const sharesOneOf = (sounds: readonly string[]) => (others: readonly string[]) =>
  others.some((one) => sounds.includes(one))

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

  it('a Cyrillic or Greek name and each of its usual Latin forms have a sound in common', () => {
    const latinForms = {
      'Юлия Яковлева': ['Yuliya Yakovleva', 'IAKOVLEVA IULIIA'],
      'АЛЕКСЕЙ ЩЕРБАКОВ': ['Aleksei Shcherbakov', 'Shcherbakov Aleksey', 'Alexey Shcherbakov'],
      'Хрущёв Фёдор': ['Fedor Khrushchev'],
      'Єгор Їжак': ['Yehor Yizhak', 'Izhak Iehor'],
      'Γιώργος Παπαδόπουλος': ['Giorgos Papadopoulos', 'PAPADOPOULOS GIORGOS'],
    }
    for (const [name, written] of Object.entries(latinForms))
      for (const form of written)
        expect(soundsOf(form), form).to.satisfy(sharesOneOf(soundsOf(name)))
  })

  it('a name with umlauts is the one with their vowels doubled, or without them, and no vowels of another are', () => {
    expect(soundsOf('Jürgen Müller')).to.include.members(soundsOf('Juergen Mueller'))
    expect(soundsOf('Jürgen Müller')).to.include.members(soundsOf('JURGEN MULLER'))
    expect(soundsOf('Bjørn Ødegård')).to.include.members(soundsOf('Bjoern Oedegaard'))
    expect(soundsOf('Xue Li')).to.deep.equal(['li xue'])
    expect(soundsOf('Manuel')).to.deep.equal(['manuel'])
  })

  it('the parts of a name without spaces may be set apart', () => {
    for (const name of ['王 秀英', '田中　太郎', '김 철수', 'タナカ タロウ'])
      expect(soundsOf(name), name).to.deep.equal(soundsOf(name.replace(/\s/u, '')))
  })

  it('other names sound apart', () => {
    expect(soundsOf('Иванов Пётр')).to.not.satisfy(sharesOneOf(soundsOf('Иванова Пётр')))
    expect(soundsOf('王秀英')).to.not.deep.equal(soundsOf('Wang Xiuyin'))
    expect(soundsOf('')).to.deep.equal([])
  })

  it('a text of both scripts keeps its Latin part', () => {
    expect(latin('百合 leather')).to.equal('baihe leather')
  })
})
