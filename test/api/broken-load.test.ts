import { expect } from 'chai'
import request from 'supertest'

import { writeSmallDataset } from '../jobs/small-dataset.ts'
import { aSource } from '../support/store-builders.ts'
import { noon, serving, untilIdle } from './serving.ts'

describe('the server after a load that was broken off', () => {
  it('says of which files only a part is there, also while it shows the demo', async () => {
    await using served = await serving({ withDemo: true })
    const unfinished = async () =>
      (await request(served.app).get('/api/health')).body.unfinished as unknown
    expect(await unfinished()).to.equal(undefined)
    await served.own.beginSources(['small/shop.csv'], noon)
    const begun = [{ id: 'small/shop.csv', what: 'load', since: noon }]
    expect(await unfinished()).to.deep.equal(begun)
    await served.own.finishSource(aSource('other/a.csv'), new Set(), [])
    expect(await unfinished()).to.deep.equal(begun)
    await request(served.app)
      .post('/api/loads')
      .send({ paths: [writeSmallDataset(served.folder)] })
    await untilIdle(served.board)
    expect(await unfinished()).to.equal(undefined)
  })

  it('says nothing of it while a job runs, as that is what has not ended', async () => {
    await using served = await serving({ jobsNeverEnd: true })
    await served.own.beginSources(['small/shop.csv'], noon)
    await request(served.app).post('/api/detections').send({})
    expect(served.board.isBusy()).to.equal(true)
    const { body } = await request(served.app).get('/api/health')
    expect(body).not.to.have.property('unfinished')
  })
})
