import { expect } from 'chai'
import request from 'supertest'

import { readEvents } from '../../server/cli/event-stream.ts'
import { Job } from '../../server/contract/work.ts'
import { writeDataset, writeSmallDataset } from '../jobs/small-dataset.ts'
import { type Serving, serving, untilIdle } from './serving.ts'

describe('jobs', () => {
  let served: Serving
  beforeEach(async () => {
    served = await serving({ withDemo: true })
  })
  afterEach(() => served[Symbol.asyncDispose]())

  it('the stream of a job ends with the job as it ended, and says so again to whoever comes late', async () => {
    const { body } = await load(served, writeSmallDataset(served.folder))
    for (const moment of ['while it runs', 'afterwards']) {
      const events = await eventsOf(served, body.id)
      const last = Job.parse(JSON.parse(events.at(-1)?.data ?? '{}'))
      expect(last, moment).to.include({ id: body.id, state: 'done' })
      expect(last.loads?.[0]).to.include({ rows: 8, accepted: 8 })
    }
  })

  it('who has seen the end of a job is told not to come back', async () => {
    const { body } = await load(served, writeSmallDataset(served.folder))
    const events = await eventsOf(served, body.id)
    const { status } = await request(served.app)
      .get(`/api/jobs/${body.id}/events`)
      .set('Last-Event-ID', events.at(-1)?.id ?? '')
    expect(status).to.equal(204)
  })

  it('a load of an unusable file has failed, and still reports its rows', async () => {
    const path = writeDataset(served.folder, 'bad', {
      files: { 'shop.csv': 'platform,shop_id\n,1\n' },
    })
    const { body } = await load(served, path)
    await untilIdle(served.board)
    const { body: job } = await request(served.app).get(`/api/jobs/${body.id}`)
    expect(job).to.include({ state: 'failed' })
    expect(job.error).to.match(/Every row was quarantined/)
    expect(job.loads[0]).to.include({ rows: 1, quarantined: 1 })
  })

  it('a file that is cut off fails the job with its sentence and leaves the store as it was', async () => {
    const path = writeDataset(served.folder, 'cut', {
      files: { 'shop.csv': 'platform,shop_id\na,"1' },
    })
    const { body } = await load(served, path)
    await untilIdle(served.board)
    const { body: job } = await request(served.app).get(`/api/jobs/${body.id}`)
    expect(job).to.include({ state: 'failed' })
    expect(job.error).to.match(/shop\.csv/)
    expect(await served.own.sources()).to.deep.equal([])
    expect(served.logged).to.deep.equal([])
  })

  it('the page shows the user’s own data as soon as there is any, and never both', async () => {
    expect((await request(served.app).get('/api/health')).body.store.role).to.equal('demo')
    await load(served, writeSmallDataset(served.folder))
    await untilIdle(served.board)
    const { body } = await request(served.app).get('/api/health')
    expect(body.store.role).to.equal('own')
    expect(body.datasets).to.deep.equal(['small'])
  })
})

function load({ app }: Serving, path: string) {
  return request(app)
    .post('/api/loads')
    .send({ paths: [path] })
}

async function eventsOf({ app }: Serving, id: string) {
  const { text } = await request(app).get(`/api/jobs/${id}/events`)
  const events = []
  for await (const event of readEvents(once(text))) events.push(event)
  return events
}

async function* once(text: string): AsyncIterable<string> {
  yield text
}
