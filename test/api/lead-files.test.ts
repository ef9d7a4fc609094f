import { expect } from 'chai'
import request from 'supertest'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { unzip } from '../../server/leads/checks/unzip.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import {
  aDraft,
  advanced,
  anOutcome,
  drafted,
  draftOfTwoProvinces,
  sealedDraft,
} from './leads-sent.ts'
import { servingSmallDataset } from './loaded.ts'
import { aRole } from './papers-sent.ts'
import type { Serving } from './serving.ts'

describe('leads as people work at them', () => {
  let served: Serving
  beforeEach(async () => {
    served = await servingSmallDataset()
  })
  afterEach(() => served[Symbol.asyncDispose]())

  const get = async (path: string) => (await request(served.app).get(path)).body
  const post = async (path: string, body: object) =>
    (await request(served.app).post(path).send(body)).body
  const packageOf = async (id: string) => {
    const { body } = await request(served.app)
      .get(`/api/leads/${id}/package`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done(null, Buffer.concat(chunks)))
      })
    return body as Buffer
  }

  it('are numbered within the year, together with those that were sealed at once', async () => {
    const { id } = await drafted(served)
    expect(id).to.equal('L-2026-000001-v1')
    const { ring } = (await get(`/api/lead-files/${id}`)).body
    expect(
      (await post('/api/leads', { ring, to: 'PIPCU', by: 'An', rights: ['lotus-word'] })).id,
    ).to.equal('L-2026-000002-v1')
    expect((await drafted(served)).id).to.equal('L-2026-000003-v1')
  })

  it('are sealed only when a second person approved them, who stands in the package', async () => {
    const reviewed = await advanced(served, 'reviewed')
    const early = await post(`/api/lead-files/${reviewed.id}/seal`, { by: 'An', seen: 2 })
    expect(early).to.include({ type: 'lead-refused', status: 409 })
    const own = { to: 'approved', by: 'an', seen: 2 }
    const { detail } = await post(`/api/lead-files/${reviewed.id}/steps`, own)
    expect(detail).to.include('a second person has to')
    const { body } = await sealedDraft(served)
    const { files, folder } = await unzip(await packageOf(body.packages[0] ?? ''))
    expect(folder).to.equal('L-2026-000002-v1')
    const lead = JSON.parse(new TextDecoder().decode(files.get('data/lead.json')))
    expect(lead).to.include({ approvedBy: 'Bo', asks: 'Inspect the place of dispatch.' })
  })

  it('tell whoever comes second that somebody else changed one meanwhile', async () => {
    const { id } = await drafted(served)
    const step = { to: 'reviewed', by: 'Bo', seen: 1 }
    await post(`/api/lead-files/${id}/steps`, step)
    expect((await post(`/api/lead-files/${id}/steps`, step)).type).to.equal('paper-changed')
  })

  it('are not changed any more once somebody reviewed them', async () => {
    const { id } = await advanced(served, 'reviewed')
    const { to } = aDraft('')
    const edit = { to, asks: 'Raid it.', language: 'en', seen: 2 }
    expect((await post(`/api/lead-files/${id}`, edit)).type).to.equal('lead-refused')
  })

  it('give each recipient a package of its own, with nothing in it that he may not see', async () => {
    const to = [
      { name: 'Police', audience: 'authority', territory: 'CN' },
      { name: 'The brand', audience: 'rights_holder', territory: 'CN' },
    ]
    const { id } = await drafted(served, { to })
    await post(`/api/lead-files/${id}/steps`, { to: 'reviewed', by: 'Bo', seen: 1 })
    await post(`/api/lead-files/${id}/steps`, { to: 'approved', by: 'Bo', seen: 2 })
    const { packages } = await post(`/api/lead-files/${id}/seal`, { by: 'An', seen: 3 })
    expect(packages.map((own: { id: string }) => own.id)).to.deep.equal([id, `${id}-r2`])
    const [whole, less] = await Promise.all([packageOf(id), packageOf(`${id}-r2`)])
    for (const bytes of [whole, less]) expect((await verifyPackage(bytes)).ok).to.equal(true)
    const account = '6222021234567890123'
    expect(whole.includes(account)).to.equal(true)
    expect(less.includes(account)).to.equal(false)
  })

  it('name a registrant to an authority when somebody stated a role for him, or all when that is asked for', async () => {
    const { id: ring } = (await get('/api/rings')).items[0]
    const registrant = async (more: object) => {
      const { id } = await drafted(served, { ring, ...more })
      await post(`/api/lead-files/${id}/steps`, { to: 'reviewed', by: 'Bo', seen: 1 })
      await post(`/api/lead-files/${id}/steps`, { to: 'approved', by: 'Bo', seen: 2 })
      await post(`/api/lead-files/${id}/seal`, { by: 'An', seen: 3 })
      const { files } = await unzip(await packageOf(id))
      const { nodes } = JSON.parse(new TextDecoder().decode(files.get('data/lead.json')))
      return nodes.find(({ kind }: { kind: string }) => kind === 'Identity')
    }
    const hidden = await registrant({})
    expect(hidden.key).to.match(/^identity:withheld\/person-\d+$/)
    expect(hidden.name).to.match(/^\[登记人 registrant \d+\]$/)
    const known = await registrant({ names: 'all' })
    expect(known.name).to.not.include('[')
    await post('/api/roles', { ...aRole(ring), subject: known.key, role: 'nominee' })
    expect((await registrant({})).name).to.equal(known.name)
  })

  it('are split by province, and each shop and person is counted in one of them', async () => {
    const { id } = await draftOfTwoProvinces(served)
    const { items } = await post(`/api/lead-files/${id}/split`, { by: 'An', seen: 1 })
    const parts = [
      {
        lead: 'L-2026-000001',
        province: '350000',
        shops: ['shop:taobao.com/101', 'shop:taobao.com/103'],
      },
      { lead: 'L-2026-000002', province: '440000', shops: ['shop:taobao.com/102'] },
    ]
    expect(items.map((own: LeadFileAnswer) => [own.id, own.body.parts])).to.deep.equal([
      ['L-2026-000001-v1', parts],
      ['L-2026-000002-v1', parts],
    ])
    expect(items[1].body.to[0].name).to.include('Guangdong')
    const again = await post(`/api/lead-files/${id}/split`, { by: 'An', seen: 2 })
    expect(again.detail).to.include('is split already')
    const counted: string[][] = []
    for (const own of items as LeadFileAnswer[]) {
      let { revision: seen } = own.body
      for (const to of ['reviewed', 'approved']) {
        await post(`/api/lead-files/${own.id}/steps`, { to, by: 'Bo', seen })
        seen += 1
      }
      await post(`/api/lead-files/${own.id}/seal`, { by: 'An', seen })
      const { files } = await unzip(await packageOf(own.id))
      const text = new TextDecoder().decode(files.get('data/subjects.csv'))
      const lead = own.id.replace('-v1', '')
      const rows = text.split('\r\n').filter((row) => row.endsWith(`,${lead}`))
      counted.push(rows.map((row) => row.slice(0, row.indexOf(','))))
    }
    expect(counted.map(({ length }) => length)).to.deep.equal([4, 2])
    expect(new Set(counted.flat()).size).to.equal(6)
  })

  it('are not split when nothing says that their shops are in several provinces', async () => {
    const { id } = await drafted(served)
    const { detail } = await post(`/api/lead-files/${id}/split`, { by: 'An', seen: 1 })
    expect(detail).to.include('cannot be split')
  })

  it('are corrected by a new version, and say who holds the one before', async () => {
    const first = await sealedDraft(served, 'transmitted')
    const second = await post(`/api/lead-files/${first.id}/versions`, { by: 'Chen' })
    expect(second).to.deep.include({ id: 'L-2026-000001-v2', state: 'draft' })
    expect((await post(`/api/lead-files/${first.id}/versions`, { by: 'An' })).type).to.equal(
      'lead-refused',
    )
    expect((await get(`/api/lead-files/${first.id}`)).state).to.equal('transmitted')
    await post(`/api/lead-files/${second.id}/steps`, { to: 'reviewed', by: 'Bo', seen: 1 })
    await post(`/api/lead-files/${second.id}/steps`, { to: 'approved', by: 'Bo', seen: 2 })
    const { toTell } = await post(`/api/lead-files/${second.id}/seal`, { by: 'Chen', seen: 3 })
    expect(toTell).to.deep.equal(['Meiyuan Market Supervision'])
    expect((await get(`/api/lead-files/${first.id}`)).state).to.equal('superseded')
  })

  it('keep what came of them, verified by a second person or taken back, and add it up', async () => {
    const { id } = await sealedDraft(served)
    expect((await post(`/api/lead-files/${id}/outcomes`, anOutcome)).detail).to.include('sealed')
    const { revision } = (await get(`/api/lead-files/${id}`)).body
    await post(`/api/lead-files/${id}/steps`, { to: 'transmitted', by: 'An', seen: revision })
    const { body } = await post(`/api/lead-files/${id}/outcomes`, anOutcome)
    const at = `/api/lead-files/${id}/outcomes/${body.outcomes[0].id}`
    expect((await post(at, { verifiedBy: 'An' })).detail).to.include('a second person')
    expect((await post(at, { verifiedBy: 'Bo', retract: true })).type).to.equal('request-invalid')
    expect((await post(at, { verifiedBy: 'Bo' })).body.outcomes[0].verifiedBy).to.equal('Bo')
    expect((await get('/api/lead-board')).years[0].value).to.deep.equal({ CNY: 90_000 })
    await post(at, { retract: true })
    expect((await get('/api/lead-board')).years[0].value).to.deep.equal({})
  })
})
