import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import type { Link } from '../../server/domain/link.ts'
import type { RingPicture } from '../../server/picture/ring-picture.ts'
import { aLink, aNode, anEdge, aShop, goldenLotus } from './golden-lotus.ts'

/** A ring of any size: chains of `chain` shops each, opened one after the other, with what they share. */
export function aRing(
  size: number,
  {
    chain = size,
    name = 'Shop',
    undated = false,
  }: { chain?: number; name?: string; undated?: boolean } = {},
): RingPicture {
  const shops = Array.from({ length: size }, (_, index) => {
    const from = undated ? undefined : dayAfter('2020-01-01', index * 45)
    const until =
      undated || index % chain === chain - 1 ? undefined : dayAfter('2020-01-01', index * 45 + 38)
    return aShop(
      `shop:p.example/${String(index).padStart(3, '0')}`,
      `${name} ${index}`,
      from,
      until,
    )
  })
  const links: Link[] = []
  const edges: GraphEdge[] = []
  const values: GraphNode[] = []
  shops.forEach((shop, index) => {
    const next = shops[index + 1]
    if (next !== undefined && index % chain < chain - 1)
      links.push(aLink(shop.key, next.key, 0.8 + (index % 19) / 100))
    if (index % 3 === 0) {
      values.push(aNode('PaymentAccount', `account:bank/${index}`, `${name} account ${index}`))
      values.push(aNode('Factory', `factory:CN/${index}`, `${name} works ${index}`))
    }
    const group = index - (index % 3)
    edges.push(anEdge(shop.key, 'PAID_INTO', `account:bank/${group}`))
    edges.push(anEdge(shop.key, 'SUPPLIED_BY', `factory:CN/${group}`))
  })
  const ring = goldenLotus().ring
  return {
    ring: ring && {
      ...ring,
      name,
      size,
      members: shops.map(({ key }) => ({ ...member(ring), shop: key })),
    },
    nodes: [...shops, ...values],
    edges,
    links,
    attributions: [],
    holders: new Map(),
    generic: new Set(),
    events: [],
  }
}

function member(ring: NonNullable<RingPicture['ring']>) {
  const [first] = ring.members
  if (first === undefined) throw new Error('the drawn ring has members')
  return first
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
