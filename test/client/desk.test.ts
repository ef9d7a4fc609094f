import { expect } from 'chai'

import { filterOf, layoutOf, sceneBody, timeOf } from '../../client/desk/kept-scene.ts'
import { chosenKeys, linesOf } from '../../client/desk/paste-lines.ts'
import { standingHolds } from '../../client/desk/standing-holds.ts'
import { endsOf, moved, subjectsIn, thingsNamed } from '../../client/desk/subject.ts'
import { reviewRows, shownByBoth } from '../../client/review/review-rows.ts'
import { emptyScene } from '../../client/scene/build-scene.ts'
import type { Layout } from '../../client/scene/scene.ts'
import type { HoldPaper, MatchedLine, ShopFace } from '../../server/contract/desk.ts'

const [a, b] = ['shop:x.com/a', 'shop:x.com/b'] as const
const link = JSON.stringify([a, 'came_back_as', b])

describe('what was laid aside', () => {
  it('is named by the key of a thing or by the id of a link', () => {
    expect(endsOf(link)).to.deep.equal({ from: a, kind: 'came_back_as', to: b })
    expect(endsOf(a)).to.equal(undefined)
    expect(endsOf('[broken')).to.equal(undefined)
    expect(thingsNamed([b, link, a])).to.deep.equal([a, b])
  })

  it('comes from what is selected: things, a link, or both ends of a relation', () => {
    const view = { scene: emptyScene, layout: 'lanes' } as const
    expect(subjectsIn(undefined, view)).to.deep.equal([])
    expect(subjectsIn({ kind: 'nodes', keys: [a, b] }, view)).to.deep.equal([a, b])
    expect(subjectsIn({ kind: 'link', id: link }, view)).to.deep.equal([link])
    expect(subjectsIn({ kind: 'edge', id: 'gone' }, view)).to.deep.equal([])
  })

  it('is reordered one place at a time, and not beyond its ends', () => {
    expect(moved(['1', '2', '3'], '3', -1)).to.deep.equal(['1', '3', '2'])
    expect(moved(['1', '2', '3'], '1', 1)).to.deep.equal(['2', '1', '3'])
    for (const [id, by] of [
      ['1', -1],
      ['3', 1],
      ['?', 1],
    ] as const)
      expect(moved(['1', '2', '3'], id, by)).to.deep.equal(['1', '2', '3'])
  })
})

describe('a hold', () => {
  const hold = (id: string, traits: object): HoldPaper =>
    ({
      id,
      kind: 'hold',
      body: { shop: a, until: '2026-03-14', why: 'w', by: 'An', at: 1, ...traits },
    }) as HoldPaper

  it('stands through its last day, unless it was released', () => {
    const holds = [hold('1', {}), hold('2', { shop: b, releasedAt: 2 })]
    expect([...standingHolds(holds, '2026-03-14').keys()]).to.deep.equal([a])
    expect([...standingHolds(holds, '2026-03-15').keys()]).to.deep.equal([])
  })

  it('that ends last is the one that is told', () => {
    const holds = [hold('1', { until: '2026-05-01' }), hold('2', {})]
    expect(standingHolds(holds, '2026-03-01').get(a)?.id).to.equal('1')
  })
})

describe('a pasted text', () => {
  it('is cut into lines whatever system wrote it', () => {
    expect(linesOf(' a\r\nb\rc\n\n \u2028d ')).to.deep.equal(['a', 'b', 'c', 'd'])
  })

  it('gives what is matched and what was chosen, each once', () => {
    const found = (key: string) => ({ key, kind: 'Shop' as const, name: key })
    const lines: MatchedLine[] = [
      { line: '1', state: 'matched', found: [found(a)], more: 0 },
      { line: '2', state: 'ambiguous', found: [found(a), found(b)], more: 3 },
      { line: '3', state: 'ambiguous', found: [found(a), found(b)], more: 0 },
      { line: '4', state: 'unknown', found: [], more: 0 },
    ]
    expect(chosenKeys(lines, new Map())).to.deep.equal([a])
    expect(chosenKeys(lines, new Map([['2', b]]))).to.deep.equal([a, b])
    expect(
      chosenKeys(
        lines,
        new Map([
          ['2', ''],
          ['3', a],
        ]),
      ),
    ).to.deep.equal([a])
  })
})

describe('a saved scene', () => {
  it('keeps ids, places, layout, date, moment and filter, and gives them back', () => {
    const filter = { off: ['kind:Contact'], from: '2025-01-01' }
    const view = {
      scene: { ...emptyScene, hidden: new Set([a]), pinned: new Map([[a, { x: 1, y: 2 }]]) },
      layout: 'force' as const,
    }
    const window = { from: '2024-01-01', to: '2025-01-01' }
    const knownAt = '2026-05-03T10:00:00.000Z'
    const body = sceneBody(view, { asOf: '2026-01-01', knownAt, filter, sense: 'known', window })
    expect(body).to.deep.equal({
      keys: [],
      hidden: [a],
      pinned: [{ key: a, x: 1, y: 2 }],
      layout: 'force',
      asOf: '2026-01-01',
      filters: {
        off: ['kind:Contact'],
        from: ['2025-01-01'],
        known: ['1'],
        knownAt: [knownAt],
        window: ['2024-01-01..2025-01-01'],
      },
    })
    expect(timeOf(body.filters)).to.deep.equal({ sense: 'known', knownAt, window })
    expect(timeOf({})).to.deep.equal({
      ...{ sense: 'true', knownAt: undefined, window: undefined },
    })
    expect(filterOf(body.filters)).to.deep.equal(filter)
    expect(filterOf({})).to.deep.equal({ off: [] })
  })

  it('of a layout that this version does not know keeps the layout of the page', () => {
    const here: Layout = 'lanes'
    expect(layoutOf('force', here)).to.equal('force')
    expect(layoutOf('globe', here)).to.equal('lanes')
  })
})

describe('a pair under review', () => {
  const value = (key: string, type = 'PAID_INTO') => ({
    type,
    direction: 'out',
    node: { key, kind: 'PaymentAccount', name: key, properties: {} },
  })
  const face = (key: string, values: object[]) =>
    ({ node: { key }, values, listings: [], omitted: 0 }) as unknown as ShopFace

  it('is laid out relation by relation, with what both show told apart', () => {
    const first = face(a, [value('account:1'), value('account:2')])
    const second = face(b, [value('account:2'), value('identity:3', 'REGISTERED_TO')])
    const rows = reviewRows(first, second)
    expect(rows.map(({ type, a, b }) => [type, a.length, b.length])).to.deep.equal([
      ['PAID_INTO', 2, 1],
      ['REGISTERED_TO', 0, 1],
    ])
    expect([...shownByBoth(first, second)]).to.deep.equal(['account:2'])
  })
})
