import { expect } from 'chai'
import request from 'supertest'

import { aPicture } from '../support/evidence-builders.ts'
import { all } from '../support/store-builders.ts'
import { aReceiptSaid, keptEvidence, sendEvidence } from './evidence-sent.ts'
import { servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

describe('evidence over the API', () => {
  let served: Serving
  beforeEach(async () => {
    served = await servingSmallDataset()
  })
  afterEach(() => served[Symbol.asyncDispose]())

  it('is said first, sent as it is, and then listed by what it is about and by its ring', async () => {
    const { status, body } = await sendEvidence(served.app)
    expect(status, JSON.stringify(body)).to.equal(200)
    expect(body.item).to.deep.include({ about: ['shop:taobao.com/101'] })
    expect(body.item.retention).to.deep.equal({ state: 'kept', until: '2027-03-01' })
    expect(body.events.map(({ what }: { what: string }) => what)).to.deep.equal(['received'])
    const list = (query: object) => request(served.app).get('/api/evidence').query(query)
    expect((await list({ about: 'shop:taobao.com/101' })).body).to.deep.include({ total: 1 })
    expect((await list({ about: 'shop:taobao.com/102' })).body).to.deep.include({ total: 0 })
    const run = await served.own.currentRun()
    const [ring] = await served.own.ringsOf(run?.id ?? 0, ['shop:taobao.com/101'])
    expect((await list({ ring: ring?.id })).body).to.deep.include({ total: 1, omitted: 0 })
    expect((await list({ ring: 'ring:none' })).body).to.include({ type: 'ring-unknown' })
  })

  it('leaves as a file that no browser opens, once, after somebody said why', async () => {
    const sha256 = await keptEvidence(served.app)
    const asked = await request(served.app)
      .post(`/api/evidence/${sha256}/exports`)
      .send({ by: 'Bo', why: 'review' })
    const fetched = await request(served.app).get(`/api/evidence/exports/${asked.body.id}`)
    expect(fetched.status).to.equal(200)
    expect(Buffer.from(fetched.body).equals(Buffer.from(aPicture('seen')))).to.equal(true)
    expect(fetched.headers).to.include({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(fetched.headers['content-disposition']).to.match(/^attachment;/)
    const events = await all(served.own.custody())
    expect(events.at(-1)).to.deep.include({ what: 'exported', by: 'Bo', why: 'review' })
    const again = await request(served.app).get(`/api/evidence/exports/${asked.body.id}`)
    expect(again.body).to.include({ type: 'evidence-unknown', status: 404 })
  })

  it('is refused when it is cut short, longer than was said, of no known format, or never announced', async () => {
    const { app } = served
    const short = await sendEvidence(app, { bytes: 99 })
    const long = await sendEvidence(app, { bytes: 3 })
    const page = await sendEvidence(app, {}, Buffer.from('<html></html>'))
    for (const { body } of [short, long, page]) {
      expect(body).to.include({ type: 'evidence-refused', status: 422 })
    }
    const unsaid = await request(app)
      .put('/api/evidence/receipts/x/file')
      .type('application/octet-stream')
      .send(Buffer.of(1))
    expect(unsaid.body).to.include({ type: 'evidence-unknown' })
    expect(await all(served.own.scanFiles('evidence'))).to.deep.equal([])
    expect(await all(served.own.custody())).to.deep.equal([])
  })

  it('takes nothing from another site, no path for a hash, and no file that is larger than one may be', async () => {
    const { app } = served
    const foreign = await request(app)
      .put('/api/evidence/receipts/x/file')
      .set('Origin', 'https://example.com')
      .type('application/octet-stream')
      .send(Buffer.of(1))
    expect(foreign.body).to.include({ type: 'origin-refused' })
    const path = await request(app).get('/api/evidence/..%2f..%2fstore.sqlite')
    expect(path.body).to.include({ type: 'request-invalid' })
    const large = await request(app)
      .post('/api/evidence')
      .send({ ...aReceiptSaid, bytes: 2 ** 40 })
    expect(large.body).to.include({ type: 'request-invalid' })
    const none = await request(app).get(`/api/evidence/${'0'.repeat(64)}`)
    expect(none.body).to.include({ type: 'evidence-unknown', status: 404 })
  })
})
