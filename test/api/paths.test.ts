import { expect } from 'chai'
import request from 'supertest'

import { PathsAnswer } from '../../server/contract/paths.ts'
import { servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

const shop = (id: string) => `shop:taobao.com/${id}`

describe('paths over the wire', () => {
  let served: Serving
  before(async () => {
    served = await servingSmallDataset()
  })
  after(() => served[Symbol.asyncDispose]())

  const ask = (body: object) => request(served.app).post('/api/paths').send(body)

  it('lead over what two shops hold, hop by hop, and name every node that they pass', async () => {
    const { body } = await ask({ from: shop('101'), to: shop('103'), links: false })
    const { paths, nodes, limits } = PathsAnswer.parse(body)
    expect(paths.length).to.be.greaterThan(1)
    const known = new Set(nodes.map(({ key }) => key))
    for (const { hops } of paths) {
      expect(hops[0]?.from).to.equal(shop('101'))
      expect(hops.at(-1)?.to).to.equal(shop('103'))
      for (const { from, to } of hops) expect([...known]).to.include.members([from, to])
    }
    // Products of the same hops in another order may differ in the last digit.
    const strengths = paths.map(({ strength }) => strength.toFixed(12))
    expect(strengths).to.deep.equal(strengths.toSorted().toReversed())
    expect(limits.complete).to.equal(true)
  })

  it('go over links of the run unless told otherwise', async () => {
    const { body } = await ask({ from: shop('101'), to: shop('102'), maxHops: 1 })
    expect(PathsAnswer.parse(body).paths[0]?.hops[0]?.link).to.not.equal(undefined)
    const { body: without } = await ask({
      from: shop('101'),
      to: shop('102'),
      maxHops: 1,
      links: false,
    })
    expect(PathsAnswer.parse(without).paths).to.deep.equal([])
  })

  for (const [what, body] of Object.entries({
    'more hops than eight': { from: shop('101'), to: shop('103'), maxHops: 9 },
    'an unknown type': { from: shop('101'), to: shop('103'), types: ['LOVES'] },
    'the same end twice': { from: shop('101'), to: shop('101') },
  })) {
    it(`refuse ${what}`, async () => {
      const { status, body: problem } = await ask(body)
      expect([status, problem.type]).to.deep.equal([400, 'request-invalid'])
    })
  }

  it('say when there is no such end', async () => {
    const { status, body } = await ask({ from: shop('101'), to: shop('999') })
    expect([status, body.type]).to.deep.equal([404, 'node-unknown'])
  })

  it('are not told to another site', async () => {
    const { status } = await ask({ from: shop('101'), to: shop('103') }).set(
      'Origin',
      'https://elsewhere.example',
    )
    expect(status).to.equal(403)
  })
})
