import { expect } from 'chai'
import request from 'supertest'

import { NodeAnswer } from '../../server/contract/graph.ts'
import { servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

describe('what can be counted of a registrant, over the wire', () => {
  let served: Serving
  before(async () => {
    served = await servingSmallDataset()
  })
  after(() => served[Symbol.asyncDispose]())

  const node = async (key: string, indicators?: string) =>
    NodeAnswer.parse((await request(served.app).get('/api/nodes').query({ key, indicators })).body)

  it('comes with an identity where it is asked for, with records, and with no other thing', async () => {
    const { body } = await request(served.app)
      .get('/api/neighbours')
      .query({ key: 'shop:taobao.com/101', type: 'REGISTERED_TO', direction: 'out' })
    const { key } = body.items[0].node
    const { indicators } = await node(key, 'true')
    const shops = indicators?.find(({ code }) => code === 'shops')
    expect(shops).to.include({ value: 1, known: 6, asMany: 6 })
    expect(shops?.keys).to.deep.equal(['shop:taobao.com/101'])
    expect(shops?.records).to.have.length(1)
    const shared = indicators?.find(({ code }) => code === 'shared_contacts')
    expect(shared).to.include({ value: 2, keysOmitted: 0 })
    expect(await node(key)).not.to.have.property('indicators')
    expect(await node('shop:taobao.com/101', 'true')).not.to.have.property('indicators')
  })
})
