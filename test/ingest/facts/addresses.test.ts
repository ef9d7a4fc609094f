import { expect } from 'chai'

import { factsOf, forgetDatasets } from '../support.ts'

describe('an address in China', () => {
  after(forgetDatasets)

  const originOf = async (row: Record<string, unknown>) => {
    const { nodes } = await factsOf('shop', { platform: 'taobao.com', shop_id: '1', ...row })
    const origin = nodes.find(({ kind }) => kind === 'Origin')
    return { key: origin?.key, name: origin?.name, region: origin?.properties.region }
  }

  it('is one place however much of its region is left out, and is shown as it was typed', async () => {
    expect(await originOf({ origin_address: '福建莆田荔城 文献路12号' })).to.deep.equal({
      key: 'origin:福建省莆田市荔城区文献路12号',
      name: '福建莆田荔城 文献路12号',
      region: '350304',
    })
  })

  it('is in the region that its source states, where it states one', async () => {
    const row = { origin_address: '福建省莆田市荔城区文献路12号', origin_region: 'CN-FJ' }
    expect((await originOf(row)).region).to.equal('CN-FJ')
  })

  it('has no region where none shows', async () => {
    expect((await originOf({ origin_address: '文献路12号' })).region).to.equal(undefined)
  })
})
