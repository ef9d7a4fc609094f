import { expect } from 'chai'
import fc from 'fast-check'

import { facetsOf } from '../../client/filter/facets.ts'
import {
  emptyFilter,
  type Filter,
  facetIds,
  filterIn,
  filtersOn,
  turned,
  writeFilter,
} from '../../client/filter/filter.ts'
import { shownScene } from '../../client/filter/shown-scene.ts'
import { emptyScene } from '../../client/scene/build-scene.ts'
import { linkId, type Scene } from '../../client/scene/scene.ts'
import { Life } from '../../server/domain/life.ts'
import { Probability } from '../../server/domain/units.ts'
import { aLink, anyView, aShop } from './builders.ts'

const life = (from: string, to?: string) => Life.parse({ from, began: 'opened', ...(to && { to }) })

const nodes = [
  aShop({ key: 'shop:taobao/1', lives: [life('2024-01-01', '2024-06-01')] }),
  aShop({ key: 'shop:taobao/2', lives: [life('2024-07-01')] }),
  aShop({ key: 'shop:jushi/3' }),
  aShop({ key: 'person:x', kind: 'Identity', properties: { country: 'CN' } }),
  aShop({ key: 'origin:y', kind: 'Origin' }),
]
const links = [
  { ...aLink('shop:taobao/1', 'shop:taobao/2'), probability: Probability.parse(0.97) },
  { ...aLink('shop:taobao/2', 'shop:jushi/3'), probability: Probability.parse(0.6) },
]
const scene: Scene = {
  ...emptyScene,
  nodes: new Map(nodes.map((node) => [node.key, node])),
  links: new Map(links.map((link) => [linkId(link), link])),
}
const asOf = '2025-01-01'
const without = (filter: Filter) => [...shownScene(scene, filter, asOf).scene.hidden]
const off = (...codes: readonly string[]): Filter => ({ off: codes })

const text = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' })
const code = fc.tuple(fc.constantFrom(...facetIds), text).map((parts) => parts.join(':'))
const date = fc.constantFrom('2023-01-01', '2024-02-29')
const anyFilter = fc
  .record(
    { off: fc.uniqueArray(code, { maxLength: 5 }), from: date, to: date },
    { requiredKeys: ['off'] },
  )
  .filter((filter) => 0 < filtersOn(filter))

describe('filter', () => {
  it('says of each facet what the scene has of it', () => {
    const rows = new Map(facetsOf(scene, asOf).map((facet) => [facet.id, facet]))
    const counts = (id: (typeof facetIds)[number]) =>
      rows.get(id)?.rows.map(({ value, count }) => `${value} ${count}`)
    expect(counts('kind')).to.deep.equal(['Shop 3', 'Identity 1', 'Origin 1'])
    expect(counts('status')).to.deep.equal(['open 1', 'closed 1', 'unknown 1'])
    expect(counts('platform')).to.deep.equal(['taobao 2', 'jushi 1'])
    expect(counts('country')).to.deep.equal(['CN 1'])
    expect(counts('strength')).to.deep.equal(['p95 1', 'p50 1'])
    expect(rows.get('country')?.without).to.equal(1)
  })

  it('hides what has a value that is off, and leaves alone what has none', () => {
    expect(without(off('status:closed'))).to.deep.equal(['shop:taobao/1'])
    expect(without(off('platform:taobao'))).to.deep.equal(['shop:taobao/1', 'shop:taobao/2'])
    expect(without(off('country:CN'))).to.deep.equal(['person:x'])
    expect(without(off('status:closed', 'kind:Origin'))).to.have.lengthOf(2)
  })

  it('takes out links of a strength that is off, and no thing for it', () => {
    const shown = shownScene(scene, off('strength:p50'), asOf)
    expect([...shown.scene.links.values()].map(({ probability }) => probability)).to.deep.equal([
      0.97,
    ])
    expect(shown).to.include({ things: 0, links: 1 })
  })

  it('keeps what was there for a day of the range, and what has no date', () => {
    expect(without({ off: [], from: '2024-06-02' })).to.deep.equal(['shop:taobao/1'])
    expect(without({ off: [], from: '2024-06-01' })).to.deep.equal([])
    expect(without({ off: [], to: '2024-06-30' })).to.deep.equal(['shop:taobao/2'])
  })

  it('gives back the scene itself while nothing is off', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(shownScene(view.scene, emptyFilter, asOf).scene).to.equal(view.scene)
      }),
    )
  })

  it('only ever takes out: what was hidden by hand stays hidden, and its count is of the rest', () => {
    fc.assert(
      fc.property(anyView, anyFilter, (view, filter) => {
        const shown = shownScene(view.scene, filter, asOf)
        for (const key of view.scene.hidden) expect(shown.scene.hidden.has(key)).to.equal(true)
        expect(shown.scene.hidden.size - view.scene.hidden.size).to.equal(shown.things)
        expect(shown.scene.nodes).to.equal(view.scene.nodes)
      }),
    )
  })

  it('counts a facet once, however many of its values are off', () => {
    expect(filtersOn(off('kind:Shop', 'kind:Origin', 'status:open'))).to.equal(2)
    expect(filtersOn({ off: [], from: '2024-01-01', to: '2024-02-01' })).to.equal(1)
    expect(filtersOn(emptyFilter)).to.equal(0)
  })

  it('turns values off and on again', () => {
    const two = turned(emptyFilter, 'kind', ['Shop', 'Origin'], false)
    expect(two.off).to.deep.equal(['kind:Shop', 'kind:Origin'])
    expect(turned(two, 'kind', ['Shop'], true).off).to.deep.equal(['kind:Origin'])
    expect(turned(two, 'kind', ['Shop'], false).off).to.have.lengthOf(2)
  })

  it('reads back from an address what it wrote into it', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const query = new URLSearchParams()
        writeFilter(query, filter)
        expect(filterIn(new URLSearchParams(query.toString()))).to.deep.equal(filter)
      }),
    )
  })

  it('leaves out of an address what it cannot read', () => {
    const query = new URLSearchParams('off=size:big&off=kind:&off=kind&since=soon')
    expect(filterIn(query)).to.equal(undefined)
  })
})
