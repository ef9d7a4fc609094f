import { expect } from 'chai'
import request from 'supertest'

import { RolesAnswer } from '../../server/contract/roles.ts'
import { servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

const shop = 'shop:taobao.com/101'
const ring = 'ring:taobao.com/101'

describe('who controls and who does what, as people state it', () => {
  let served: Serving
  let identity: string
  beforeEach(async () => {
    served = await servingSmallDataset()
    const { body } = await request(served.app)
      .get('/api/neighbours')
      .query({ key: shop, type: 'REGISTERED_TO', direction: 'out' })
    identity = body.items[0].node.key
  })
  afterEach(() => served[Symbol.asyncDispose]())

  const source = { kind: 'source', text: 'statement of a courier' }
  const said = (traits: object = {}) => ({
    subject: identity,
    role: 'organiser',
    of: ring,
    by: 'An',
    because: 'named by two sellers',
    grounds: [source],
    ...traits,
  })
  const state = async (body: object) =>
    (await request(served.app).post('/api/roles').send(body)).body
  const about = async (key?: string) =>
    RolesAnswer.parse((await request(served.app).get('/api/roles').query({ about: key })).body)

  it('is kept with author, day, reason and evidence, and told of both ends', async () => {
    const { id, body } = await state(said())
    expect(body).to.include({ by: 'An', on: '2026-03-14', because: 'named by two sellers', run: 1 })
    for (const key of [identity, ring]) {
      const { items, total } = await about(key)
      expect([items[0]?.paper.id, total]).to.deep.equal([id, 1])
      expect(items[0]?.stands).to.deep.equal([{ ring, how: 'same' }])
      expect(items[0]?.subjectName).to.equal('Li Wei')
    }
    expect((await about(shop)).total).to.equal(0)
  })

  it('rests on loaded records by their hashes, and on none that there is not', async () => {
    const { body } = await request(served.app).get('/api/nodes').query({ key: identity })
    const record = { kind: 'record', hash: body.records[0].hash }
    expect((await state(said({ grounds: [record] }))).body.grounds).to.deep.equal([record])
    const none = { kind: 'record', hash: '0'.repeat(64) }
    expect((await state(said({ grounds: [none] }))).detail).to.match(/No record has the hash/)
    expect((await state(said({ grounds: [] }))).type).to.equal('request-invalid')
  })

  it('is control of a shop too, and no other role is', async () => {
    const { body } = await state(said({ role: 'controls', of: shop }))
    expect(body.of).to.equal(shop)
    expect(body).not.to.have.property('run')
    expect((await about(shop)).total).to.equal(1)
    expect((await state(said({ role: 'payee', of: shop }))).detail).to.match(/name a ring/)
    const account = 'account:bank/6222021234567890123'
    expect((await state(said({ role: 'payee', subject: account }))).body.subject).to.equal(account)
    expect((await state(said({ role: 'controls', subject: account }))).detail).to.match(/identity/)
    expect((await state(said({ of: 'ring:nobody/1' }))).type).to.equal('ring-unknown')
    expect((await state(said({ subject: 'identity:x/1' }))).type).to.equal('node-unknown')
  })

  it('is withdrawn by name, once, and stays on record behind what stands', async () => {
    const { id } = await state(said())
    await state(said({ role: 'payee' }))
    const path = `/api/roles/${id}/withdrawal`
    const withdraw = async (by: string) =>
      (await request(served.app).post(path).send({ by, because: 'mistaken identity' })).body
    const first = await withdraw('王')
    expect(first.body.withdrawn).to.include({ by: '王', because: 'mistaken identity' })
    expect(await withdraw('An')).to.deep.equal(first)
    const { items } = await about(ring)
    expect(items.map(({ paper }) => paper.body.role)).to.deep.equal(['payee', 'organiser'])
    expect(
      (await request(served.app).post('/api/roles/none/withdrawal').send({ by: 'x' })).status,
    ).to.equal(404)
  })

  it('stands apart from what records say: the graph has no such relation', async () => {
    await state(said())
    const { body } = await request(served.app).get('/api/neighbours').query({ key: identity })
    const types = body.counts.map(({ type }: { type: string }) => type)
    expect(types).not.to.include.members(['HAS_ROLE'])
  })

  it('is not taken from another site', async () => {
    const { status } = await request(served.app)
      .post('/api/roles')
      .set('Origin', 'https://elsewhere.example')
      .send(said())
    expect(status).to.equal(403)
  })
})
