import { expect } from 'chai'

import type { Life } from '../../server/domain/life.ts'
import type { Language } from '../../server/leads/words/words.ts'
import { claimed } from './claimed.ts'
import { contentsOf } from './contents.ts'
import { shops } from './keys.ts'

describe('closures in claims of a lead', () => {
  it('say of a shop that was closed on a day that nobody recorded that it was closed, and why', () => {
    const contents = contentsOf()
    const [first] = contents.ring.members
    const nodes = contents.nodes.map((node) =>
      node.key === first?.shop
        ? { ...node, lives: [{ began: 'opened' as const, ended: 'counterfeit' as const }] }
        : node,
    )
    const said = (language: Language) =>
      claimed({ ...contents, nodes }, language)
        .claims.claims.filter(({ kind, shops: own }) => kind === 'closed' && own[0] === first?.shop)
        .map(({ text }) => text)
    const [english, chinese] = [said('en'), said('zh-CN')]
    expect(english).to.have.length(1)
    expect(english[0]).to.match(
      / was closed, for counterfeit goods; no record says on which day\.$/,
    )
    expect(chinese[0]).to.match(/已被关闭，原因：售假；没有记录载明日期。$/)
  })

  it('say which closure a return answers where the shop was closed more than once', () => {
    const contents = contentsOf()
    const again = { from: '2026-01-10', to: '2026-02-20', began: 'reinstated', ended: 'owner' }
    const nodes = contents.nodes.map((node) =>
      node.key === shops.lotus ? { ...node, lives: [...node.lives, again as Life] } : node,
    )
    const said = (language: Language) =>
      claimed({ ...contents, nodes }, language).claims.claims.find(
        ({ kind }) => kind === 'came_back_as',
      )?.text
    expect(said('en')).to.match(
      /9 days after it was closed\. Of its 2 closures on record, that of 2025-11-14 is meant\.$/,
    )
    expect(said('zh-CN')).to.match(/其记录在案的2次关闭中，此处指2025-11-14的一次。$/)
  })
})
