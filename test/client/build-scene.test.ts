import { expect } from 'chai'

import { leadingFactory } from '../../client/commands/leading-factory.ts'
import { emptyScene, ringScene, withMore } from '../../client/scene/build-scene.ts'
import { edgeId } from '../../client/scene/scene.ts'
import type { Attribution, RingAnswer } from '../../server/contract/ring.ts'
import { aLink, anEdge, aRing, aShop } from './builders.ts'

describe('scene', () => {
  it('of a ring holds all that the server answered', () => {
    const answer = {
      ring: aRing('ring:a'),
      nodes: [aShop({ key: 'shop:a/1' }), aShop({ key: '__proto__' })],
      edges: [anEdge({})],
      links: [aLink('shop:a/1', 'shop:a/2')],
      attributions: [],
      holders: { 'account:card/1': 3 },
      generic: ['account:card/1'],
      events: [],
      omitted: 0,
    } as unknown as RingAnswer
    const scene = ringScene(answer)
    expect([...scene.nodes.keys()]).to.deep.equal(['shop:a/1', '__proto__'])
    expect(scene.edges.size).to.equal(1)
    expect(scene.links.size).to.equal(1)
    expect(scene.holders.get('account:card/1')).to.equal(3)
    expect(scene.generic.has('account:card/1')).to.equal(true)
  })

  it('keeps what it has when more comes, and shows what was hidden and is asked for again', () => {
    const first = aShop({ key: 'shop:a/1', name: 'first' })
    const scene = { ...withMore(emptyScene, { nodes: [first] }), hidden: new Set(['shop:a/1']) }
    const again = withMore(scene, {
      nodes: [aShop({ key: 'shop:a/1', name: 'later' }), aShop({ key: 'shop:a/2' })],
      edges: [anEdge({})],
    })
    expect(again.nodes.get('shop:a/1')).to.equal(first)
    expect(again.nodes.size).to.equal(2)
    expect(again.hidden.size).to.equal(0)
    expect(again.edges.has(edgeId(anEdge({})))).to.equal(true)
  })

  it('that already holds all there is stays the same maps', () => {
    const scene = withMore(emptyScene, { nodes: [aShop({ key: 'shop:a/1' })] })
    expect(withMore(scene, { nodes: [aShop({ key: 'shop:a/1' })] }).nodes).to.equal(scene.nodes)
  })
})

describe('leading factory', () => {
  const target = (kind: string, hub: boolean) => ({ kind, hub }) as unknown as Attribution

  it('is the first factory that is no hub, then the first place that is none, then whatever there is', () => {
    const hub = target('Factory', true)
    const origin = target('Origin', false)
    const factory = target('Factory', false)
    expect(leadingFactory([hub, origin, factory])).to.equal(factory)
    expect(leadingFactory([hub, origin])).to.equal(origin)
    expect(leadingFactory([hub])).to.equal(hub)
    expect(leadingFactory([])).to.equal(undefined)
  })
})
