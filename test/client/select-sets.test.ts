import { expect } from 'chai'

import {
  ofKind,
  others,
  shownKeys,
  similarTo,
  withNeighbors,
} from '../../client/commands/select-sets.ts'
import { emptyScene } from '../../client/scene/build-scene.ts'
import { edgeId, linkId, type Scene } from '../../client/scene/scene.ts'
import { Life } from '../../server/domain/life.ts'
import { aLink, anEdge, aShop } from './builders.ts'

const closed = [Life.parse({ from: '2024-01-01', to: '2024-06-01', began: 'opened' })]
const open = [Life.parse({ from: '2024-01-01', began: 'opened' })]

const nodes = [
  aShop({ key: 'shop:a/1', lives: closed }),
  aShop({ key: 'shop:a/2', lives: open }),
  aShop({ key: 'shop:a/3', lives: closed }),
  aShop({ key: 'account:card/1', kind: 'PaymentAccount' }),
  aShop({ key: 'origin:x', kind: 'Origin' }),
]
const edges = [
  anEdge({ from: 'shop:a/1', to: 'account:card/1' }),
  anEdge({ from: 'shop:a/3', to: 'origin:x', type: 'SHIPS_FROM' }),
]
const links = [aLink('shop:a/1', 'shop:a/2')]

function aScene(hidden: readonly string[] = []): Scene {
  return {
    ...emptyScene,
    nodes: new Map(nodes.map((node) => [node.key, node])),
    edges: new Map(edges.map((edge) => [edgeId(edge), edge])),
    links: new Map(links.map((link) => [linkId(link), link])),
    hidden: new Set(hidden),
  }
}

describe('what can be selected at once', () => {
  it('is everything that is not hidden', () => {
    expect(shownKeys(aScene(['origin:x']))).to.have.lengthOf(4)
  })

  it('is one kind of what can be seen', () => {
    const scene = aScene(['shop:a/1'])
    expect(ofKind(scene, shownKeys(scene), 'Shop')).to.deep.equal(['shop:a/2', 'shop:a/3'])
  })

  it('is what is not selected, and that twice is the selection again', () => {
    const all = shownKeys(aScene())
    const inverse = others(all, ['shop:a/2'])
    expect(inverse).to.have.lengthOf(4)
    expect(others(all, inverse)).to.deep.equal(['shop:a/2'])
  })

  it('is what edges and links tie to it, from either end, itself included', () => {
    expect(withNeighbors(aScene(), ['shop:a/1'])).to.have.members([
      'shop:a/1',
      'shop:a/2',
      'account:card/1',
    ])
    expect(withNeighbors(aScene(), ['origin:x'])).to.have.members(['origin:x', 'shop:a/3'])
  })

  it('is never hidden', () => {
    expect(withNeighbors(aScene(['shop:a/2']), ['shop:a/1'])).to.not.include('shop:a/2')
  })

  it('is what has the kind and the status at that date', () => {
    const scene = aScene()
    const at = (asOf: string) => similarTo(scene, shownKeys(scene), ['shop:a/1'], asOf)
    expect(at('2025-01-01')).to.deep.equal(['shop:a/1', 'shop:a/3'])
    expect(at('2024-03-01')).to.deep.equal(['shop:a/1', 'shop:a/2', 'shop:a/3'])
  })
})
