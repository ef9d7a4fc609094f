import { expect } from 'chai'

import { keysOf, pathPieces } from '../../client/paths/pieces.ts'
import { emptyScene, withMore } from '../../client/scene/build-scene.ts'
import { comparable } from '../../client/scene/comparable.ts'
import { edgeId, linkId } from '../../client/scene/scene.ts'
import type { PathHop } from '../../server/contract/paths.ts'
import { aLink, anEdge, aShop } from './builders.ts'

const [a, b, card] = ['shop:a/1', 'shop:a/2', 'account:bank/9'] as const
const hop = (from: string, to: string, over: Partial<PathHop>): PathHop => ({
  from,
  to,
  alike: 0,
  strength: 1,
  because: [],
  ...over,
})
const edges = [a, b].map((from) => ({ ...anEdge({ from, to: card }), records: [] }))
const link = aLink(b, 'shop:a/3')
const hops = [
  hop(a, card, { edge: edges[0] }),
  hop(card, b, { edge: edges[1] }),
  hop(b, 'shop:a/3', { link }),
]
const nodes = [a, b, card, 'shop:a/3'].map((key) => aShop({ key }))

describe('a way brought into the picture', () => {
  it('brings its nodes, relations and links, and nothing twice', () => {
    const start = withMore(emptyScene, { nodes: nodes.slice(0, 1) })
    const scene = pathPieces(start, hops, [...nodes, aShop({ key: 'shop:of-another-way' })])
    expect([...scene.nodes.keys()]).to.have.members(keysOf(hops))
    expect([...scene.edges.keys()]).to.have.members(edges.map(edgeId))
    expect([...scene.links.keys()]).to.deep.equal([linkId(link)])
    expect(pathPieces(scene, hops, nodes)).to.equal(scene)
  })

  it('shows again what of it was hidden', () => {
    const scene = pathPieces(emptyScene, hops, nodes)
    const hidden = { ...scene, hidden: new Set([card]) }
    expect(pathPieces(hidden, hops, nodes).hidden.size).to.equal(0)
  })
})

describe('what of a picture a question can carry', () => {
  it('is its shops first, and no more than a request may hold', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => aShop({ key: `shop:${index}` }))
    const account = { ...aShop({ key: card }), kind: 'PaymentAccount' as const }
    expect(comparable([account, ...many.slice(0, 2)])).to.deep.equal(['shop:0', 'shop:1', card])
    expect(comparable(many)).to.have.length(1_000)
    const long = many.map((shop) => ({ ...shop, key: `shop:${'长'.repeat(200)}${shop.key}` }))
    expect(JSON.stringify(comparable(long)).length).to.be.below(65_536 / 3)
  })
})
