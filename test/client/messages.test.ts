import { expect } from 'chai'

import { later as englishLater } from '../../client/i18n/en/later.ts'
import { english as englishFirst } from '../../client/i18n/en/messages.ts'
import { firstLanguage } from '../../client/i18n/i18n.ts'
import { later as chineseLater } from '../../client/i18n/zh-hans/later.ts'
import { chinese as chineseFirst } from '../../client/i18n/zh-hans/messages.ts'
import { ProblemCode } from '../../server/contract/problem.ts'
import { EdgeType, nodeKinds } from '../../server/domain/graph.ts'
import { LifeBegan, LifeEnded } from '../../server/domain/life.ts'
import { channels, LinkKind } from '../../server/domain/link.ts'
import { Audience, LeadState, OutcomeKind } from '../../server/domain/paper/lead.ts'
import { recordKinds } from '../../server/domain/record.ts'

const english = { ...englishFirst, ...englishLater }
const chinese = { ...chineseFirst, ...chineseLater }

const ids = (texts: object) =>
  Object.entries(texts)
    .flatMap(([part, group]) => Object.keys(group).map((id) => `${part}.${id}`))
    .toSorted()

const texts = (messages: object) =>
  new Map(
    Object.entries(messages).flatMap(([part, group]) =>
      Object.entries(group as Record<string, string>).map(
        ([id, text]) => [`${part}.${id}`, text] as const,
      ),
    ),
  )

describe('messages', () => {
  it('have the same ids in English and Chinese', () => {
    expect(ids(chinese)).to.deep.equal(ids(english))
  })

  it('come once: what is asked for later is not sent first', () => {
    const twice = Object.keys(englishFirst).filter((part) => part in englishLater)
    expect(twice).to.deep.equal([])
    expect(Object.keys(chineseLater).toSorted()).to.deep.equal(Object.keys(englishLater).toSorted())
  })

  it('say something in both languages', () => {
    for (const messages of [english, chinese]) {
      const empty = [...texts(messages)].filter(([, text]) => text.trim() === '')
      expect(empty).to.deep.equal([])
    }
  })

  it('take the same values in both languages', () => {
    const translated = texts(chinese)
    const apart = [...texts(english)].filter(
      ([id, text]) => holes(text).join() !== holes(translated.get(id) ?? '').join(),
    )
    expect(apart).to.deep.equal([])
  })

  it('in Chinese hold hanzi wherever they are more than a name or a sign', () => {
    const bare = [...texts(chinese)].filter(
      ([id, text]) =>
        !/\p{Script=Han}/u.test(text) && !['shell.product', 'shell.comma'].includes(id),
    )
    expect(bare).to.deep.equal([])
  })

  it('call a ring 店群', () => {
    expect(chinese.kinds.Ring).to.equal('店群')
  })

  const words: Record<string, [object, readonly string[]]> = {
    'every problem': [english.problems, [...ProblemCode.values]],
    'every kind': [english.kinds, nodeKinds],
    'every kind in the plural': [english.kindsMany, nodeKinds],
    'every channel': [english.channels, channels],
    'every kind of link': [english.linkKinds, LinkKind.options],
    'every relation from its start': [english.edgesOut, EdgeType.options],
    'every relation from its end': [english.edgesIn, EdgeType.options],
    'every kind of record': [english.records, recordKinds],
    'every beginning of a life': [english.began, LifeBegan.options],
    'every end of a life': [english.ended, LifeEnded.options],
    'every state of a lead': [english.leadStates, LeadState.options],
    'every step of a lead': [english.leadSteps, LeadState.options],
    'every kind of recipient': [english.audiences, Audience.options],
    'every kind of outcome': [english.outcomeKinds, OutcomeKind.options],
  }
  for (const [what, [known, asked]] of Object.entries(words)) {
    it(`name ${what}`, () => {
      expect(Object.keys(known)).to.include.members([...asked])
    })
  }
})

describe('first language', () => {
  it('is what the address asks for, then what was chosen, then what the browser speaks', () => {
    expect(firstLanguage('en', 'zh', ['zh-CN'])).to.equal('en')
    expect(firstLanguage(undefined, 'en', ['zh-CN'])).to.equal('en')
    expect(firstLanguage(undefined, undefined, ['zh-CN', 'en'])).to.equal('zh')
    expect(firstLanguage(undefined, undefined, ['fr', 'zh'])).to.equal('en')
    expect(firstLanguage(undefined, undefined, [])).to.equal('en')
  })
})

function holes(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted()
}
