import { expect } from 'chai'
import request from 'supertest'

import type { Probability } from '../../server/domain/units.ts'
import { aLink, aRun, edge, facts, load, node } from '../support/store-builders.ts'
import { servingSmallDataset } from './loaded.ts'
import { type Serving, serving } from './serving.ts'

const p = (value: number) => value as Probability

describe('blind review', () => {
  let served: Serving
  beforeEach(async () => {
    served = await serving()
  })
  afterEach(() => served[Symbol.asyncDispose]())

  const next = async (query = {}) =>
    (await request(served.app).get('/api/reviews/next').query(query)).body
  const decide = async ({ a, b }: { a: Face; b: Face }, basis = 'blind') =>
    (
      await request(served.app).post('/api/decisions').send({
        a: a.node.key,
        b: b.node.key,
        verdict: 'same',
        basis,
        by: 'An',
        because: 'one account',
      })
    ).body

  /** Six pairs in three tenths of probability; one of supply, which is no question of one controller. */
  async function sixPairs() {
    const shops = Array.from({ length: 8 }, (_, at) => `shop:x.com/${at}`)
    await load(
      served.own,
      shops.map((key) =>
        facts(key, {
          nodes: [node(key), node('account:bank/1')],
          edges: [edge(key, 'PAID_INTO', 'account:bank/1')],
        }),
      ),
    )
    const links = [0.55, 0.56, 0.72, 0.73, 0.97, 0.98].map((value, at) => {
      const link = aLink(shops[at] ?? '', shops[at + 1] ?? '', { probability: p(value) })
      return { ...link, ledger: { ...link.ledger, probability: p(value) } }
    })
    const supply = aLink(shops[6] ?? '', shops[7] ?? '', { kind: 'shares_supply' })
    await served.own.publishRun(aRun({ seed: 7 }), {
      links: [...links, supply],
      rings: [],
      attributions: [],
    })
  }

  it('shows both shops with their values and nothing that a run derived', async () => {
    await sixPairs()
    const answer = await next()
    const text = JSON.stringify(answer)
    expect(text).not.to.match(/probab|bits|ledger|links?"|channel|ring|rank|0\.\d/i)
    const { a, b } = answer.pair
    expect(a.node.key < b.node.key).to.equal(true)
    for (const { values } of [a, b])
      expect(values[0]).to.deep.include({ type: 'PAID_INTO', direction: 'out' })
    expect(Object.keys(answer)).to.have.members(['run', 'pair', 'strata', 'wanted'])
    expect(Object.keys(a)).to.have.members(['node', 'values', 'listings', 'omitted'])
  })

  it('draws evenly over the strata, the same pair until it is decided, and each pair once', async () => {
    await sixPairs()
    const drawn = new Set<string>()
    for (let turn = 0; turn < 6; turn += 1) {
      const { pair, strata } = await next()
      expect((await next()).pair).to.deep.equal(pair)
      const counts = strata.map(({ decided }: { decided: number }) => decided)
      expect(Math.max(...counts) - Math.min(...counts)).to.be.at.most(1)
      drawn.add(`${pair.a.node.key} ${pair.b.node.key}`)
      expect((await decide(pair)).basis).to.equal('blind')
    }
    expect(drawn.size).to.equal(6)
    const done = await next()
    expect(done).not.to.have.property('pair')
    expect(done.strata).to.deep.equal(['A', 'B', 'C'].map((stratum) => ({ stratum, decided: 2 })))
    expect(done.wanted).to.equal(6)
  })

  it('draws from the stratum that is asked for, under letters that are no order of probability', async () => {
    await sixPairs()
    const { pair } = await next({ stratum: 'B' })
    await decide(pair)
    const { strata } = await next()
    expect(strata.find(({ stratum }: { stratum: string }) => stratum === 'B').decided).to.equal(1)
    const firsts = new Set<string>()
    for (let run = 2; run < 12; run += 1) {
      const links = [0.55, 0.97].map((value, at) => {
        const link = aLink(`shop:x.com/${2 * at}`, `shop:x.com/${2 * at + 2}`)
        return { ...link, ledger: { ...link.ledger, probability: p(value) } }
      })
      await served.own.publishRun(aRun({ seed: 7 }), { links, rings: [], attributions: [] })
      firsts.add((await next({ stratum: 'A' })).pair.a.node.key)
    }
    expect(firsts.size).to.equal(2)
  })

  it('passes over what was decided with the score seen, without counting it', async () => {
    await sixPairs()
    const { pair } = await next()
    const decision = await decide(pair, 'reviewed')
    const after = await next()
    expect(after.pair).not.to.deep.equal(pair)
    expect(after.strata.every(({ decided }: { decided: number }) => decided === 0)).to.equal(true)
    await request(served.app).delete(`/api/decisions/${decision.id}`)
    expect((await next()).pair).to.deep.equal(pair)
  })

  it('without a run there is nothing to draw from', async () => {
    expect((await next()).type).to.equal('run-missing')
  })

  it('says nothing of probability on worked-out data either', async () => {
    await using loaded = await servingSmallDataset()
    const { text } = await request(loaded.app).get('/api/reviews/next')
    expect(text).not.to.match(/probab|"bits"|ledger|"links?"|channel|"ring"|"rank"/i)
  })
})

interface Face {
  readonly node: { readonly key: string }
}
