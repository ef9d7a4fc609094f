import { expect } from 'chai'
import request from 'supertest'

import { everyRoute } from '../../server/contract/outlook-routes.ts'
import { otherAddresses, type Route } from '../../server/contract/routes.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { binary } from './binary.ts'
import { firstRing, servingSmallDataset } from './loaded.ts'
import { aDecision, aRuling } from './papers-sent.ts'
import { type Serving, untilIdle } from './serving.ts'

const shop = (id: string) => `shop:taobao.com/${id}`

describe('what the routes say', () => {
  let served: Serving
  before(async () => {
    served = await servingSmallDataset()
  })
  after(() => served[Symbol.asyncDispose]())

  it('a ring comes with everything that its picture is drawn from', async () => {
    const id = await firstRing(served)
    const { body } = await request(served.app).get(`/api/rings/${encodeURIComponent(id)}`)
    const members = body.ring.members.map((member: { shop: string }) => member.shop)
    expect(members).to.have.members([shop('101'), shop('102'), shop('103')])
    const kinds = new Set(body.nodes.map((node: { kind: string }) => node.kind))
    expect([...kinds]).to.include.members([
      'Shop',
      'Identity',
      'Contact',
      'PaymentAccount',
      'Factory',
    ])
    const account = body.nodes.find((node: { kind: string }) => node.kind === 'PaymentAccount')
    expect(body.holders[account.key]).to.equal(3)
    expect(body.events).to.have.length(2)
    expect(body.omitted).to.equal(0)
    for (const { from, to } of body.edges) {
      for (const end of [from, to]) {
        expect(body.nodes.some((node: { key: string }) => node.key === end)).to.equal(true)
      }
    }
  })

  it('neighbours are counted before any is fetched', async () => {
    const { body } = await request(served.app)
      .get('/api/neighbours')
      .query({ key: shop('101') })
    expect(body.items).to.deep.equal([])
    expect(body.total).to.equal(body.omitted)
    expect(body.counts).to.deep.include({
      type: 'PAID_INTO',
      direction: 'out',
      kind: 'PaymentAccount',
      count: 1,
    })
  })

  it('neighbours come at once where there are no more than are wanted', async () => {
    const asked = async (limit: number) =>
      (
        await request(served.app)
          .get('/api/neighbours')
          .query({ key: shop('101'), all: 'true', limit })
      ).body
    const { counts, total } = await asked(1)
    const everything = await asked(total)
    expect(everything.counts).to.deep.equal(counts)
    expect([everything.items.length, everything.omitted]).to.deep.equal([total, 0])
    const tooMany = await asked(total - 1)
    expect([tooMany.items, tooMany.omitted]).to.deep.equal([[], total])
  })

  it('months count lives that began and ended, and returns', async () => {
    const { body } = await request(served.app).get('/api/events')
    expect(body.months).to.deep.include({ month: '2024-03', opened: 1, closed: 1, cameBack: 1 })
  })

  it('a search that finds more than it shows says how many', async () => {
    const { body } = await request(served.app).get('/api/search').query({ q: 'lotus', limit: '1' })
    expect(body.items).to.have.length(1)
    expect(body.omitted).to.equal(body.total - 1)
    expect(body.total).to.be.greaterThan(1)
  })

  it('a decision is kept in one order of shops, and taken back without being lost', async () => {
    const { body: made } = await request(served.app)
      .post('/api/decisions')
      .send({ ...aDecision, a: shop('102'), b: shop('101') })
    expect([made.a, made.b]).to.deep.equal([shop('101'), shop('102')])
    const path = `/api/decisions/${made.id}`
    const { body: gone } = await request(served.app).delete(path)
    const { body: again } = await request(served.app).delete(path)
    expect(gone.retractedAt).to.be.a('number')
    expect(again).to.deep.equal(gone)
    const { body } = await request(served.app).get('/api/decisions')
    expect(body.items).to.deep.include(gone)
  })

  it('a ruling counts from the next run on, is told with the links that it changed, and is taken back without being lost', async () => {
    const detected = async () => {
      await request(served.app).post('/api/detections').send({})
      await untilIdle(served.board)
      return (await request(served.app).get('/api/runs/current/generics')).body
    }
    const pair = { from: shop('101'), to: shop('102') }
    const { body: made } = await request(served.app).post('/api/rulings').send(aRuling)
    const { values, rescored } = await detected()
    expect(values).to.have.length(1)
    expect(values[0]).to.include({ key: aRuling.value, reason: 'ruled', by: 'An', since: made.on })
    const between = rescored.filter(
      (own: typeof pair) => own.from === pair.from && own.to === pair.to,
    )
    expect(between).not.to.deep.equal([])
    const { body: link } = await request(served.app).get('/api/links').query(pair)
    expect(link.rescored).to.deep.equal(between)
    const path = `/api/rulings/${made.id}`
    const { body: gone } = await request(served.app).delete(path)
    expect((await request(served.app).delete(path)).body).to.deep.equal(gone)
    expect(gone.retractedAt).to.be.a('number')
    expect((await detected()).values).to.deep.equal([])
    const { body } = await request(served.app).get('/api/rulings')
    expect(body.items).to.deep.include(gone)
  })

  it('a ruling is about a value and not about a shop', async () => {
    const { status, body } = await request(served.app)
      .post('/api/rulings')
      .send({ ...aRuling, value: shop('101') })
    expect([status, body.type]).to.deep.equal([400, 'request-invalid'])
    expect(body.detail).to.match(/is no value that shops share/)
  })

  it('a sealed lead is fetched as a package that verifies', async () => {
    const ring = await firstRing(served)
    const { body: lead } = await request(served.app)
      .post('/api/leads')
      .send({ ring, to: 'PIPCU', by: 'An', rights: ['lotus-word'] })
    expect(lead.id).to.match(/^L-2026-000001-v1$/)
    const { body, headers } = await request(served.app)
      .get(`/api/leads/${lead.id}/package`)
      .buffer(true)
      .parse(binary)
    expect(headers['content-disposition']).to.equal(`attachment; filename=${lead.id}.zip`)
    expect(body.length).to.equal(lead.size)
    const { ok, signedBy } = await verifyPackage(body)
    expect(ok).to.equal(true)
    expect(signedBy?.from).to.match(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('openapi.json describes every route, and nothing that is not there', async () => {
    const { body } = await request(served.app).get(otherAddresses.openapi)
    expect(body.openapi).to.match(/^3\.1\./)
    const described = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const there = [
      ...Object.values<Route>(everyRoute).map(({ method, path }) => `${method} ${path}`),
      ...Object.values(otherAddresses).map((path) =>
        /\/files\/:place$|\/receipts\/:id\/file$/.test(path) ? `put ${path}` : `get ${path}`,
      ),
    ].map((line) => line.replaceAll(/:(\w+)/g, '{$1}'))
    expect(described).to.have.members(there)
  })

  it('openapi.json gives each operation a name, its parameters and its answers', async () => {
    const { body } = await request(served.app).get(otherAddresses.openapi)
    const names = new Set<string>()
    for (const [path, methods] of Object.entries<Record<string, Operation>>(body.paths)) {
      for (const { operationId, parameters = [], responses } of Object.values(methods)) {
        names.add(operationId)
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
        expect(declared, path).to.have.members(inPath)
        for (const answer of Object.values(responses)) expect(answer.description).to.be.a('string')
      }
    }
    expect(names.size).to.equal(Object.keys(everyRoute).length + Object.keys(otherAddresses).length)
  })
})

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}
