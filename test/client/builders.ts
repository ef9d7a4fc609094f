import fc from 'fast-check'

import { emptyScene } from '../../client/scene/build-scene.ts'
import type { View } from '../../client/scene/patch.ts'
import { edgeId, linkId } from '../../client/scene/scene.ts'
import type { BareEdge, GraphNode } from '../../server/contract/graph.ts'
import type { Link, Ring } from '../../server/contract/ring.ts'

export function aShop(part: Partial<GraphNode> & { readonly key: string }): GraphNode {
  return { kind: 'Shop', name: part.key, properties: {}, lives: [], records: [], ...part }
}

export function anEdge(part: Partial<BareEdge>): BareEdge {
  return {
    from: 'shop:a/1',
    type: 'PAID_INTO',
    to: 'account:card/1',
    discriminator: '',
    properties: {},
    ...part,
  }
}

export function aLedger(part: Partial<Link['ledger']> = {}): Link['ledger'] {
  return {
    prior: { bits: -10, oneIn: 1000 },
    bars: [],
    calibration: { bits: 0, model: 'test', labels: 0 },
    total: -10,
    probability: 0.001,
    unknown: [],
    standsOn: [],
    decisions: [],
    ...part,
  } as Link['ledger']
}

export function aLink(from: string, to: string): Link {
  const known = { kind: 'came_back_as', probability: 0.9, bits: 3, channels: [] }
  return { from, to, ...known, ledger: aLedger() } as unknown as Link
}

export function aRing(id: string): Ring {
  return {
    id,
    name: id,
    rank: 1,
    parts: [],
    members: [],
    size: 0,
    live: 0,
    closed: 0,
    weakestStep: 0.9,
    bridges: [],
    channels: [],
  } as unknown as Ring
}

const key = fc.constantFrom('shop:a/1', 'shop:a/2', 'shop:a/3', 'shop:a/4', '__proto__', 'origin:x')

const point = fc.tuple(fc.nat(9), fc.nat(9)).map(([x, y]) => ({ x, y }))

/** Any view over a handful of keys, so that two of them share some and not others. */
export const anyView: fc.Arbitrary<View> = fc
  .record({
    nodes: fc.array(fc.tuple(key, fc.string({ maxLength: 2 })), { maxLength: 6 }),
    ends: fc.array(fc.tuple(key, key), { maxLength: 6 }),
    holders: fc.array(fc.tuple(key, fc.nat(9)), { maxLength: 4 }),
    generic: fc.array(key, { maxLength: 3 }),
    hidden: fc.array(key, { maxLength: 3 }),
    pinned: fc.array(fc.tuple(key, point), { maxLength: 3 }),
    ring: fc.option(fc.constantFrom('ring:a', 'ring:b'), { nil: undefined }),
    layout: fc.constantFrom('lanes' as const, 'force' as const),
  })
  .map((drawn) => ({
    layout: drawn.layout,
    scene: {
      ...emptyScene,
      ring: drawn.ring === undefined ? undefined : aRing(drawn.ring),
      nodes: new Map(drawn.nodes.map(([at, name]) => [at, aShop({ key: at, name })])),
      edges: new Map(
        drawn.ends.map(([from, to]) => [edgeId(anEdge({ from, to })), anEdge({ from, to })]),
      ),
      links: new Map(drawn.ends.map(([from, to]) => [linkId(aLink(from, to)), aLink(from, to)])),
      holders: new Map(drawn.holders),
      generic: new Set(drawn.generic),
      hidden: new Set(drawn.hidden),
      pinned: new Map(drawn.pinned),
    },
  }))
