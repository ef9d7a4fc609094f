import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphNode, Properties } from '../../../server/domain/graph.ts'
import { kindOf, type NodeKey } from '../../../server/domain/keys.ts'
import { samePlaces } from '../../../server/linkage/identities/same-places.ts'

function node(key: string, address: string, more: Properties = {}): GraphNode {
  const properties = { ...(address !== '' && { address }), ...more }
  return { key, kind: kindOf(key as NodeKey), name: key, properties, lives: [], records: [] }
}

/** Others, so that letters are rare and common. */
const town = Array.from({ length: 30 }, (_, n) =>
  node(`place:t${n}`, `${n + 300} Quay ${'abcdefghij'[n % 10]}ewler Street, Harbor City`),
)

function joined(...places: readonly GraphNode[]): string[][] {
  const { others } = samePlaces([...town, ...places], [])
  return [...others].map(([key, rest]) => [key, ...rest.map((other) => other.key)])
}

describe('samePlaces', () => {
  it('takes an address without its city, or with other spacing, for the same place, and a place stands for the parcels’ address', () => {
    expect(
      joined(node('origin:a', '云州市1区泉桥庄街道241号'), node('place:b', '1区泉桥庄街道 241 号')),
    ).to.deep.equal([['place:b', 'origin:a']])
  })

  it('keeps house numbers, streets and towns apart', () => {
    expect(
      joined(
        node('place:a', '云州市1区泉桥庄街道241号'),
        node('place:b', '云州市1区泉桥庄街道242号'),
        node('place:c', '海州市2区园坊村241号'),
      ),
    ).to.deep.equal([])
  })

  it('joins what lies within the accuracy of both, never what lies far apart', () => {
    const [lat, lng] = [23.86, 113.52]
    const near = { lat: lat + 0.001, lng, accuracyM: 100 }
    const a = node('place:a', 'Yard 3, Qingshi Village', { lat, lng, accuracyM: 100 })
    const cut = 'Qingshi, Yard 3'
    expect(joined(a, node('place:b', cut, near))).to.deep.equal([['place:a', 'place:b']])
    expect(joined(a, node('place:b', cut, { ...near, lat: lat + 1 }))).to.deep.equal([])
  })

  it('counts one registered tenant for two names of a place', () => {
    const [a, b] = [
      node('place:a', '18 Lotus Mill Road'),
      node('place:b', '18 Lotus Mill Rd East, Shaling'),
    ]
    const at = (to: string) => ({ from: 'factory:CN/91350200MA2XNUW04P', type: 'AT' as const, to })
    const bits = (edges: Parameters<typeof samePlaces>[1]) =>
      samePlaces([...town, a, b], edges).others.get('place:a')?.[0]?.bits ?? 0
    expect(bits([at('place:a'), at('place:b')]) - bits([])).to.be.at.least(2)
  })

  it('gives the same clusters in any order of the nodes', () => {
    const all = [
      ...town,
      node('origin:a', '云州市1区泉桥庄街道241号'),
      node('place:b', '1区泉桥庄街道241号'),
      node('origin:c', '云州市1区泉桥庄街道 241号'),
    ]
    const whole = [...samePlaces(all, []).others]
    expect(whole).to.have.length(1)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
        expect([...samePlaces(some, []).others]).to.deep.equal(whole)
      }),
      { numRuns: 20 },
    )
  })
})
