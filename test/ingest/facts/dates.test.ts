import { expect } from 'chai'

import { factsOf, forgetDatasets } from '../support.ts'

const shop = { platform: 'taobao.com', shop_id: '1' }
const key = 'shop:taobao.com/1'

describe('the dates of facts', () => {
  after(forgetDatasets)

  const seen = async (row: Record<string, unknown>) => {
    const { nodes, record } = await factsOf('shop', { ...shop, ...row })
    const { firstSeen, lastSeen, life } = nodes[0] ?? {}
    return { firstSeen, lastSeen, life, refused: record.refused.map(({ reason }) => reason) }
  }

  it('reach from the opening to the closing', async () => {
    const row = { opened_on: '2025-01-01', closed_on: '2025-06-01', closed_because: 'counterfeit' }
    expect(await seen(row)).to.deep.equal({
      firstSeen: '2025-01-01',
      lastSeen: '2025-06-01',
      life: {
        from: '2025-01-01',
        to: '2025-06-01',
        began: 'opened',
        ended: 'counterfeit',
        explicit: false,
      },
      refused: [],
    })
  })

  it('end at the sighting, or else on the day the dataset describes', async () => {
    expect(await seen({ seen_on: '2026-01-05' })).to.include({
      firstSeen: '2026-01-05',
      lastSeen: '2026-01-05',
    })
    expect(await seen({})).to.deep.equal({
      firstSeen: undefined,
      lastSeen: '2026-03-31',
      life: undefined,
      refused: [],
    })
    expect(await seen({ opened_on: '2026-05-01' })).to.include({ lastSeen: '2026-05-01' })
  })

  it('leave out a closing before the opening, and keep that the shop is closed', async () => {
    const row = { opened_on: '2025-06-01', closed_on: '2025-01-01', closed_because: 'owner' }
    const { life, refused } = await seen(row)
    expect(refused).to.deep.equal(['closed-before-opened'])
    expect(life).to.include({ from: '2025-06-01', to: undefined, ended: 'owner' })
  })

  it('of an event do not show that its subject was active', async () => {
    const event = { subject: 'taobao.com/1', event: 'penalty', on: '2026-01-05' }
    const { nodes } = await factsOf('event', event)
    expect(nodes[0]).to.deep.equal({ key, kind: 'Shop', properties: { platform: 'taobao.com' } })
  })
})
