import { expect } from 'chai'

import { describe as describeThing } from '../../client/graph/describe.ts'
import { forceDrawing, lanesDrawing } from '../../client/graph/display.ts'
import { extraKeys } from '../../client/graph/extra.ts'
import { lanesOf } from '../../client/graph/lanes.ts'
import { scenePicture } from '../../client/graph/scene-picture.ts'
import { edgeId, linkId, type Scene, type Selection } from '../../client/scene/scene.ts'
import { standingOf } from '../../client/scene/standing.ts'
import { networkGraph } from '../../server/picture/network-graph.ts'
import {
  edgeId as pictureEdgeId,
  linkId as pictureLinkId,
} from '../../server/picture/ring-picture.ts'
import { aLink, aNode, anEdge, card, goldenLotus, hub } from '../picture/golden-lotus.ts'
import { aScene } from './a-scene.ts'

const size = { width: 800, height: 600 }
const last = '2026-03-14'

describe('the drawing of a scene', () => {
  it('names links and edges as the pictures do', () => {
    const { edges, links } = goldenLotus()
    expect(edges.map(edgeId)).to.deep.equal(edges.map(pictureEdgeId))
    expect(links.map(linkId)).to.deep.equal(links.map(pictureLinkId))
  })

  it('puts the nodes of the lanes where the picture has them', () => {
    const { drawing, lanes } = drawn(aScene())
    const places = lanes.shapes.flatMap((shape) =>
      shape.shape === 'node' ? [[shape.subject.id, shape.x, shape.y] as const] : [],
    )
    expect([...drawing.nodes.values()].map(({ key, x, y }) => [key, x, y])).to.deep.equal(places)
    expect(drawing.ties).to.deep.equal([])
  })

  it('moves nothing when something is selected or the date changes', () => {
    const places = (drawing: ReturnType<typeof drawn>['drawing']) =>
      [...drawing.nodes.values()].map(({ key, x, y }) => [key, x, y])
    const before = places(drawn(aScene()).drawing)
    const selection: Selection = { kind: 'nodes', keys: [card] }
    expect(places(drawn(aScene(), { selection }).drawing)).to.deep.equal(before)
    expect(places(drawn(aScene(), { asOf: '2024-01-01' }).drawing)).to.deep.equal(before)
  })

  it('lets what a selected node does not touch step back', () => {
    const selection: Selection = { kind: 'nodes', keys: [card] }
    const { nodes } = drawn(aScene(), { selection }).drawing
    expect(nodes.get(card)).to.include({ selected: true, dim: false })
    expect(nodes.get('shop:weigou/12903')).to.include({ selected: false, dim: false })
    expect(nodes.get('shop:taobao.com/51177')).to.include({ dim: true })
  })

  it('leaves everything as it is round a selected link', () => {
    const selection: Selection = { kind: 'link', id: [...aScene().links.keys()][4] ?? '' }
    const { nodes } = drawn(aScene(), { selection }).drawing
    expect([...nodes.values()].some(({ dim }) => dim)).to.equal(false)
  })

  it('draws what is generic hollow, and what is not there yet as a ghost', () => {
    const { nodes } = drawn(aScene(), { asOf: '2024-01-01' }).drawing
    expect(nodes.get(hub)?.generic).to.equal(true)
    expect(nodes.get('shop:jushi/88213')?.ghost).to.equal(true)
    expect(nodes.get('shop:taobao.com/51177')).to.include({ ghost: false, status: 'closed' })
  })

  it('draws nothing that was hidden', () => {
    const scene = { ...aScene(), hidden: new Set([card]) }
    expect([...drawn(scene).drawing.nodes.keys()]).not.to.include(card)
  })

  it('knows what came by expanding from what the ring came with', () => {
    const scene = aScene()
    expect(extraKeys(scene, drawn(scene).lanes)).to.deep.equal([])
    const grown = expanded(scene)
    expect(extraKeys(grown, drawn(grown).lanes)).to.deep.equal(['shop:elsewhere/1'])
  })

  it('writes a probability on every succession of the network, and more on the selected one', () => {
    const scene = aScene()
    const graph = networkGraph(scenePicture(scene), undefined)
    const places = new Map(graph.nodes.map(({ key }, index) => [key, { x: index * 40, y: 0 }]))
    const id = JSON.stringify(['shop:weigou/12903', 'came_back_as', 'shop:jushi/88213'])
    const shown = { scene, asOf: last, language: 'en', standing: standingAt(scene, last) } as const
    const selection: Selection = { kind: 'link', id }
    const { ties } = forceDrawing(places, size, { ...shown, selection })
    const texts = ties.filter(({ style }) => style === 'came-back').map(({ text }) => text)
    expect(texts).to.have.members([
      '0.93',
      '0.83',
      '0.96',
      '0.91',
      'came back as · 0.97 · 9 d ×2',
      '0.89',
    ])
  })

  it('paints common supply dotted under the nodes, and says so rather than one controller', () => {
    const scene = aScene()
    const link = {
      ...aLink('shop:jushi/88213', 'shop:weigou/7720', 0.6),
      kind: 'shares_supply' as const,
    }
    const id = linkId(link)
    const grown = { ...scene, links: new Map([...scene.links, [id, link]]) }
    const { drawing } = drawn(grown, { selection: { kind: 'link', id } })
    const dotted = drawing.under.filter(({ subject }) => subject?.id === id)
    expect(dotted.map((shape) => 'style' in shape && shape.style)).to.deep.equal(['shares-supply'])
    expect(drawing.ties.find((tie) => tie.id === id)).to.include({
      curved: false,
      text: 'common supply 0.60',
    })
    const seen = { asOf: last, language: 'zh', sense: 'true' } as const
    const standing = standingAt(grown, last)
    const said = describeThing({ of: 'link', id }, { ...seen, scene: grown, standing })
    expect(said).to.include('共用货源 0.60').and.not.to.include('同一控制人')
  })

  it('says in one line what a node, a link and an edge are', () => {
    const scene = aScene()
    const standing = standingAt(scene, last)
    const seen = { scene, asOf: last, language: 'en', sense: 'true', standing } as const
    expect(describeThing({ of: 'node', id: 'shop:jushi/88213' }, seen)).to.equal(
      'shop 奢包汇 2026, Luxe Bag Collective, open, 8 links, registered to 锦筑商行 Jinzhu Commerce',
    )
    expect(describeThing({ of: 'node', id: hub }, seen)).to.include('148 shops: 0 bits')
    const [link] = [...scene.links.keys()]
    expect(describeThing({ of: 'link', id: link ?? '' }, seen)).to.include(
      'came back as · 0.93 · 14 d',
    )
    const edge = edgeId(anEdge('shop:weigou/7720', 'PAID_INTO', 'account:wallet/W880316'))
    expect(describeThing({ of: 'edge', id: edge }, seen)).to.equal(
      'LBH Outlet paid into W-88 •••• 0316',
    )
  })
})

function standingAt(scene: Scene, asOf: string) {
  return standingOf(scene, { asOf, sense: 'true', window: undefined, unknown: new Set() })
}

function drawn(
  scene: Scene,
  { selection, asOf = last }: { selection?: Selection; asOf?: string } = {},
) {
  const standing = standingAt(scene, asOf)
  const shown = { scene, selection, asOf, language: 'en', standing } as const
  const lanes = lanesOf(shown, size, last)
  return { lanes, drawing: lanesDrawing(lanes, new Map(), shown) }
}

function expanded(scene: Scene): Scene {
  const node = aNode('Shop', 'shop:elsewhere/1', 'Elsewhere')
  const edge = anEdge(node.key, 'SHIPS_FROM', hub)
  return {
    ...scene,
    nodes: new Map([...scene.nodes, [node.key, node]]),
    edges: new Map([...scene.edges, [edgeId(edge), edge]]),
  }
}
