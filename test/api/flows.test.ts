import { expect } from 'chai'
import request from 'supertest'

import type { FlowsAnswer } from '../../server/contract/flows.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { smallFiles, writeDataset } from '../jobs/small-dataset.ts'
import { noon, type Serving, serving } from './serving.ts'

const parcels = `waybill,shop,sender_name,sender_address,sent_on,first_scan_place,consignor,evidence
W1,taobao.com/102,Putian Shoes,Lane 3 Depot,2024-03-20,origin:ln 3 depot,,E1
W2,taobao.com/102,Putian Shoes,Lane 3 Depot,2024-03-20,,,E1
W3,taobao.com/103,,Lane 3 Depot,2024-07-01,,,
W4,,Putian Shoes,Lane 3 Depot,2024-07-02,,factory:small/F1,
W4,,Putian Shoes,Lane 3 Depot,2024-07-02,,factory:small/F1,E2
W5,jd.com/301,Other Maker,Lane 3 Depot,2024-07-03,,,
W6,taobao.com/103,Putian Shoes,Lane 3 Depot,,,factory:small/F1,
`
const factories = `factory_id,name,address,lat,lng
F1,Putian Shoes,Putian Road 9,25.4,119
`
const evidence = `evidence_id,collected_at,reliability,credibility
E1,2024-07-09,B,2
E2,2024-07-09,A,3
`

describe('the flows of a ring', () => {
  let served: Serving
  let answer: FlowsAnswer
  before(async () => {
    served = await serving()
    const files = {
      ...smallFiles,
      'parcel.csv': parcels,
      'factory.csv': factories,
      'evidence.csv': evidence,
    }
    const options = { at: noon, onProgress: () => undefined }
    await loadDatasets(served.own, [writeDataset(served.folder, 'small', { files })], options)
    await detect(served.own, options)
    answer = (await request(served.app).get(await address())).body
  })
  after(() => served[Symbol.asyncDispose]())

  const address = async () => {
    const { body } = await request(served.app).get('/api/rings')
    const ring = body.items.find(({ size }: { size: number }) => size === 3)
    return `/api/rings/${encodeURIComponent(ring.id)}/flows`
  }
  const flowFrom = (from: string | undefined) =>
    answer.flows.find((flow) => flow.from === from && flow.to.startsWith('origin:'))

  it('count parcels by day, and tell those of the ring from those that name no shop', () => {
    expect(flowFrom('factory:small/F1')?.days).to.deep.equal([
      { on: '2024-03-20', parcels: 2, ofRing: 2, bothEnds: 1 },
      { on: '2024-07-02', parcels: 1, ofRing: 0, bothEnds: 0 },
    ])
  })

  it('count a parcel without a date, and one that two rows tell of once', () => {
    expect(flowFrom('factory:small/F1')?.undated).to.equal(1)
    expect(answer.parcels).to.equal(5)
  })

  it('keep parcels whose sender nobody names, and leave out those of strangers', () => {
    expect(flowFrom(undefined)?.days.map(({ parcels: count }) => count)).to.deep.equal([1])
    expect(answer.flows).to.have.length(2)
  })

  it('name the shops whose parcels went that way', () => {
    expect(flowFrom('factory:small/F1')?.shops).to.deep.equal([
      'shop:taobao.com/102',
      'shop:taobao.com/103',
    ])
  })

  it('say when a factory was seen and how good the evidence is', () => {
    const site = answer.sites.find(({ key }) => key === 'factory:small/F1')
    expect(site?.grades).to.deep.equal(['A3', 'B2'])
    expect(site?.lastSeen).to.equal('2024-07-02')
  })

  it('bring the place that tells where a factory is', () => {
    const places = answer.nodes.filter(({ kind }) => kind === 'Place')
    expect(places.map(({ properties }) => properties.lat)).to.include(25.4)
  })

  it('answer with a problem for a ring that is not there', async () => {
    const { status, body } = await request(served.app).get('/api/rings/ring%3Anone/flows')
    expect([status, body.type.split('/').at(-1)]).to.deep.equal([404, 'ring-unknown'])
  })
})
