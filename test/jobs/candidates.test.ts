import { join } from 'node:path'

import { expect } from 'chai'

import { type CandidateQuestion, findCandidates } from '../../server/jobs/candidates.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aLink, aRun, aSource, edge, facts, load } from '../support/store-builders.ts'
import { temporaryFolder } from './small-dataset.ts'

const hub = 'origin:hub'
const shops = Array.from({ length: 45 }, (_, index) => `shop:t/${String(index).padStart(2, '0')}`)
const [seen, linked, sharing] = ['shop:t/00', 'shop:t/44', 'shop:t/43'] as const

describe('candidates', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    await load(store, [
      ...shops.map((shop) => facts(shop, { edges: [edge(shop, 'SHIPS_FROM', hub)] })),
      ...[seen, sharing].map((shop) =>
        facts(`card of ${shop}`, { edges: [edge(shop, 'PAID_INTO', 'account:bank/9')] }),
      ),
    ])
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const ask = (more: Partial<CandidateQuestion> = {}) =>
    findCandidates(store, store, {
      key: hub,
      type: 'SHIPS_FROM',
      direction: 'in',
      kind: 'Shop',
      among: [hub, seen, 'account:bank/9'],
      limit: 40,
      offset: 0,
      run: undefined,
      ...more,
    })

  it('that share another channel with the picture come first, with what they share', async () => {
    const { items, total } = await ask()
    expect(total).to.equal(45)
    expect(items).to.have.length(40)
    expect(items[0]?.node.key).to.equal(sharing)
    expect(items[0]?.shares.map(({ node }) => node.key)).to.deep.equal(['account:bank/9'])
    expect(items.slice(1).every(({ shares }) => shares.length === 0)).to.equal(true)
  })

  it('that share no more than another hub come after those that share a value of few', async () => {
    const crowd = Array.from({ length: 25 }, (_, index) => `shop:x/${index}`)
    const other = ['shop:t/01', ...crowd].map((shop) =>
      facts(`other hub of ${shop}`, {
        source: 'demo/others.csv',
        edges: [edge(shop, 'SHIPS_FROM', 'origin:other')],
      }),
    )
    await load(store, other, aSource('demo/others.csv'))
    const { items } = await ask({ among: [hub, seen, 'account:bank/9', 'origin:other'] })
    expect(items.slice(0, 2).map(({ node }) => node.key)).to.deep.equal([sharing, 'shop:t/01'])
    expect(items[1]?.shares.map(({ generic }) => generic)).to.deep.equal([true])
  })

  it('that are in the picture already come last, and pages hold each of them once', async () => {
    const pages = [await ask(), await ask({ offset: 40 })]
    const keys = pages.flatMap(({ items }) => items.map(({ node }) => node.key))
    expect(keys.toSorted()).to.deep.equal(shops)
    expect(keys.at(-1)).to.equal(seen)
  })

  it('that the run links with a shop of the picture come before all others', async () => {
    const contents = { links: [aLink(seen, linked)], rings: [], attributions: [] }
    const { id } = await store.publishRun(aRun(), {
      ...contents,
      generics: { values: [], rescored: [] },
    } as unknown as Parameters<Store['publishRun']>[1])
    const { items } = await ask({ run: id })
    expect(items.slice(0, 2).map(({ node }) => node.key)).to.deep.equal([linked, sharing])
    expect(items[0]?.link?.probability).to.equal(0.9)
  })
})
