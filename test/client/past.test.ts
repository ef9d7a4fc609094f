import { expect } from 'chai'
import type { TFunction } from 'i18next'

import { asNow } from '../../client/commands/as-now.ts'
import { stepText } from '../../client/queue/step-text.ts'
import { pastIn } from '../../client/scene/past.ts'
import type { BareNode } from '../../server/contract/graph.ts'
import type { Health } from '../../server/contract/health.ts'
import { anEdge, aShop } from './builders.ts'

const shop = aShop({ key: 'shop:a/1', name: 'Lotus' })
const account = (name: string): BareNode => ({
  ...{ kind: 'PaymentAccount', key: 'account:card/1', name },
  ...{ properties: {}, lives: [] },
})
const then = anEdge({ firstSeen: '2024-01-01', lastSeen: '2024-05-01' } as object)
const now = anEdge({ firstSeen: '2024-01-01', lastSeen: '2026-02-01' } as object)

const seenOn = (asOf: string) => ({ run: { asOf } }) as unknown as Health

describe('the past in which the page stands', () => {
  const knownAt = '2026-05-03T10:00:00.000Z'

  it('is a day before that of the run, and none where the date was not moved', () => {
    const seen = seenOn('2026-03-31')
    const on = (asOf: string | undefined) => pastIn({ asOf, knownAt: undefined, seen })
    expect(on(undefined)).to.equal(undefined)
    expect(on('2026-03-31')).to.equal(undefined)
    expect(on('2026-04-01')).to.equal(undefined)
    expect(on('2026-03-30')).to.deep.equal({ asOf: '2026-03-30' })
    expect(pastIn({ asOf: '2026-04-01', knownAt: undefined, seen: undefined })).to.deep.equal({
      asOf: '2026-04-01',
    })
  })

  it('is a moment of knowledge on every day, and both where both were chosen', () => {
    const seen = seenOn('2026-03-31')
    expect(pastIn({ asOf: undefined, knownAt, seen })).to.deep.equal({ knownAt })
    expect(pastIn({ asOf: '2026-04-01', knownAt, seen })).to.deep.equal({ knownAt })
    const both = pastIn({ asOf: '2026-03-30', knownAt, seen })
    expect(both).to.deep.equal({ asOf: '2026-03-30', knownAt })
    expect(pastIn({ asOf: '2026-03-30', knownAt, seen })).to.equal(both)
  })
})

describe('what was found in a past', () => {
  const real = globalThis.fetch
  let asked: string[] = []
  beforeEach(() => {
    asked = []
  })
  afterEach(() => {
    globalThis.fetch = real
  })

  const onRecord = (nodes: readonly object[], edges: readonly object[]) => {
    globalThis.fetch = async (url) => {
      asked.push(String(url))
      return new Response(JSON.stringify(gathered(nodes, edges)))
    }
  }
  const items = [{ edge: then, node: account('as it was called') }]

  it('comes into the picture whole, as it is known now', async () => {
    onRecord([shop, account('as it is called')], [now])
    expect(await asNow(shop.key, items, { asOf: '2024-05-01' })).to.deep.equal([
      { edge: now, node: account('as it is called') },
    ])
    expect(asked).to.deep.equal(['/api/gatherings'])
  })

  it('stays as it was where it is no longer on record', async () => {
    onRecord([shop], [])
    expect(await asNow(shop.key, items, { asOf: '2024-05-01' })).to.deep.equal(items)
  })

  it('is asked for once more in a past alone', async () => {
    onRecord([], [])
    expect(await asNow(shop.key, items, undefined)).to.equal(items)
    expect(await asNow(shop.key, [], { asOf: '2024-05-01' })).to.deep.equal([])
    expect(asked).to.deep.equal([])
  })
})

describe('a step that asked for a past', () => {
  it('says so in the history, and others do not', () => {
    const t = ((id: string, values: object) => `${id} ${JSON.stringify(values)}`) as TFunction
    const name = { code: 'expanded', name: 'Lotus' } as const
    expect(stepText(t, { ...name, past: { asOf: '2024-05-01' } })).to.match(
      /^past.step .*2024-05-01/,
    )
    expect(stepText(t, { ...name, past: undefined })).to.equal('history.expanded {"name":"Lotus"}')
  })
})

function gathered(nodes: readonly object[], edges: readonly object[]) {
  return {
    ...{ nodes, edges, links: [], holders: {}, generic: [], events: [], unknown: [] },
    omitted: 0,
  }
}
