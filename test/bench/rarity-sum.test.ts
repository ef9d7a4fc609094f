import { expect } from 'chai'

import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import type { Link } from '../../server/domain/link.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'
import { joinedRings } from './joined-rings.ts'
import { handRules, raritySum } from './rarity-sum.ts'

describe('raritySum', () => {
  const rule = handRules['rarity sum']

  it('names the later shop that shares the rarest values, each later shop once', () => {
    const links = raritySum(
      evidence({
        old: { phone: '1', account: '2', closed: '2025-06-01' },
        older: { account: '2', closed: '2025-05-01' },
        next: { phone: '1', account: '2', opened: '2025-06-10' },
      }),
      rule,
    )
    expect(links.map(({ from, to }) => [from, to])).to.deep.equal([['shop:old', 'shop:next']])
  })

  it('claims a return on two values that nobody else has', () => {
    const [link] = raritySum(
      evidence({
        old: { phone: '1', account: '2', closed: '2025-06-01' },
        next: { phone: '1', account: '2', opened: '2025-06-10' },
      }),
      rule,
    )
    expect(link?.probability).to.be.within(0.8, 0.9)
  })

  it('claims nothing on one value that nobody else has', () => {
    const links = raritySum(
      evidence({
        old: { phone: '1', closed: '2025-06-01' },
        next: { phone: '1', opened: '2025-06-10' },
      }),
      rule,
    )
    expect(links).to.have.length(1)
    expect(links[0]?.probability).to.be.below(0.8)
  })

  it('looks neither at shops that opened long before the closure nor at what many have', () => {
    const many = Object.fromEntries(
      Array.from({ length: 61 }, (_, n) => [`s${n}`, { phone: 'shared', opened: '2025-06-10' }]),
    )
    const links = raritySum(
      evidence({
        ...many,
        old: { phone: 'shared', account: '2', opened: '2025-01-01', closed: '2025-06-01' },
        during: { account: '2', opened: '2025-03-01' },
      }),
      rule,
    )
    expect(links).to.deep.equal([])
  })

  it('does not depend on the order of the evidence', () => {
    const one = evidence({
      old: { phone: '1', closed: '2025-06-01' },
      other: { phone: '1', closed: '2025-06-01' },
      next: { phone: '1', opened: '2025-06-10' },
    })
    const turned = { ...one, nodes: one.nodes.toReversed(), edges: one.edges.toReversed() }
    expect(raritySum(turned, rule)).to.deep.equal(raritySum(one, rule))
  })
})

describe('joinedRings', () => {
  it('joins whatever claimed links touch', () => {
    const link = (from: string, to: string, probability: number) =>
      ({ from, to, probability }) as Link
    const links = [
      link('a', 'b', 0.9),
      link('c', 'd', 0.8),
      link('b', 'c', 0.95),
      link('d', 'e', 0.7),
    ]
    const rings = joinedRings(links, 0.8)
    expect(rings.map(({ members }) => members.map(({ shop }) => shop))).to.deep.equal([
      ['a', 'b', 'c', 'd'],
    ])
  })
})

type Shop = { phone?: string; account?: string; opened?: string; closed?: string }

/** A market of a thousand shops, most of which have nothing. */
function evidence(shops: Record<string, Shop>): Evidence {
  const strangers = Array.from({ length: 1_000 }, (_, n): [string, Shop] => [`stranger${n}`, {}])
  const all = [...Object.entries(shops), ...strangers]
  const nodes = all.map(([name, { opened = '2024-01-01', closed }]) => ({
    key: `shop:${name}`,
    kind: 'Shop',
    lives: [{ from: opened, began: 'opened', ...(closed !== undefined && { to: closed }) }],
  }))
  const edges = all.flatMap(([name, { phone, account }]) => [
    ...(phone === undefined ? [] : [edge(name, 'REACHED_AT', `contact:phone/${phone}`)]),
    ...(account === undefined ? [] : [edge(name, 'PAID_INTO', `account:bank/${account}`)]),
  ])
  return { nodes: nodes as unknown as GraphNode[], edges, decisions: [] }
}

function edge(shop: string, type: string, to: string): GraphEdge {
  return { from: `shop:${shop}`, type, to, properties: {} } as GraphEdge
}
