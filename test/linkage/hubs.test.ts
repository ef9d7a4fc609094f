import { expect } from 'chai'

import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import { nodeKey } from '../../server/domain/keys.ts'
import { daysBetween } from '../../server/domain/units.ts'
import { type Evidence, linkShops } from '../../server/linkage/link-shops.ts'
import { type LearntWorld, learntWorld, linkedPairs, patience } from './learnt-world.ts'

const twoYears = 730
/** Learning afresh moves every probability a little, so that a pair just below the threshold may come to lie above it. */
const aLittle = 0.1

describe('a value that many come to share', () => {
  let world: LearntWorld
  let shops: readonly GraphNode[]

  before(async function () {
    this.timeout(patience)
    world = await learntWorld()
    shops = world.evidence.nodes
      .filter(({ kind }) => kind === 'Shop')
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  })

  it('links nobody when it is an address that one shop in twenty ships from', () => {
    const name = '88 Hub Road, Yiwu'
    const hub = node('Origin', [name.toLowerCase()], name)
    const edges = every(20).map((from) => edge(from, 'SHIPS_FROM', hub.key, { address: name }))
    expectNothingNew(hub, edges)
  }).timeout(patience)

  it('links nobody when it is an account that one shop in ten is paid into', () => {
    const hub = node('PaymentAccount', ['wallet', 'agent-1'], 'agent-1')
    const edges = every(10).map((from) => edge(from, 'PAID_INTO', hub.key, {}))
    expectNothingNew(hub, edges)
  }).timeout(patience)

  it('links nobody when it is a phone that a stranger is given two years after a closure', () => {
    const edges = recycled(20)
    expect(edges).to.have.length(20)
    expectNothingNew(undefined, edges)
  }).timeout(patience)

  /** Learns afresh with the value in place. */
  function expectNothingNew(hub: GraphNode | undefined, edges: readonly GraphEdge[]): void {
    const { evidence, options, linkage, controllerOf } = world
    const with_: Evidence = {
      ...evidence,
      nodes: hub === undefined ? evidence.nodes : [...evidence.nodes, hub],
      edges: [...evidence.edges, ...edges],
    }
    const { links } = linkShops(with_, options)
    const before = linkedPairs(linkage.links, options.threshold)
    const fresh = [...linkedPairs(links, options.threshold)].filter((pair) => !before.has(pair))
    const nearly = linkedPairs(linkage.links, options.threshold - aLittle)
    const holders = holdersOf(with_.edges)
    const given = new Set(edges.map(({ to }) => to))
    for (const pair of fresh) {
      const [a = '', b = ''] = pair.split(' ')
      const shared = [...given].filter((to) => holders.get(to)?.has(a) && holders.get(to)?.has(b))
      expect(shared, `${pair} are linked and share it`).to.deep.equal([])
      if (nearly.has(pair)) continue
      expect(controllerOf.get(a), `${pair} have two controllers`).to.equal(controllerOf.get(b))
    }
  }

  function every(step: number): string[] {
    return shops.filter((_, n) => n % step === 0).map(({ key }) => key)
  }

  /** Phones of closed shops that nobody else holds, each given to one shop of another controller that opened two years later or more. */
  function recycled(count: number): GraphEdge[] {
    const { evidence, controllerOf } = world
    const phones = evidence.edges.filter(
      ({ type, to }) =>
        type === 'REACHED_AT' && to.startsWith('contact:phone/') && !to.includes('*'),
    )
    const holders = holdersOf(phones)
    const reached = new Set(phones.map(({ from }) => from))
    const lifeOf = new Map(shops.map(({ key, lives }) => [key, lives]))
    const given = new Set<string>()
    return phones
      .toSorted((x, y) => (x.to < y.to ? -1 : 1))
      .flatMap((own): GraphEdge[] => {
        const closed = lifeOf.get(own.from)?.at(-1)?.to
        if (closed === undefined || holders.get(own.to)?.size !== 1 || given.size === count)
          return []
        const stranger = shops.find(({ key, lives }) => {
          const opened = lives[0]?.from
          if (opened === undefined || given.has(key) || !reached.has(key)) return false
          const other = controllerOf.get(key) !== controllerOf.get(own.from)
          return other && twoYears <= daysBetween(closed, opened)
        })
        if (stranger === undefined) return []
        given.add(stranger.key)
        const seen = stranger.lives[0]?.from
        return [{ ...own, from: stranger.key, ...(seen !== undefined && { firstSeen: seen }) }]
      })
  }
})

function node(kind: GraphNode['kind'], parts: readonly string[], name: string): GraphNode {
  const properties = kind === 'Origin' ? { address: name } : {}
  return { key: nodeKey(kind, ...parts), kind, name, properties, lives: [], records: [] }
}

function edge(
  from: string,
  type: GraphEdge['type'],
  to: string,
  properties: GraphEdge['properties'],
): GraphEdge {
  return { from, type, to, discriminator: '', properties, records: [] }
}

function holdersOf(edges: readonly GraphEdge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    const own = holders.get(to)
    if (own === undefined) holders.set(to, new Set([from]))
    else own.add(from)
  }
  return holders
}
