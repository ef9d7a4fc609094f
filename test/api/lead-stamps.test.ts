import { expect } from 'chai'
import request from 'supertest'

import type { SealedLead } from '../../server/domain/lead.ts'
import { anAuthority, type StampAuthority } from '../support/stamp-authority.ts'
import { rejection, stampedAt, tokenFor } from '../support/stamp-token.ts'
import { binary } from './binary.ts'
import { sealedDraft } from './leads-sent.ts'
import { servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

describe('time stamps over HTTP', () => {
  let served: Serving
  let authority: StampAuthority
  beforeEach(async () => {
    authority = await anAuthority()
    served = await servingSmallDataset({ authority })
  })
  afterEach(async () => {
    await served[Symbol.asyncDispose]()
    await authority[Symbol.asyncDispose]()
  })

  const post = (path: string) => request(served.app).post(path).send({})
  const sealed = async (): Promise<SealedLead> => {
    const { body } = await sealedDraft(served)
    const leads = await request(served.app).get('/api/leads')
    expect(leads.body.authority).to.equal(authority.url)
    return leads.body.items.find(({ id }: SealedLead) => id === body.packages[0])
  }

  it('come with sealing, and as the file that the authority sent', async () => {
    const { id, stamp } = await sealed()
    expect(stamp).to.include({ at: stampedAt })
    const { headers, body } = await request(served.app)
      .get(`/api/leads/${id}/stamp.tsr`)
      .buffer(true)
      .parse(binary)
    expect(headers['content-type']).to.include('application/timestamp-reply')
    expect(headers['content-disposition']).to.include(`${id}.tsr`)
    expect(body).to.have.length(stamp?.size ?? 0)
  })

  it('are missing with the reason where the authority refuses, and given when it is asked again', async () => {
    authority.answers((_, response) => response.end(rejection(14, 'come back later')))
    const { id, unstamped } = await sealed()
    expect(unstamped).to.include({ reason: 'rejected' })
    const { status, body } = await post(`/api/leads/${id}/stamp`)
    expect({ status, type: body.type }).to.deep.equal({ status: 502, type: 'time-stamp-missing' })
    expect(body.detail).to.include('(timeNotAvailable); “come back later”')
    expect(body.refusal).to.have.nested.property('values.reason', 'rejected')
    expect((await request(served.app).get(`/api/leads/${id}/stamp.tsr`)).status).to.equal(404)
    authority.answers((asked, response) => response.end(tokenFor(asked, authority.signer)))
    expect((await post(`/api/leads/${id}/stamp`)).body).to.have.nested.property('stamp.serial')
  })

  it('are refused where nobody is named who could give them', async () => {
    await using bare = await servingSmallDataset()
    const { body } = await sealedDraft(bare)
    const path = `/api/leads/${body.packages[0]}/stamp`
    const answer = await request(bare.app).post(path).send({})
    expect(answer.body).to.include({ type: 'lead-refused', status: 409 })
    expect(answer.body.refusal.code).to.equal('stamp-off')
    expect((await post('/api/leads/none/stamp')).body.type).to.equal('lead-unknown')
  })
})
