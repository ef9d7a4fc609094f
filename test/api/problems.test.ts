import { join } from 'node:path'

import { expect } from 'chai'
import request, { type Test } from 'supertest'

import { toProblem } from '../../server/api/problem.ts'
import { Problem, ProblemCode } from '../../server/contract/problem.ts'
import { FailureError } from '../../server/domain/failure.ts'
import { sendEvidence } from './evidence-sent.ts'
import { drafted } from './leads-sent.ts'
import { servingSmallDataset } from './loaded.ts'
import { aCase } from './papers-sent.ts'
import { type Serving, serving } from './serving.ts'

describe('the problems', () => {
  let served: Serving
  let empty: Serving
  before(async () => {
    served = await servingSmallDataset()
    empty = await serving({ jobsNeverEnd: true })
  })
  after(async () => {
    await served[Symbol.asyncDispose]()
    await empty[Symbol.asyncDispose]()
  })

  const post = (path: string, body: object) => request(served.app).post(path).send(body)

  /** A request that each code answers. */
  const asks: Partial<Record<ProblemCode, () => Test>> = {
    'request-invalid': () => request(served.app).get('/api/search'),
    'origin-refused': () => request(served.app).get('/api/health').set('Host', 'evil.example'),
    'path-unknown': () => request(served.app).get('/api/nothing'),
    'node-unknown': () => request(served.app).get('/api/nodes?key=shop:x/1'),
    'relation-unknown': () =>
      request(served.app).get('/api/relations?from=shop:x/1&type=AT&to=place:x'),
    'ring-unknown': () => request(served.app).get('/api/rings/ring:none'),
    'run-missing': () => request(empty.app).get('/api/rings/ring:none'),
    'run-unknown': () => request(served.app).get('/api/runs/9/changes'),
    'upload-unknown': () => request(served.app).delete('/api/uploads/none'),
    'upload-refused': () => post('/api/uploads', { files: [{ name: '../a.csv', bytes: 1 }] }),
    'decision-unknown': () => request(served.app).delete('/api/decisions/none'),
    'ruling-unknown': () => request(served.app).delete('/api/rulings/none'),
    'paper-unknown': () => request(served.app).delete('/api/notes/none'),
    'job-unknown': () => request(served.app).get('/api/jobs/none/events'),
    'evidence-unknown': () => request(served.app).get(`/api/evidence/${'0'.repeat(64)}`),
    'lead-unknown': () => request(served.app).get('/api/leads/none/package'),
    'dataset-refused': () => post('/api/loads', { paths: [join(served.folder, 'nowhere')] }),
  }

  for (const [code, ask] of Object.entries(asks)) {
    it(`${code} is answered as problem details with a sentence`, async () => {
      const { status, body, type } = await ask()
      expect(type).to.equal('application/problem+json')
      expect(Problem.parse(body)).to.include({ type: code, status })
      expect(body.detail).to.match(/.{10}/)
    })
  }

  it('job-running is answered while another job runs', async () => {
    const ask = () => request(empty.app).post('/api/detections').send({})
    expect((await ask()).status).to.equal(200)
    const { status, body } = await ask()
    expect({ status, type: body.type }).to.deep.equal({ status: 409, type: 'job-running' })
  })

  it('paper-changed is answered to the second of two who change one case at once', async () => {
    const { body: made } = await post('/api/cases', aCase)
    const change = { ...aCase, id: made.id, seen: 1 }
    await post('/api/cases', change)
    const { status, body } = await post('/api/cases', change)
    expect({ status, type: body.type }).to.deep.equal({ status: 409, type: 'paper-changed' })
  })

  it('evidence-refused is answered to a file of no known format', async () => {
    const { status, body } = await sendEvidence(served.app, {}, Buffer.from('<html></html>'))
    expect({ status, type: body.type }).to.deep.equal({ status: 422, type: 'evidence-refused' })
  })

  it('lead-refused is answered to a step that does not follow', async () => {
    const { id } = await drafted(served)
    const step = { to: 'sealed', by: 'Bo', seen: 1 }
    const { status, body } = await post(`/api/lead-files/${id}/steps`, step)
    expect({ status, type: body.type }).to.deep.equal({ status: 409, type: 'lead-refused' })
  })

  it('store-unreachable carries the store’s own sentence, and internal none of ours', () => {
    expect(toProblem(new FailureError('Neo4j does not answer.'))).to.include({
      status: 503,
      detail: 'Neo4j does not answer.',
    })
    const internal = toProblem(new TypeError('x is not a function'))
    expect(internal.type).to.equal('internal')
    expect(internal.detail).to.not.include('x is not')
  })

  it('every code is reached here, but for the one that no route of this version answers', () => {
    const others = [
      'evidence-refused',
      'job-running',
      'lead-refused',
      'paper-changed',
      'store-unreachable',
      // Where an authority gives no time stamp: lead-stamps.test.ts.
      'time-stamp-missing',
      'internal',
    ]
    expect([...Object.keys(asks), ...others, 'link-unknown']).to.have.members(
      ProblemCode.def.values,
    )
  })
})
