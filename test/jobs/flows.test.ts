import { join } from 'node:path'

import { expect } from 'chai'

import { ringFlows } from '../../server/jobs/flows.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aRing, aRun, day, edge, facts, load, node } from '../support/store-builders.ts'
import { temporaryFolder } from './small-dataset.ts'

const [shop, yard, works, spelling] = [
  'shop:t/1',
  'origin:yard',
  'factory:d/works',
  'factory:e/wroks',
] as const

describe('ringFlows', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    await load(store, [
      facts('factories', {
        kind: 'factory',
        nodes: [node(works, { name: 'Works' }), node(spelling, { name: 'Wroks Ltd' })],
      }),
      ...[works, spelling].map((from, place) =>
        facts(from, {
          edges: [edge(from, 'SHIPS_FROM', yard, { firstSeen: day(`2025-0${2 - place}-01`) })],
        }),
      ),
      facts('parcel', {
        kind: 'parcel',
        fields: { waybill: 'W1', shop: 't/1', sender_name: 'Wroks Ltd', sent_on: '2025-03-01' },
        edges: [edge(shop, 'SHIPS_FROM', yard)],
      }),
      facts('consigned', {
        kind: 'parcel',
        fields: { waybill: 'W2', shop: 't/1', consignor: spelling, sent_on: '2025-03-02' },
        edges: [edge(shop, 'SHIPS_FROM', yard)],
      }),
    ])
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  it('takes nodes that the run calls one factory for one', async () => {
    const said = { kind: 'Factory' as const, name: 'Works', rank: 1, links: 1, parcels: 1 }
    const attribution = {
      ...{ ring: 'ring:t/1', target: works, ...said, testBuys: 0, shops: [shop], strangers: 0 },
      ...{ hub: false, path: [], weakest: 0, missing: [] },
    }
    const sameAs = [{ key: spelling, name: 'Wroks Ltd', bits: 5 }]
    const rings = [aRing('ring:t/1', 1, [shop])]
    const apart = await store.publishRun(aRun(), { links: [], rings, attributions: [attribution] })
    const joined = await store.publishRun(aRun(), {
      ...{ links: [], rings },
      attributions: [{ ...attribution, sameAs }],
    })
    const flowsOf = async (run: number) => {
      const found = await ringFlows(store, run, 'ring:t/1', new Map())
      return {
        flows: found?.flows.map(({ from, days, stated, statedOn }) => ({
          ...{ from, stated, statedOn },
          parcels: days.reduce((sum, { parcels }) => sum + parcels, 0),
        })),
        sites: found?.sites.map(({ key }) => key),
      }
    }
    expect(await flowsOf(apart.id)).to.deep.equal({
      flows: [
        { from: works, stated: 1, statedOn: '2025-02-01', parcels: 0 },
        { from: spelling, stated: 1, statedOn: '2025-01-01', parcels: 2 },
      ],
      sites: [works, spelling, yard],
    })
    expect(await flowsOf(joined.id)).to.deep.equal({
      flows: [{ from: works, stated: 2, statedOn: '2025-01-01', parcels: 2 }],
      sites: [works, yard],
    })
  })
})
