import { expect } from 'chai'

import type { Channel } from '../../server/domain/link.ts'
import { Bits, Probability, Sha256 } from '../../server/domain/units.ts'
import { jointOf } from '../../server/leads/claims/claimed-links.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import { coreOf } from '../../server/leads/core.ts'
import { citation } from '../../server/leads/evidence.ts'
import { wordsOf } from '../../server/leads/words/words.ts'
import { claimed } from './claimed.ts'
import { contentsOf } from './contents.ts'
import { shops } from './keys.ts'

describe('claims of a lead', () => {
  it('rest on evidence, each of them, and cite only rows that are there', () => {
    const { claims, evidence } = claimed(contentsOf())
    const rows = new Set(evidence.items.flatMap((item) => item.rows.map(({ id }) => id)))
    for (const { id, evidence: cited } of [...claims.claims, ...claims.counters]) {
      expect(cited, id).not.to.be.empty
      expect(
        cited.filter((row) => !rows.has(row)),
        id,
      ).to.be.empty
    }
  })

  it('are not made where no record supports them, and the limits say which were left out', () => {
    const contents = contentsOf()
    const records = contents.records.filter(({ kind }) => kind !== 'parcel')
    const { claims, limits } = claimed({ ...contents, records })
    expect(claims.claims.map(({ kind }) => kind)).not.to.include('supply')
    expect(limits.join(' ')).to.include('Left out: 1 statement').and.to.include('宏岳皮具厂')
  })

  it('say what is done at a place as each row does, with its basis, and that no row shows it was seen', () => {
    const contents = contentsOf()
    const [first] = contents.attributions
    const [record] = first?.path[0]?.records ?? []
    if (first === undefined || record === undefined) throw new Error('nothing is attributed')
    const use = { role: 'make' as const, basis: 'registered' as const, count: 9, records: [record] }
    const withheld = { ...use, basis: 'observed' as const, records: [Sha256.parse('0'.repeat(64))] }
    const place = { key: 'place:works', name: 'Works', uses: [use, withheld], visits: [] }
    const places = [{ ...place, seenOnSite: true }]
    const { claims } = claimed({ ...contents, attributions: [{ ...first, places }] })
    const found = claims.claims.find(({ text }) => text.includes('On record at Works'))
    expect(found?.text).to.equal(
      'On record at Works: goods are made there, as registered (1 record). No record in this lead shows that anybody saw it.',
    )
    expect(found).to.deep.include({ kind: 'supply', basis: 'observed', shops: first.shops })
  })

  it('say a return with its days, its probability and against how many labels it was checked', () => {
    const { claims } = claimed(contentsOf())
    const found = claims.claims.find(({ kind }) => kind === 'came_back_as')
    expect(found?.text).to.equal(
      '金莲 LuxeBagHub (weigou.example/12903) came back as 奢包汇 2026 (jushi.example/88213), 9 days after it was closed.',
    )
    expect(found).to.deep.include({
      basis: 'inferred',
      probability: 0.97,
      labels: 0,
      shops: [shops.lotus, shops.bag],
    })
  })

  it('give the whole ring the chance that every step holds, not the weakest step', () => {
    const contents = contentsOf()
    const { claims } = claimed(contents)
    expect(claims.claims[0]).to.deep.include({ kind: 'ring' })
    expect(claims.claims[0]?.probability).to.be.closeTo(0.97 * 0.83, 1e-9)
    expect(jointOf(coreOf(contents, wordsOf('en')))).to.be.below(contents.ring.weakestStep)
  })

  it('leave a sum out of which a step is missing', () => {
    const contents = contentsOf()
    expect(
      jointOf(coreOf({ ...contents, links: contents.links.slice(1) }, wordsOf('en'))),
    ).to.equal(undefined)
  })

  it('let no common supply stand for a step of the ring', () => {
    const contents = contentsOf()
    const surer = contents.links.map((link) => ({
      ...link,
      kind: 'shares_supply' as const,
      probability: Probability.parse(1),
    }))
    const joint = (links: LeadContents['links']) =>
      jointOf(coreOf({ ...contents, links }, wordsOf('en')))
    expect(joint([...contents.links, ...surer])).to.equal(joint(contents.links))
  })

  it('say what several shops share and few others hold, and nothing that many hold', () => {
    const { claims } = claimed(contentsOf())
    const shared = claims.claims.filter(({ kind }) => kind === 'shared').map(({ text }) => text)
    expect(shared).to.have.length(2)
    expect(shared[0]).to.include('6217000012344471').and.to.include('3 shops')
    expect(shared.join(' ')).not.to.include('菜鸟驿站')
  })

  it('stand below the threshold only as rows of the graph', () => {
    const contents = contentsOf()
    const links = contents.links.map((link) =>
      link.kind === 'came_back_as' ? { ...link, probability: Probability.parse(0.6) } : link,
    )
    const { claims } = claimed({ ...contents, links })
    expect(claims.claims.map(({ kind }) => kind)).not.to.include('came_back_as')
  })
})

describe('what speaks against a claim', () => {
  it('has a line for every channel with negative bits, as long as those that speak for it', () => {
    const { claims } = claimed(contentsOf())
    const against = claims.counters.find(({ bits }) => bits !== undefined)
    expect(against?.text).to.include('shop name')
    expect(against?.bits).to.equal(-0.6)
    expect(against?.grounds).to.have.length(1)
    expect(against?.grounds[0]).to.deep.include({
      channel: 'name',
      a: '金莲 LuxeBagHub',
      b: '奢包汇 2026',
      bits: -0.6,
      evidence: ['E3:1', 'E3:2'],
    })
    const claim = claims.claims.find(({ kind }) => kind === 'came_back_as')
    expect(claim?.against).to.include(against?.id)
  })

  it('names rivals, no return at all, a single leg, a genuine test buy and strangers that are served', () => {
    const texts = claimed(contentsOf())
      .claims.counters.map(({ text }) => text)
      .join('\n')
    expect(texts).to.include('may instead have come back as another shop 1')
    expect(texts).to.include('may not have come back in anything seen so far')
    expect(texts).to.include('one channel alone, the payment account')
    expect(texts).to.include('genuine, according to Halvéa')
    expect(texts).to.include('also serves 4 shops outside the ring')
  })

  it('tells another cause of what agrees when it is likely enough, and takes no bits for it', () => {
    const contents = contentsOf()
    const withSupply = (probability: number, imitation: boolean) => ({
      ...contents,
      links: contents.links.map((link) => ({
        ...link,
        ledger: {
          ...link.ledger,
          supply: { probability: Probability.parse(probability), bits: Bits.parse(8), imitation },
        },
      })),
    })
    const said = (probability: number, imitation: boolean) =>
      claimed(withSupply(probability, imitation)).claims.counters.filter(({ text }) =>
        /supplier|imitate/.test(text),
      )
    expect(said(0.19, false)).to.be.empty
    const [supply] = said(0.2, false)
    expect(supply?.text).to.match(/may draw on one supplier.*probability 0\.20/)
    expect(supply).not.to.have.property('bits')
    expect(said(0.6, true)[0]?.text).to.include('may only imitate the other')
    const chinese = claimed(withSupply(0.6, false), 'zh-CN').claims.counters
    expect(chinese.map(({ text }) => text).join('\n')).to.include('两店可能由同一供货方供货')
  })

  it('counts lives side by side against a claim where they take bits from it', () => {
    const contents = contentsOf()
    const said = (bits: number) => {
      const links = contents.links.map((link) => ({
        ...link,
        ledger: { ...link.ledger, together: { bits: Bits.parse(bits) } },
      }))
      return claimed({ ...contents, links }).claims.counters.filter(({ text }) =>
        text.includes('side by side'),
      )
    }
    expect(said(-1.5)[0]?.bits).to.equal(-1.5)
    expect(said(1.5)).to.be.empty
  })

  it('sets no rival against what claims no return', () => {
    const contents = contentsOf()
    const links = contents.links.map((link) =>
      link.kind === 'came_back_as' ? { ...link, kind: 'same_controller' as const } : link,
    )
    const texts = claimed({ ...contents, links }).claims.counters.map(({ text }) => text)
    expect(texts.join('\n')).not.to.include('may instead have come back')
  })

  it('includes a person who decided otherwise, unless that was taken back', () => {
    const contents = contentsOf()
    const denial = {
      id: 'd1',
      a: shops.bag,
      b: shops.lotus,
      verdict: 'different' as const,
      basis: 'reviewed' as const,
      by: 'R. Lindqvist',
      on: contents.run.asOf,
      because: 'two operators',
    }
    const withDecision = (decision: typeof denial & { retractedAt?: typeof contents.run.at }) => ({
      ...contents,
      links: contents.links.map((link) => ({
        ...link,
        ledger: { ...link.ledger, decisions: [decision] },
      })),
    })
    const said = (of: LeadContents) =>
      claimed(of)
        .claims.counters.map(({ text }) => text)
        .join('\n')
    expect(said(withDecision(denial))).to.include('R. Lindqvist decided')
    expect(said(withDecision({ ...denial, retractedAt: contents.run.at }))).not.to.include(
      'R. Lindqvist',
    )
  })

  it('is missing only with a sentence that says so', () => {
    const contents = contentsOf()
    const links = contents.links.map((link) => {
      const { succession: _, ...ledger } = link.ledger
      const bars = ledger.bars.filter(({ bits }) => 0 < bits)
      return { ...link, ledger: { ...ledger, bars, standsOn: ['account', 'origin'] as Channel[] } }
    })
    const { claims, limits } = claimed({ ...contents, links, events: [], attributions: [] })
    expect(claims.counters).to.be.empty
    expect(limits.join(' ')).to.include('Nothing on record speaks against a claim')
  })
})

describe('citations', () => {
  it('follow the order of files and rows, whatever order the records come in', () => {
    const { evidence } = claimed(contentsOf())
    const rows = evidence.items.flatMap((item) => item.rows)
    const shuffled = rows.map(({ record }) => record).toReversed()
    expect(evidence.cite([...shuffled, ...shuffled])).to.deep.equal(rows.map(({ id }) => id))
  })

  it('group rows by file and count what they leave out', () => {
    const more = (count: number) => `${count} more`
    expect(citation(['E1:3', 'E1:12', 'E2:7'], 12, more)).to.equal('[E1:3, 12; E2:7]')
    expect(citation(['E1:3', 'E1:12', 'E2:7'], 2, more)).to.equal('[E1:3, 12; 1 more]')
  })
})
