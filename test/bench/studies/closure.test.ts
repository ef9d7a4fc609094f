import { expect } from 'chai'

import type { GraphEdge, GraphNode } from '../../../server/domain/graph.ts'
import { closureRings } from './closure.ts'

const nodes = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ key: name, kind: 'Shop' }) as GraphNode)
const edges = [
  ['a', 'REACHED_AT', 'contact:phone/1'],
  ['b', 'REACHED_AT', 'contact:phone/1'],
  ['b', 'PAID_INTO', 'account:bank/2'],
  ['c', 'PAID_INTO', 'account:bank/2'],
  ['c', 'PAID_INTO', 'account:bank/13*4'],
  ['d', 'PAID_INTO', 'account:bank/13*4'],
  ['d', 'REACHED_AT', 'contact:device/9'],
  ['e', 'REACHED_AT', 'contact:device/9'],
].map(([from, type, to]) => ({ from, type, to }) as GraphEdge)

describe('closureRings', () => {
  it('joins shops through whatever chain of exact matches, and through nothing else', () => {
    const members = (joiners: Parameters<typeof closureRings>[1], own = edges) =>
      closureRings({ nodes, edges: own }, joiners).map((ring) =>
        ring.members.map(({ shop }) => shop),
      )
    expect(members(['phone', 'account'])).to.deep.equal([['a', 'b', 'c']])
    expect(members(['phone', 'account'], edges.toReversed())).to.deep.equal([['a', 'b', 'c']])
    expect(members(['phone', 'email'])).to.deep.equal([['a', 'b']])
  })
})
