import { expect } from 'chai'
import request from 'supertest'

import { smallFiles } from '../jobs/small-dataset.ts'
import { aboutSmall, loaded, opened, sent } from './sending.ts'
import { type Serving, serving, untilIdle } from './serving.ts'

describe('uploads that a person looks at', () => {
  let served: Serving
  beforeEach(async () => {
    served = await serving({ withDemo: true })
  })
  afterEach(() => served[Symbol.asyncDispose]())

  it('columns go where a person puts them, and what that changes is proposed again', async () => {
    const table = 'Shop,Tel,Other\n1,13800138001,13900139001\n2,13800138002,13900139002\n'
    const { id } = await sent(served, { 'sellers.csv': table })
    const proposal = (choices: object) =>
      request(served.app).post(`/api/uploads/${id}/proposal`).send({ choices })
    const guessed = (await proposal({})).body
    expect(placed(guessed)).to.deep.equal({ shop_id: 'Shop', phone: 'Tel' })
    expect(guessed.files[0].missing).to.deep.equal(['platform'])
    expect(guessed.files[0].fields[0].samples).to.deep.equal(['1', '2'])
    const known = guessed.files[0].knownFields.map(({ field }: { field: string }) => field)
    expect(known).to.include.members(['platform', 'shop_id', 'phone', 'email'])
    const columns = { Other: 'phone', Tel: '' }
    const chosen = (await proposal({ 'sellers.csv': { kind: 'shop', columns } })).body
    expect(placed(chosen)).to.deep.equal({ shop_id: 'Shop', phone: 'Other' })
    const phone = chosen.files[0].fields.find(({ field }: { field: string }) => field === 'phone')
    expect(phone).to.include({ reason: 'chosen', fits: 2, of: 2 })
    expect(chosen.description.files[0].columns).to.include({ phone: 'Other' })
    const wrong = await proposal({ 'sellers.csv': { columns: { Tel: '__proto__' } } })
    expect(placed(wrong.body)).to.deep.equal({ shop_id: 'Shop' })
  })

  it('a stated delimiter and encoding are read by and stand in the description', async () => {
    const table = new Uint8Array([...Buffer.from('shop_id|name\n1|'), 0xc9, 0xcc, 0x0a])
    const { id } = await sent(served, { 'shops.csv': Buffer.from(table) })
    const choices = { 'shops.csv': { delimiter: '|', encoding: 'gbk' } }
    const { body } = await request(served.app).post(`/api/uploads/${id}/proposal`).send({ choices })
    expect(body.files[0].fields.map(({ samples }: { samples: string[] }) => samples)).to.deep.equal(
      [['1'], ['商']],
    )
    expect(body.description.files[0]).to.include({ delimiter: '|', encoding: 'gbk' })
  })

  it('a header in two rows is found, read as a person says, and stands in the description where they do', async () => {
    const table =
      '店铺信息,,经营者信息,\n店铺ID,店铺名称,姓名,手机号\n1,莆田鞋店,王强,13800138001\n'
    const { id } = await sent(served, { 'shops.csv': table })
    const proposal = async (choices: object) =>
      (await request(served.app).post(`/api/uploads/${id}/proposal`).send({ choices })).body
    const found = await proposal({})
    expect(found.files[0].reading).to.include({ headerRowCount: 2 })
    expect(found.description.files[0]).to.not.have.property('headerRowCount')
    expect(placed(found)).to.include({ registrant_name: '经营者信息 姓名' })
    const stated = await proposal({ 'shops.csv': { headerRowCount: 1 } })
    expect(stated.files[0].reading.stated).to.deep.equal(['headerRowCount'])
    expect(stated.files[0].columns).to.deep.equal([
      ...['店铺信息', 'column 2', '经营者信息', 'column 4'],
    ])
    expect(stated.description.files[0]).to.include({ headerRowCount: 1 })
  })

  it('a load outside what its dataset expects waits for a person, who accepts or refuses it', async () => {
    const files = [{ file: 'shop.csv', kind: 'shop', expect: { rows: 10, filled: { phone: 0.5 } } }]
    const held = {
      'dataset.json': JSON.stringify({ ...aboutSmall, files }),
      'shop.csv': smallFiles['shop.csv'],
    }
    const job = await loaded(served, held)
    expect(job).to.include({ state: 'failed' })
    expect(job.held?.[0]).to.deep.include({
      kind: 'rows',
      file: 'small/shop.csv',
      least: 8,
      most: 12,
    })
    expect(await served.own.sources()).to.deep.equal([])
    const waiting = async () => (await request(served.app).get('/api/uploads')).body.items
    const [first] = await waiting()
    expect(first.surprises).to.deep.equal(job.held)

    const accepted = await request(served.app)
      .post(`/api/uploads/${first.id}/load`)
      .send({ acceptUnexpected: true })
    await untilIdle(served.board)
    expect(served.board.notice(accepted.body.id)?.job).to.include({ state: 'done' })
    expect(await waiting()).to.deep.equal([])

    const other = { ...held, 'dataset.json': held['dataset.json'].replace('small', 'other') }
    await loaded(served, other)
    const [second] = await waiting()
    await request(served.app).delete(`/api/uploads/${second.id}`)
    expect(await waiting()).to.deep.equal([])
    expect((await served.own.sources()).map(({ dataset }) => dataset)).to.deep.equal(['small'])
  })

  it('uploads that wait are not given up for new ones, and beyond eight none is opened', async () => {
    const files = [{ file: 'shop.csv', kind: 'shop', expect: { rows: 100 } }]
    const text = JSON.stringify({ ...aboutSmall, files })
    for (let at = 0; at < 8; at += 1) {
      await loaded(served, { 'dataset.json': text, 'shop.csv': smallFiles['shop.csv'] })
    }
    const { body } = await request(served.app).get('/api/uploads')
    expect(body.items).to.have.length(8)
    const { status, body: problem } = await opened(served, [{ name: 'a.csv', bytes: 1 }])
    expect({ status, type: problem.type }).to.deep.equal({ status: 422, type: 'upload-refused' })
  })

  it('a refusal says which one it is and what fills its sentence', async () => {
    const { id } = await sent(served, { 'shops.csv': 'Id\n1\n' })
    const files = [{ file: 'shops.csv', kind: 'shop', columns: { shop_id: 'Number' } }]
    const { body } = await request(served.app)
      .post(`/api/uploads/${id}/preview`)
      .send({ description: { ...aboutSmall, files } })
    expect(body.refusal).to.deep.equal({
      code: 'mapping-missing-columns',
      values: { file: 'shops.csv', columns: ['Number'], found: ['Id'] },
    })
    expect(body.detail).to.include('“Number”')
  })
})

function placed({ files }: { files: { fields: { field: string; column: string }[] }[] }) {
  return Object.fromEntries(files[0]?.fields.map(({ field, column }) => [field, column]) ?? [])
}
