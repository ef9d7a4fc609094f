import { expect } from 'chai'
import request from 'supertest'

import { servingSmallDataset } from './loaded.ts'
import { aCase, aHold, aScene } from './papers-sent.ts'
import type { Serving } from './serving.ts'

const shop = (id: string) => `shop:taobao.com/${id}`
const link = JSON.stringify([shop('101'), 'came_back_as', shop('102')])

describe('what people write', () => {
  let served: Serving
  beforeEach(async () => {
    served = await servingSmallDataset()
  })
  afterEach(() => served[Symbol.asyncDispose]())

  const get = async (path: string, query = {}) =>
    (await request(served.app).get(path).query(query)).body
  const post = async (path: string, body: object) =>
    (await request(served.app).post(path).send(body)).body
  const remove = async (path: string) => (await request(served.app).delete(path)).body

  it('a note stands on a thing or a link, and is struck through instead of deleted', async () => {
    const note = await post('/api/notes', { about: shop('101'), by: 'An', text: ' seen twice ' })
    await post('/api/notes', { about: link, by: '王', text: '同一收款账户' })
    expect(note.body.text).to.equal('seen twice')
    const gone = await remove(`/api/notes/${note.id}`)
    expect(await remove(`/api/notes/${note.id}`)).to.deep.equal(gone)
    expect(await get('/api/notes', { about: shop('101') })).to.deep.equal({
      items: [gone],
      total: 1,
      omitted: 0,
    })
    expect((await get('/api/notes', { about: link })).items[0].body.text).to.equal('同一收款账户')
    const one = await get('/api/notes', { limit: 1 })
    expect([one.items[0].body.by, one.total, one.omitted]).to.deep.equal(['王', 2, 1])
  })

  it('a note on what is not there, or on a link that is none, is refused', async () => {
    const said = { by: 'An', text: 'x' }
    expect((await post('/api/notes', { ...said, about: shop('?') })).type).to.equal('node-unknown')
    expect((await post('/api/notes', { ...said, about: '["a"]' })).type).to.equal('request-invalid')
    expect((await remove('/api/notes/none')).type).to.equal('paper-unknown')
  })

  it('a hold names a shop and a day to come, and is released without being lost', async () => {
    const hold = await post('/api/holds', aHold)
    expect(hold.body.shop).to.equal(shop('103'))
    const past = await post('/api/holds', { ...aHold, until: '2026-03-13' })
    expect(past.detail).to.match(/is past/)
    const account = 'account:bank/6222021234567890123'
    expect((await post('/api/holds', { ...aHold, shop: account })).detail).to.match(/is no shop/)
    const released = await remove(`/api/holds/${hold.id}`)
    expect(released.body.releasedAt).to.be.a('number')
    expect((await get('/api/holds')).items).to.deep.equal([released])
  })

  it('holds are a table without formulas, of those that stand today', async () => {
    await post('/api/holds', { ...aHold, why: '=HYPERLINK("http://x")' })
    const { id } = await post('/api/holds', { ...aHold, shop: shop('101') })
    await remove(`/api/holds/${id}`)
    const { text, headers } = await request(served.app).get('/api/holds.csv')
    expect(headers['content-type']).to.match(/^text\/csv/)
    expect(headers['content-disposition']).to.include('holds.csv')
    const [head, ...rows] = text.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).to.equal('platform,shop_id,name,url,until,why,by,placed_on')
    expect(rows).to.have.length(1)
    expect(rows[0]).to.match(/^taobao\.com,103,金莲花表行,,2026-04-30,"'=HYPERLINK/)
    const rowsOn = async (asOf: string) => {
      const answer = await request(served.app).get('/api/holds.csv').query({ asOf })
      return answer.status === 200 ? answer.text.trim().split('\r\n').length - 1 : answer.body.type
    }
    const [placed] = rows[0]?.split(',').slice(-1) ?? []
    expect(await rowsOn(placed ?? '')).to.equal(1)
    expect(await rowsOn('2026-04-30')).to.equal(1)
    expect(await rowsOn('2026-05-01')).to.equal(0)
    expect(await rowsOn('2020-01-01')).to.equal(0)
    expect(await rowsOn('yesterday')).to.equal('request-invalid')
  })

  it('a case is changed as it was last seen, and not over what somebody else wrote', async () => {
    const made = await post('/api/cases', aCase)
    expect(made.body.revision).to.equal(1)
    const change = { ...aCase, id: made.id, seen: 1, tray: [shop('101'), link] }
    expect((await post('/api/cases', change)).body).to.include({ revision: 2, at: made.body.at })
    expect((await post('/api/cases', { ...change, tray: [] })).type).to.equal('paper-changed')
    const gone = await remove(`/api/cases/${made.id}`)
    expect(gone.body.tray).to.deep.equal([shop('101'), link])
    expect((await get('/api/cases')).items).to.deep.equal([gone])
  })

  it('a scene keeps its places, is renamed under its id, and comes with what is known of its things', async () => {
    const made = await post('/api/scenes', aScene)
    const renamed = await post('/api/scenes', { ...aScene, id: made.id, name: 'Lotus' })
    expect(renamed.id).to.equal(made.id)
    const { items } = await get('/api/scenes')
    expect(items.map(({ body }: { body: object }) => body)).to.deep.equal([
      { ...aScene, name: 'Lotus', at: made.body.at },
    ])
    expect((await post('/api/scenes', { ...aScene, id: '?' })).type).to.equal('paper-unknown')
  })

  it('things are gathered with the relations and links among them, and unknown keys are told', async () => {
    const account = 'account:bank/6222021234567890123'
    const keys = [shop('101'), shop('102'), account, shop('?')]
    const { nodes, edges, links, holders, unknown } = await post('/api/gatherings', { keys })
    expect(nodes.map(({ key }: { key: string }) => key)).to.have.members(keys.slice(0, 3))
    expect(edges).to.have.length(2)
    expect(links.map(({ kind }: { kind: string }) => kind)).to.include('came_back_as')
    expect(holders[account]).to.equal(3)
    expect(unknown).to.deep.equal([shop('?')])
  })

  it('another case or a sealed lead is told by who is at it, and by nothing of its content', async () => {
    const nobody = { cases: [], leads: [] }
    const rings = await get('/api/rings')
    const ring = rings.items.find(({ size }: { size: number }) => size === 3).id
    expect(await get('/api/conflicts', { about: shop('101') })).to.deep.equal(nobody)
    const own = await post('/api/cases', { ...aCase, tray: [link] })
    const told = { cases: [{ owner: 'An', status: 'open' }], leads: [] }
    for (const about of [shop('101'), shop('102'), ring])
      expect(await get('/api/conflicts', { about })).to.deep.equal(told)
    expect(await get('/api/conflicts', { about: shop('101'), case: own.id })).to.deep.equal(nobody)
    expect(await get('/api/conflicts', { about: 'shop:jd.com/201' })).to.deep.equal(nobody)
    await remove(`/api/cases/${own.id}`)
    expect(await get('/api/conflicts', { about: shop('101') })).to.deep.equal(nobody)
    const saved = await post('/api/cases', { ...aCase, owner: 'Bo', status: 'closed' })
    await post('/api/scenes', { ...aScene, case: saved.id })
    await post('/api/leads', { ring, to: 'PIPCU', by: 'Cy', rights: ['lotus-word'] })
    const { cases, leads } = await get('/api/conflicts', { about: ring })
    expect(cases).to.deep.equal([{ owner: 'Bo', status: 'closed' }])
    expect(leads).to.have.length(1)
    expect(Object.keys(leads[0])).to.have.members(['sealedBy', 'sealedAt'])
  })
})
