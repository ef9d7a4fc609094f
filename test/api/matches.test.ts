import { expect } from 'chai'
import request from 'supertest'

import { matchLines } from '../../server/jobs/match.ts'
import { servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

const shop = (id: string) => `shop:taobao.com/${id}`

describe('a pasted list', () => {
  let served: Serving
  before(async () => {
    served = await servingSmallDataset()
  })
  after(() => served[Symbol.asyncDispose]())

  const match = async (lines: readonly string[]) => {
    const { body } = await request(served.app).post('/api/matches').send({ lines })
    return body
  }
  const one = async (line: string) => {
    const [found] = (await match([line])).lines
    return [found.state, ...found.found.map(({ key }: { key: string }) => key)]
  }

  const matched: Record<string, [line: string, key: string]> = {
    'a key': [shop('101'), shop('101')],
    'a platform and an id': ['taobao.com/102', shop('102')],
    'an address with the id in its path': [
      'https://www.taobao.com/shop/101.html?spm=1',
      shop('101'),
    ],
    'an address with the id in a parameter': ['http://m.taobao.com/view?shopId=103', shop('103')],
    'an address with the id in its host': ['https://shop102.taobao.com/', shop('102')],
    'an address without its scheme': ['shop102.taobao.com', shop('102')],
    'a phone as people group it': ['138 0000 0002', 'contact:phone/+8613800000002'],
    'an account with spaces': ['6217 0000 0000 0000 009', 'account:bank/6217000000000000009'],
    'a piece of an account': ['000000077', 'account:bank/6217000000000000077'],
    'an e-mail': ['LOTUS@example.com', 'contact:email/lotus@example.com'],
    'a name in another script': ['金蓮花表行', shop('103')],
    'one name that begins another': ['golden lotus', shop('101')],
  }
  for (const [what, [line, key]] of Object.entries(matched)) {
    it(`${what} is matched`, async () => {
      expect(await one(line)).to.deep.equal(['matched', key])
    })
  }

  it('what several things hold is ambiguous, and says how many more there are', async () => {
    const [found] = (await match(['lotus'])).lines
    expect(found.state).to.equal('ambiguous')
    expect(found.found.length).to.be.greaterThan(1)
    expect(found.found.length).to.be.at.most(10)
    const [many] = (await match(['com'])).lines
    expect([many.found.length, many.more > 0]).to.deep.equal([10, true])
  })

  it('what nothing holds is unknown', async () => {
    expect(await one('Never Heard Of')).to.deep.equal(['unknown'])
    expect(await one('https://taobao.com/shop/99999')).to.deep.equal(['unknown'])
    expect(await one('https://example.org/shop/1')).to.deep.equal(['unknown'])
    expect(await one('***')).to.deep.equal(['unknown'])
  })

  it('empty lines and repetitions are looked up once and counted', async () => {
    const { lines, skipped } = await match(['Quiet Stranger', '', '  ', 'Quiet Stranger '])
    expect([lines.length, skipped]).to.deep.equal([1, 3])
  })

  it('is told from what only holds it also by another name that a record gives', async () => {
    const store = {
      bareNodes: async () => [],
      search: async () => {
        const { items } = await served.own.search('golden lotus', { limit: 9 })
        const renamed = items.map((node) => ({ ...node, name: `New ${node.name}` }))
        const found = renamed.map((node, at) => (at === 1 ? { ...node, foundAs: 'Lotus' } : node))
        return { items: found, total: found.length }
      },
    }
    const options = { budgetMs: 1_000, now: () => 0 }
    const [line] = await matchLines(store, ['lotus'], options)
    expect(line).to.deep.include({ state: 'matched' })
    expect(line?.found[0]?.key).to.equal(shop('102'))
  })

  it('more than 500 lines are refused as a whole', async () => {
    const { type } = await match(Array.from({ length: 501 }, (_, at) => `line ${at}`))
    expect(type).to.equal('request-invalid')
  })

  it('lines whose turn does not come are told, and those that a key names are not among them', async () => {
    let clock = 0
    const options = { budgetMs: 1, now: () => clock++ }
    const lines = ['quiet stranger', 'silver heron', shop('101')]
    const states = (await matchLines(served.own, lines, options)).map(({ state }) => state)
    expect(states).to.deep.equal(['matched', 'unasked', 'matched'])
  })
})
