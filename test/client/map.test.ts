import { expect } from 'chai'

import { columnsOf } from '../../client/map/columns.ts'
import { sharedBy } from '../../client/map/compare.ts'
import { factoryRows } from '../../client/map/factory-rows.ts'
import { mapInput } from '../../client/map/map-data.ts'
import { marketsOf } from '../../client/map/markets.ts'
import { monthBars } from '../../client/map/months.ts'
import { selectedSites } from '../../client/map/selected-sites.ts'
import { emptyScene, withMore } from '../../client/scene/build-scene.ts'
import type { Scene } from '../../client/scene/scene.ts'
import type { FlowsAnswer } from '../../server/contract/flows.ts'
import type { BareNode } from '../../server/contract/graph.ts'
import type { Attribution } from '../../server/contract/ring.ts'
import { anEdge, aShop } from './builders.ts'

const a = 'factory:a'
const b = 'factory:b'
const yard = 'origin:yard'
const card = 'account:card/1'
const shop = 'shop:weigou/1'

const thing = (key: string, kind: BareNode['kind']) => aShop({ key, kind, lives: [] })
const traced = (target: string, rank: number, shops: readonly string[]) =>
  ({
    target,
    rank,
    shops,
    missing: ['no-test-buy'],
    hub: false,
    path: [],
  }) as unknown as Attribution

const scene: Scene = {
  ...withMore(emptyScene, {
    nodes: [
      thing(a, 'Factory'),
      thing(b, 'Factory'),
      thing(yard, 'Origin'),
      thing(card, 'PaymentAccount'),
      aShop({ key: shop }),
      aShop({ key: 'shop:jushi/2' }),
    ],
    edges: [
      anEdge({ from: shop, type: 'SHIPS_FROM', to: yard }),
      anEdge({ from: shop, type: 'PAID_INTO', to: card }),
    ],
  }),
  attributions: [traced(a, 1, [shop]), traced(b, 2, [shop])],
}

const day = (on: string, parcels: number) => ({ on, parcels, ofRing: parcels, bothEnds: 0 })
const flow = (from: string, days: readonly ReturnType<typeof day>[]) => ({
  ...{ from, to: yard, days, undated: 0, undatedOfRing: 0, stated: 0, shops: [shop] },
})
const flows = {
  flows: [flow(a, [day('2025-01-05', 3), day('2025-03-05', 1)]), flow(b, [day('2025-03-09', 1)])],
  sites: [{ key: b, firstSeen: '2025-03-09', lastSeen: '2025-03-09', grades: ['B2'] }],
  ...{ nodes: [], standings: [], parcels: 5, omitted: 0 },
} as unknown as FlowsAnswer

const input = (until = '2026-01-01') => mapInput(scene, flows, { from: undefined, until })

describe('the table of factories', () => {
  it('puts first who sent most of the ring’s parcels in the period', () => {
    const rows = factoryRows(scene, input().traffic, flows.sites)
    expect(rows.map(({ key, share }) => [key, share])).to.deep.equal([
      [a, 0.8],
      [b, 0.2],
    ])
  })

  it('says when each was seen, how good the evidence is and what is missing', () => {
    const row = factoryRows(scene, input().traffic, flows.sites)[1]
    expect([row?.firstSeen, row?.grades, row?.missing]).to.deep.equal([
      '2025-03-09',
      ['B2'],
      ['no-test-buy'],
    ])
  })

  it('gives no share at a date before any parcel', () => {
    const rows = factoryRows(scene, input('2024-01-01').traffic, flows.sites)
    expect(rows.map(({ share }) => share)).to.deep.equal([undefined, undefined])
  })
})

describe('two factories compared', () => {
  it('share the origin of their parcels, and what their common shop touches', () => {
    const shared = sharedBy(a, b, scene, () => [yard])
    expect(shared.origins.map(({ key }) => key)).to.deep.equal([yard])
    expect(shared.accounts.map(({ key }) => key)).to.deep.equal([card])
    expect(shared.shops.map(({ key }) => key)).to.deep.equal([shop])
  })

  it('share nothing that is hidden', () => {
    const hidden = { ...scene, hidden: new Set([yard]) }
    expect(sharedBy(a, b, hidden, () => [yard]).origins).to.deep.equal([])
  })
})

describe('the columns', () => {
  const textOf = ({ node }: { readonly node: BareNode }) => ({ label: node.name, detail: '' })

  it('lead from factories by parcels to origins, and by shops to accounts', () => {
    const { ties } = columnsOf(scene, input(), { width: 500, height: 300 }, textOf)
    expect(ties.map(({ from, to, count, of }) => [from, to, count, of])).to.deep.equal([
      [a, yard, 4, 'parcels'],
      [b, yard, 1, 'parcels'],
      [yard, card, 1, 'shops'],
    ])
  })

  it('say how many found no room', () => {
    const { nodes, left } = columnsOf(scene, input(), { width: 500, height: 100 }, textOf)
    expect([nodes.length, left]).to.deep.equal([3, 1])
  })
})

describe('months of parcels', () => {
  it('stand in a row without gaps, those of the leading factory apart', () => {
    expect(monthBars(flows.flows, a)).to.deep.equal([
      { month: '2025-01', lead: 3, others: 0 },
      { month: '2025-02', lead: 0, others: 0 },
      { month: '2025-03', lead: 1, others: 1 },
    ])
  })
})

describe('a selection on the map', () => {
  it('marks where a selected shop ships from', () => {
    const sites = selectedSites(scene, { kind: 'nodes', keys: [shop] })
    expect([...sites]).to.deep.equal([shop, yard])
  })

  it('names the market places, which have no place', () => {
    expect(marketsOf(scene).map(({ platform }) => platform)).to.deep.equal(['jushi', 'weigou'])
  })
})
