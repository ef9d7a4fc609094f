import { expect } from 'chai'
import request from 'supertest'

import { ChangesAnswer } from '../../server/contract/runs.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { smallFiles, writeDataset } from '../jobs/small-dataset.ts'
import { servingSmallDataset } from './loaded.ts'
import { noon, type Serving } from './serving.ts'

const quiet = { at: noon, onProgress: () => undefined }

/** One shop more that pays into the account of the first chain. */
const later =
  'taobao.com,104,Golden Lotus 4,2024-07-05,,,+8613800000002,lotus2@example.com,6222021234567890123,bank,Zhang Min,person,F1,Putian Shoes'

describe('what changed between two runs', () => {
  let served: Serving
  beforeEach(async () => {
    served = await servingSmallDataset()
  })
  afterEach(() => served[Symbol.asyncDispose]())

  const changes = async (path: string, query: Record<string, string> = {}) => {
    const { body, status } = await request(served.app).get(path).query(query)
    expect(status, JSON.stringify(body)).to.equal(200)
    return ChangesAnswer.parse(body)
  }

  it('a run on the same data changes nothing', async () => {
    await detect(served.own, quiet)
    const { rings, links, rescored, since, run } = await changes('/api/runs/2/changes')
    expect([since.id, run.id]).to.deep.equal([1, 2])
    expect(Object.keys(rings.counts)).to.deep.equal(['unchanged'])
    expect(links).to.deep.include({ gained: 0, lost: 0, items: [] })
    expect(links.kept).to.equal(run.summary.links)
    expect(rescored.total).to.equal(0)
  })

  it('a shop that came back is told as a ring that has grown, with its links and its ring', async () => {
    await anotherShop(served)
    const { rings, links, names } = await changes('/api/runs/2/changes')
    const grown = rings.items.find(({ change }) => change === 'grown')
    expect(grown?.gained).to.deep.equal(['shop:taobao.com/104'])
    expect(names['shop:taobao.com/104']).to.equal('Golden Lotus 4')
    expect(links.gained).to.be.greaterThan(0)
    const [link] = links.items
    expect(link).to.include({ change: 'gained', ring: grown?.after?.id })
  })

  it('the same two runs the other way round tell the opposite', async () => {
    await anotherShop(served)
    const there = await changes('/api/runs/2/changes', { since: '1' })
    const back = await changes('/api/runs/1/changes', { since: '2' })
    expect(back.rings.counts).to.deep.equal({ unchanged: 1, shrunk: 1 })
    expect(there.rings.counts).to.deep.equal({ unchanged: 1, grown: 1 })
    expect(back.links.lost).to.equal(there.links.gained)
  })

  it('a list that is asked for in part says how much it leaves out', async () => {
    await anotherShop(served)
    const all = await changes('/api/runs/2/changes')
    const some = await changes('/api/runs/2/changes', { limit: '1' })
    expect(some.rings).to.deep.include({ counts: all.rings.counts, omitted: 1 })
    expect(some.links.items).to.have.length(1)
    expect(some.links.omitted).to.equal(all.links.items.length - 1)
    const grown = await changes('/api/runs/2/changes', { change: 'grown' })
    expect(grown.rings).to.deep.include({ counts: all.rings.counts, omitted: 0 })
    expect(grown.rings.items.map(({ change }) => change)).to.deep.equal(['grown'])
  })

  for (const [what, path] of Object.entries({
    'a run that there is not': '/api/runs/9/changes',
    'a run to compare with that there is not': '/api/runs/1/changes?since=9',
    'the first run, which has none before it': '/api/runs/1/changes',
  })) {
    it(`${what} is told as unknown`, async () => {
      const { status, body } = await request(served.app).get(path)
      expect({ status, type: body.type }).to.deep.equal({ status: 404, type: 'run-unknown' })
    })
  }

  it('a run by no number is a request that does not parse', async () => {
    const { status } = await request(served.app).get('/api/runs/x/changes')
    expect(status).to.equal(400)
  })
})

async function anotherShop({ own, folder }: Serving): Promise<void> {
  const files = { ...smallFiles, 'shop.csv': `${smallFiles['shop.csv']}${later}\n` }
  await loadDatasets(own, [writeDataset(folder, 'more', { files })], quiet)
  await detect(own, quiet)
}
