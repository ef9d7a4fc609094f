import { expect } from 'chai'
import request from 'supertest'

import { exportLines } from '../../server/jobs/export-lines.ts'
import { all, aSource, at, day, edge, facts, load, node } from '../support/store-builders.ts'
import { type Serving, serving } from './serving.ts'

const shop = 'shop:taobao.com/1'
const noonOf = (text: string) => at(Date.parse(`${text}T12:00:00Z`))

describe('asking of another time', () => {
  let served: Serving
  before(async () => {
    served = await serving()
    const called = (name: string, phone: string) => [
      facts(name, {
        nodes: [node(shop, { name })],
        edges: [
          edge(shop, 'REACHED_AT', `contact:phone/${phone}`, { firstSeen: day('2024-05-01') }),
        ],
      }),
    ]
    const source = (text: string) => aSource('demo/shops.csv', { loadedAt: noonOf(text) })
    await load(served.own, called('Lotus', '+861'), source('2026-01-10'))
    await load(served.own, called('Heron', '+862'), source('2026-01-20'))
  })
  after(() => served[Symbol.asyncDispose]())

  const get = async (path: string, query: Record<string, string>) =>
    (await request(served.app).get(path).query(query)).body

  it('finds by the name of then, and not by one that came later', async () => {
    const totals = async (q: string, when: Record<string, string>) =>
      (await get('/api/search', { q, ...when })).total
    expect(await totals('lotus', {})).to.equal(0)
    expect(await totals('lotus', { knownAt: '2026-01-10' })).to.equal(1)
    expect(await totals('heron', { knownAt: '2026-01-19' })).to.equal(0)
    expect(await totals('heron', { knownAt: '2026-01-20T11:59:59Z' })).to.equal(0)
    expect(await totals('heron', { knownAt: '2026-01-20T20:00:00+08:00' })).to.equal(1)
  })

  it('says under which name another record found a thing', async () => {
    const other = facts('1', { source: 'other/shops.csv', nodes: [node(shop, { name: 'Egret' })] })
    await load(served.own, [other], aSource('other/shops.csv', { loadedAt: noonOf('2026-01-05') }))
    const [now] = (await get('/api/search', { q: 'egret' })).items
    expect(now).to.include({ name: 'Heron', foundAs: 'Egret' })
    const [then] = (await get('/api/search', { q: 'egret', knownAt: '2026-01-05' })).items
    expect(then).to.include({ name: 'Egret' }).and.not.have.property('foundAs')
  })

  it('shows the neighbors of then, and says where nothing was there yet', async () => {
    const asked = { key: shop, type: 'REACHED_AT', direction: 'out' }
    const then = await get('/api/neighbours', { ...asked, knownAt: '2026-01-15' })
    expect(then.items.map(({ edge: { to } }: { edge: { to: string } }) => to)).to.deep.equal([
      'contact:phone/+861',
    ])
    expect((await get('/api/neighbours', { ...asked, asOf: '2024-04-30' })).total).to.equal(0)
    const early = await get('/api/neighbours', { key: shop, knownAt: '2026-01-01' })
    expect(early.type).to.equal('node-unknown')
    const wrong = await get('/api/neighbours', { key: shop, knownAt: 'yesterday' })
    expect(wrong.type).to.equal('request-invalid')
  })

  it('tells of a thing what was told then, by whom, and who held it', async () => {
    const phone = 'contact:phone/+861'
    const late = facts('event', {
      ...{ source: 'demo/events.csv', kind: 'event', fields: { on: '2026-02-01' } },
      nodes: [node(shop)],
    })
    const source = aSource('demo/events.csv', { kind: 'event', loadedAt: noonOf('2026-01-12') })
    await load(served.own, [late], source)
    const node1 = (when: Record<string, string>) => get('/api/nodes', { key: shop, ...when })
    const then = await node1({ knownAt: '2026-01-15' })
    expect(then.node.name).to.equal('Lotus')
    expect(then.records.length).to.equal(then.node.records.length)
    expect(then.records[0].hash).to.not.equal((await node1({})).records[0].hash)
    expect((await get('/api/nodes', { key: phone, knownAt: '2026-01-15' })).holders).to.equal(1)
    expect((await get('/api/nodes', { key: phone, asOf: '2024-04-30' })).type).to.equal(
      'node-unknown',
    )
    const told = async (when: Record<string, string>) => (await node1(when)).about.length
    expect(await told({ knownAt: '2026-01-11' })).to.equal(0)
    expect(await told({ knownAt: '2026-01-15' })).to.equal(1)
    expect(await told({ asOf: '2026-01-31' })).to.equal(0)
    expect(await told({ asOf: '2026-02-01' })).to.equal(1)
  })

  it('offers the candidates of then', async () => {
    const offered = async (when: Record<string, string>) => {
      const asked = { key: shop, type: 'REACHED_AT', direction: 'out', kind: 'Contact', among: [] }
      const { body } = await request(served.app)
        .post('/api/candidates')
        .send({ ...asked, ...when })
      return body.items?.map(({ node: { key } }: { node: { key: string } }) => key) ?? body.type
    }
    expect(await offered({})).to.deep.equal(['contact:phone/+862'])
    expect(await offered({ knownAt: '2026-01-15' })).to.deep.equal(['contact:phone/+861'])
    expect(await offered({ asOf: '2024-04-30' })).to.deep.equal([])
    expect(await offered({ knownAt: '2026-01-01' })).to.equal('node-unknown')
  })

  it('gathers things as they were known, with the run that was published last by then', async () => {
    const gathered = async (knownAt: string | undefined) => {
      const keys = [shop, 'contact:phone/+861', 'contact:phone/+862']
      const { body } = await request(served.app).post('/api/gatherings').send({ keys, knownAt })
      const { nodes, edges, unknown, run } = body
      const named = nodes.map(({ name }: { name: string }) => name)
      return { names: named.includes('Lotus'), edges: edges.length, unknown, run }
    }
    const then = await gathered('2026-01-15')
    expect(then).to.deep.equal({
      ...{ names: true, edges: 1, unknown: ['contact:phone/+862'] },
      run: undefined,
    })
    expect(await gathered(undefined)).to.include({ names: false, edges: 1 })
    expect((await gathered('2026-01-01')).unknown).to.have.length(3)
  })

  it('finds the ways of then, and says where an end was not there yet', async () => {
    const found = async (to: string, knownAt?: string) => {
      const asked = { from: shop, to, knownAt }
      const { body } = await request(served.app).post('/api/paths').send(asked)
      return body.paths?.length ?? body.type
    }
    expect(await found('contact:phone/+861', '2026-01-15')).to.equal(1)
    expect(await found('contact:phone/+862', '2026-01-15')).to.equal('node-unknown')
    expect(await found('contact:phone/+862')).to.equal(1)
  })

  it('exports the graph of then', async () => {
    const exported = async (knownAt: string | undefined) =>
      (
        await all(
          exportLines(served.own, 'graph', {
            ...{ format: 'ndjson', minProbability: 0 },
            when: { knownAt },
          }),
        )
      ).join('')
    expect(await exported('2026-01-15'))
      .to.include('Lotus')
      .and.not.include('Heron')
    expect(await exported(undefined))
      .to.include('Heron')
      .and.not.include('Lotus')
  })
})
