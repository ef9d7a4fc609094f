import { expect } from 'chai'

import { joining, withFans } from '../../client/graph/fan.ts'
import { pairId } from '../../client/graph/fan-state.ts'
import { scenePicture } from '../../client/graph/scene-picture.ts'
import { emptyScene, withMore } from '../../client/scene/build-scene.ts'
import { edgeId, linkId, type Scene } from '../../client/scene/scene.ts'
import { networkGraph } from '../../server/picture/network-graph.ts'
import { aLink, anEdge, aShop } from '../client/builders.ts'

const [a, b] = ['shop:a/1', 'shop:a/2'] as const
const edges = [
  anEdge({ from: a, to: b, type: 'RESELLS_FOR' }),
  anEdge({ from: a, to: b, type: 'PROMOTES' }),
  anEdge({ from: b, to: a, type: 'PROMOTES' }),
]
const link = aLink(a, b)
const scene: Scene = {
  ...withMore(emptyScene, { nodes: [aShop({ key: a }), aShop({ key: b })], edges }),
  links: new Map([[linkId(link), link]]),
}

describe('relations between the same two nodes', () => {
  const graph = () => networkGraph(scenePicture(scene), undefined)

  it('are one line with their count until they are fanned out', () => {
    const merged = graph().ties.filter(({ subject }) => subject.of === 'edge')
    expect(merged.map(({ count }) => count)).to.deep.equal([3])
    const whole = graph()
    expect(withFans(whole, scene, new Set()).ties).to.equal(whole.ties)
  })

  it('fanned out are drawn one by one, each with a bend of its own', () => {
    const { ties } = withFans(graph(), scene, new Set([pairId(b, a)]))
    expect(ties.map(({ subject }) => subject.id)).to.have.members([
      ...edges.map(edgeId),
      linkId(link),
    ])
    // A bend is to the left of the way a line runs: turned the same way, no two are alike.
    const bends = ties.map(({ from, to, bend = 0 }) => (from < to ? bend : -bend))
    expect(new Set(bends).size).to.equal(4)
    expect(ties.every(({ count }) => count === 1)).to.equal(true)
  })

  it('that are hidden are not among them', () => {
    const hidden = new Set(edges.slice(0, 2).map(edgeId))
    expect(joining({ ...scene, hidden }, a, b)).to.have.length(2)
    expect(scenePicture({ ...scene, hidden }).edges).to.have.length(1)
  })
})
