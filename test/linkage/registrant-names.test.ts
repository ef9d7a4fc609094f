import { expect } from 'chai'

import { explainPair } from '../../server/linkage/explain-pair.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

/** How the registrants of two shops compare; undefined where either says nothing. */
function levelOf(a: Omit<TestShop, 'id'>, b: Omit<TestShop, 'id'>): string | undefined {
  const evidence = market([{ id: 'a', ...a }, { id: 'b', ...b }, ...strangers(20)])
  const [link] = explainPair(evidence, shopKey('a'), shopKey('b'), options)
  return link?.ledger.bars.find(({ channel }) => channel === 'registrant')?.level
}

const companies = (a: string, b: string) => levelOf({ company: a }, { company: b })
const persons = (a: string, b: string) => levelOf({ person: a }, { person: b })

describe('names of registrants', () => {
  it('a company under its legal form in full and in short is near', () => {
    expect(companies('ООО «Ромашка»', 'Общество с ограниченной ответственностью РОМАШКА')).to.equal(
      'near',
    )
    expect(companies('株式会社田中商事', '(株)田中商事')).to.equal('near')
    expect(companies('Yıldız Ltd. Şti.', 'YILDIZ LİMİTED ŞİRKETİ')).to.equal('near')
  })

  it('companies of short names are not a letter apart for one legal form', () => {
    for (const [one = '', other = ''] of [
      ['株式会社山田', '株式会社山本'],
      ['(주)가나', '(주)다나'],
      ['ООО АБВ', 'ООО АБГ'],
    ])
      expect(companies(one, other), `${one} ${other}`).to.equal('differ')
  })

  it('a company of which only the legal form is left says nothing', () => {
    expect(companies('ООО «????»', 'ООО «??????»')).to.equal(undefined)
    expect(companies('?? GmbH', 'GmbH')).to.equal(undefined)
    expect(companies('有限公司', '有限公司')).to.equal(undefined)
  })

  it('a person under the Latin form of a Cyrillic name is near', () => {
    expect(persons('Щербаков Алексей', 'Alexey Shcherbakov')).to.equal('near')
    expect(persons('Jürgen Müller', 'Juergen Mueller')).to.equal('near')
    expect(persons('Щербаков Алексей', 'Alexander Shcherbakov')).to.equal('differ')
  })

  it('persons whose names differ in vowels are two, and one in capitals or with vowel signs is one', () => {
    expect(persons('सुनील कुमार', 'सुनीला कुमारी')).to.equal('differ')
    expect(persons('กิตติ ใจดี', 'กตติ ใจดำ')).to.equal('differ')
    expect(persons('Işıl Yıldız', 'IŞIL YILDIZ')).to.equal('same')
    expect(persons('田中　太郎', '田中太郎')).to.equal('same')
    expect(persons('김 철수', '김철수')).to.equal('same')
    expect(persons('محمد العتيبي', 'مُحَمَّد العتيبى')).to.equal('same')
  })
})
