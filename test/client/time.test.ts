import { expect } from 'chai'
import fc from 'fast-check'

import { beginningsOf } from '../../client/scene/beginnings.ts'
import { emptyScene, withMore } from '../../client/scene/build-scene.ts'
import { edgeId, linkId, type Scene } from '../../client/scene/scene.ts'
import { standingOf } from '../../client/scene/standing.ts'
import { outsideOf, windowIn, windowText } from '../../client/scene/time-window.ts'
import type { GraphEdge, Life } from '../../server/contract/graph.ts'
import { aLedger, aLink, anEdge, aShop } from './builders.ts'

const [a, b, card] = ['shop:a/1', 'shop:a/2', 'account:card/1'] as const
const seen = (firstSeen: string, lastSeen: string) =>
  ({ firstSeen, lastSeen }) as Pick<GraphEdge, 'firstSeen' | 'lastSeen'>
const first = anEdge({ from: a, to: card, ...seen('2024-03-01', '2024-06-01') })
const second = anEdge({ from: b, to: card, ...seen('2025-02-01', '2025-03-01') })
const gap = { closed: '2024-06-30', opened: '2024-09-01', days: 63 }
const link = { ...aLink(a, b), ledger: aLedger({ gap } as object) }
const life = (from: string, to?: string) =>
  ({ from, began: 'opened', ...(to !== undefined && { to }) }) as Life
const scene: Scene = {
  ...withMore(emptyScene, {
    nodes: [
      aShop({
        key: a,
        lives: [life('2024-01-01', '2024-06-30')],
        ...seen('2024-02-01', '2024-06-30'),
      }),
      aShop({ key: b, lives: [life('2024-09-01')] }),
      aShop({ key: card, kind: 'PaymentAccount', ...seen('2024-03-01', '2025-03-01') }),
      aShop({ key: 'place:x', kind: 'Place' }),
    ],
    edges: [first, second],
  }),
  links: new Map([[linkId(link), link]]),
}

describe('what is there on a date', () => {
  it('is in truth what had opened, with all that it is tied to', () => {
    const days = beginningsOf(scene, 'true')
    expect(days.get(a)).to.equal('2024-01-01')
    expect(days.get(edgeId(first))).to.equal('2024-01-01')
    expect(days.get(card)).to.equal('2024-01-01')
    expect(days.get(linkId(link))).to.equal('2024-09-01')
  })

  it('is known only once it was seen, and a link once something shared was seen at both ends', () => {
    const days = beginningsOf(scene, 'known')
    expect(days.get(a)).to.equal('2024-02-01')
    expect(days.get(edgeId(second))).to.equal('2025-02-01')
    expect(days.get(card)).to.equal('2024-03-01')
    expect(days.get(linkId(link))).to.equal('2025-02-01')
  })

  it('never leaves out what bears no date', () => {
    for (const sense of ['true', 'known'] as const)
      expect(beginningsOf(scene, sense).has('place:x')).to.equal(false)
  })

  it('is never known before it was the case, for shops and what joins them', () => {
    const [known, truly] = [beginningsOf(scene, 'known'), beginningsOf(scene, 'true')]
    for (const id of [a, b, ...scene.edges.keys(), ...scene.links.keys()])
      expect((truly.get(id) ?? '') <= (known.get(id) ?? '')).to.equal(true)
  })

  it('stands as the same value for the same question', () => {
    const unknown: ReadonlySet<string> = new Set()
    const setting = { asOf: '2024-08-01', sense: 'true', window: undefined, unknown } as const
    expect(standingOf(scene, setting)).to.equal(standingOf(scene, { ...setting }))
    expect([...standingOf(scene, setting).unborn]).to.have.members([
      b,
      edgeId(second),
      linkId(link),
    ])
  })
})

describe('a window over the time', () => {
  const outside = (from: string, to: string) => outsideOf(scene, { from, to })

  it('leaves inside what has any day within it', () => {
    const out = outside('2024-06-15', '2024-07-15')
    expect(out.has(a)).to.equal(false)
    expect(out.has(b)).to.equal(true)
    expect(out.has(linkId(link))).to.equal(false)
    expect(out.has(edgeId(first))).to.equal(true)
  })

  it('leaves outside a thing that nothing within it is tied to, and never what has no date', () => {
    expect(outside('2024-06-15', '2024-07-15').has(card)).to.equal(true)
    expect(outside('2025-01-01', '2025-12-31').has(card)).to.equal(false)
    expect(outside('2030-01-01', '2030-12-31').has('place:x')).to.equal(false)
  })

  it('takes a life without an end as going on', () => {
    expect(outside('2030-01-01', '2030-12-31').has(b)).to.equal(false)
    expect(outside('2030-01-01', '2030-12-31').has(a)).to.equal(true)
  })

  it('that is not there leaves nothing outside', () => {
    expect(outsideOf(scene, undefined).size).to.equal(0)
  })

  it('is written and read back, and nothing else is read', () => {
    const window = { from: '2024-01-01', to: '2025-06-30' }
    expect(windowIn(windowText(window))).to.deep.equal(window)
    for (const text of ['2025-06-30..2024-01-01', '2024-01-01', '..', 'a..b', ''])
      expect(windowIn(text)).to.equal(undefined)
    fc.assert(fc.property(fc.string(), (text) => windowIn(`${text}..x`) === undefined))
  })
})
