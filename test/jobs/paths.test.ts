import { join } from 'node:path'

import { expect } from 'chai'

import type { Facts } from '../../server/domain/fact.ts'
import type { Link } from '../../server/domain/link.ts'
import type { FoundPaths } from '../../server/domain/path.ts'
import type { RunContents } from '../../server/domain/run.ts'
import { findPaths, type PathQuestion, pathBudget } from '../../server/jobs/paths.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aLink, aRun, aSource, day, edge, facts, load } from '../support/store-builders.ts'
import { temporaryFolder } from './small-dataset.ts'

/** Two shops joined by a bank card of three, by a parcel hub of sixty, and by two chains of time that never meet. */
const relations: readonly Facts[] = [
  ...['shop:t/1', 'shop:t/2', 'shop:t/3'].map((shop) => paid(shop, 'account:bank/9', {})),
  ...['shop:t/1', 'shop:t/2'].map((shop) => ships(shop, 'origin:hub')),
  ...Array.from({ length: 58 }, (_, index) => ships(`shop:x/${index}`, 'origin:hub')),
  facts('known', {
    edges: [
      edge('shop:t/1', 'REGISTERED_TO', 'identity:person/a', {
        firstSeen: day('2020-01-01'),
        lastSeen: day('2020-12-31'),
      }),
      edge('shop:t/2', 'REGISTERED_TO', 'identity:person/a', {
        firstSeen: day('2022-01-01'),
        lastSeen: day('2022-12-31'),
      }),
    ],
  }),
  facts('stranger', { edges: [edge('shop:z/1', 'PAID_INTO', 'account:bank/7')] }),
]

describe('paths', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    await load(store, relations)
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const ask = async (more: Partial<PathQuestion> = {}, budget = pathBudget) =>
    findPaths(store, { ...(await question(store, 'shop:t/1', 'shop:t/2')), ...more }, budget)

  it('come strongest first: what two hold before what three hold, and a hub last, not left out', async () => {
    const { paths, limits } = await ask()
    expect(through({ paths })).to.deep.equal([
      ['identity:person/a'],
      ['account:bank/9'],
      ['origin:hub'],
    ])
    expect(limits).to.deep.include({ complete: true, more: false, unread: [], unreadTotal: 0 })
    const [, shared, hub] = paths
    expect(shared?.hops.map(({ because, holders }) => [because.at(1), holders])).to.deep.equal([
      ['shared_value', 3],
      ['shared_value', 3],
    ])
    expect(hub?.hops[0]).to.deep.include({ because: ['one_record', 'hub', 'undated'], holders: 60 })
  })

  it('mark their weakest hop, and their strength is the product of the hops', async () => {
    const { paths } = await ask()
    for (const { hops, strength, weakest } of paths) {
      const strengths = hops.map((hop) => hop.strength)
      expect(strength).to.be.closeTo(
        strengths.reduce((product, each) => product * each, 1),
        1e-12,
      )
      expect(strengths[weakest]).to.equal(Math.min(...strengths))
    }
  })

  it('meet in a hub that is too large to read, and say that it was not read', async () => {
    const { paths, limits } = await ask({}, { ...pathBudget, hubFrom: 10, relations: 40 })
    expect(through({ paths })).to.deep.include(['origin:hub'])
    expect(limits.complete).to.equal(false)
    expect(limits.unread).to.deep.equal([{ key: 'origin:hub', name: 'hub', relations: 60 }])
  })

  it('stop at the budget of nodes and say so', async () => {
    const { limits } = await ask({ maxHops: 8 }, { ...pathBudget, nodes: 3 })
    expect(limits.nodesRead).to.equal(3)
    expect(limits.complete).to.equal(false)
  })

  it('of one time leave out relations that never were there together', async () => {
    const { paths } = await ask({ together: true })
    expect(through({ paths })).to.deep.equal([['account:bank/9'], ['origin:hub']])
  })

  it('within dates leave out what was not seen then, and keep what has no date, marked', async () => {
    const { paths } = await ask({ since: day('2021-06-01') })
    expect(through({ paths })).to.deep.equal([['account:bank/9'], ['origin:hub']])
    for (const { hops } of paths) {
      for (const { because } of hops) expect(because).to.include('undated')
    }
  })

  it('keep to the types that are asked for', async () => {
    const { paths } = await ask({ types: ['SHIPS_FROM'] })
    expect(through({ paths })).to.deep.equal([['origin:hub']])
  })

  it('are no more than asked for, and say that there are more', async () => {
    const { paths, limits } = await ask({ limit: 1 })
    expect(paths).to.have.length(1)
    expect(limits.more).to.equal(true)
  })

  it('are none between things that nothing joins, and the search was whole', async () => {
    const asked = await question(store, 'shop:t/1', 'shop:z/1')
    const { paths, limits } = await findPaths(store, { ...asked, maxHops: 8 })
    expect(paths).to.deep.equal([])
    expect(limits.complete).to.equal(true)
  })

  it('walk links of the run, which are as strong as they are probable', async () => {
    const link = aLink('shop:t/1', 'shop:t/2')
    const { id } = await store.publishRun(aRun(), contents([link]))
    const { paths } = await ask({ run: id, maxHops: 1 })
    expect(paths.map(({ strength, hops }) => [strength, hops[0]?.because])).to.deep.equal([
      [0.9, ['derived']],
    ])
    expect((await ask({ run: id, maxHops: 1, links: false })).paths).to.deep.equal([])
  })

  it('leave out a detour over links where one link says about as much', async () => {
    const probability = 0.85 as Link['probability']
    const { id } = await store.publishRun(
      aRun(),
      contents([
        aLink('shop:t/1', 'shop:t/2', { probability }),
        aLink('shop:t/1', 'shop:t/3'),
        aLink('shop:t/2', 'shop:t/3'),
      ]),
    )
    const { paths } = await ask({ run: id, types: ['RUNS'] })
    expect(through({ paths })).to.deep.equal([[]])
  })

  it('let others be answered while they are searched', async () => {
    // Each shop shares telephones with others near and far, so that very many lie on ways.
    const shares = Array.from({ length: 400 }, (_, index) =>
      facts(`shares ${index}`, {
        source: 'demo/shares.csv',
        edges: [0, 7, 31, 97].map((further) =>
          edge(`shop:t/${(index + further) % 400}`, 'REACHED_AT', `contact:phone/${index}`),
        ),
      }),
    )
    await load(store, shares, aSource('demo/shares.csv'))
    let answered = 0
    let searching = true
    const answer = () => {
      answered += 1
      if (searching) setImmediate(answer)
    }
    setImmediate(answer)
    await findPaths(
      slowly(store),
      { ...(await question(store, 'shop:t/1', 'shop:t/2')), maxHops: 8, limit: 20 },
      pathBudget,
    )
    searching = false
    expect(answered).to.be.greaterThan(0)
  })
})

/** The same store, each read of which holds the processor for longer than a search may without letting others go first. */
function slowly(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const read: unknown = Reflect.get(target, name)
      if (typeof read !== 'function') return read
      return (...said: unknown[]) => {
        const until = performance.now() + 10
        while (performance.now() < until);
        return Reflect.apply(read, target, said)
      }
    },
  })
}

function contents(links: readonly Link[]): RunContents {
  const generics = { values: [], rescored: [] }
  return { links, rings: [], attributions: [], generics } as unknown as RunContents
}

async function question(store: Store, from: string, to: string): Promise<PathQuestion> {
  const [a, b] = [await store.node(from), await store.node(to)]
  if (a === undefined || b === undefined) throw new Error('the store has no such shop')
  return {
    from: a,
    to: b,
    run: undefined,
    maxHops: 4,
    links: true,
    together: false,
    forward: false,
    limit: 5,
  }
}

/** What lies between the ends, way by way. */
function through({ paths }: Pick<FoundPaths, 'paths'>): readonly (readonly string[])[] {
  return paths.map(({ hops }) => hops.slice(0, -1).map(({ to }) => to))
}

function paid(shop: string, account: string, said: object): Facts {
  return facts(`${shop} ${account}`, { edges: [edge(shop, 'PAID_INTO', account, said)] })
}

function ships(shop: string, origin: string): Facts {
  return facts(`${shop} ${origin}`, { edges: [edge(shop, 'SHIPS_FROM', origin)] })
}
