import { expect } from 'chai'
import fc from 'fast-check'

import { networkPicture } from '../../server/picture/network.ts'
import { networkGraph } from '../../server/picture/network-graph.ts'
import { linkId } from '../../server/picture/ring-picture.ts'
import { paintSvg } from '../../server/picture/svg.ts'
import { lightTheme } from '../../server/picture/theme.ts'
import { words } from '../../server/picture/words.ts'
import { aRing } from './a-ring.ts'
import { coveredTexts } from './boxes.ts'
import { aLink, aNode, anEdge, goldenLotus, hub } from './golden-lotus.ts'

const options = { width: 800, height: 620, asOf: '2026-03-14', words: words.en }

describe('the network of a ring', () => {
  it('is the same bytes whatever order nodes, edges and links come in', () => {
    const ring = goldenLotus()
    const expected = paintSvg(networkPicture(ring, options), lightTheme)
    const any = <T>(values: readonly T[]) =>
      fc.shuffledSubarray([...values], { minLength: values.length })
    fc.assert(
      fc.property(any(ring.nodes), any(ring.edges), any(ring.links), (nodes, edges, links) => {
        const other = networkPicture({ ...ring, nodes, edges, links }, options)
        expect(paintSvg(other, lightTheme)).to.equal(expected)
      }),
      { numRuns: 15 },
    )
  })

  it('folds the contacts that one shop alone holds, and says how many', () => {
    const ring = goldenLotus()
    const shared = ring.nodes.find(({ kind }) => kind === 'Contact')?.key ?? ''
    expect(networkGraph(ring, undefined).folded).to.equal(24)
    const more = {
      ...ring,
      edges: [...ring.edges, anEdge('shop:jushi/70002', 'REACHED_AT', shared)],
    }
    expect(networkGraph(more, undefined).folded).to.equal(23)
  })

  it('draws as many one-controller links as hold the shops together, and the selected one', () => {
    const ring = goldenLotus()
    const drawn = (selected?: string) =>
      networkGraph(ring, selected).ties.filter(({ style }) => style === 'one-controller').length
    expect(drawn()).to.equal(1)
    const other = JSON.stringify(['shop:weigou/12903', 'same_controller', 'shop:jushi/88213'])
    expect(drawn(other)).to.equal(2)
  })

  it('draws common supply dotted, and only between shops that nothing else joins, or where it is selected', () => {
    const ring = goldenLotus()
    const inside = supplyBetween('shop:jushi/88213', 'shop:weigou/7720')
    const outside = supplyBetween('shop:elsewhere/1', 'shop:weigou/7720')
    const more = {
      ...ring,
      nodes: [...ring.nodes, aNode('Shop', 'shop:elsewhere/1', 'Elsewhere')],
      links: [...ring.links, inside, outside],
    }
    const drawn = (selected?: string) =>
      networkGraph(more, selected).ties.flatMap(({ style, subject }) =>
        style === 'shares-supply' ? [subject.id] : [],
      )
    expect(drawn()).to.deep.equal([linkId(outside)])
    expect(drawn(linkId(inside))).to.have.members([linkId(outside), linkId(inside)])
    const { shapes } = networkPicture(more, options)
    const texts = shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []))
    expect(texts).to.include(words.en.legend.sharesSupply)
  })

  it('takes a surer common supply for no reason to leave a link of one controller out', () => {
    const ring = goldenLotus()
    const surer = { ...supplyBetween('shop:jushi/70002', 'shop:weigou/12903'), probability: 1 }
    const styles = (links: typeof ring.links) =>
      networkGraph({ ...ring, links }, undefined).ties.map(({ style }) => style)
    const links = [...ring.links, surer as (typeof ring.links)[number]]
    expect(styles(links)).to.deep.equal(styles(ring.links))
  })

  it('merges what is said twice of two nodes into one tie with a count', () => {
    const ring = goldenLotus()
    const twice = {
      ...anEdge('shop:weigou/7720', 'PAID_INTO', 'account:wallet/W880316'),
      discriminator: '2',
    }
    const { ties } = networkGraph({ ...ring, edges: [...ring.edges, twice] }, undefined)
    expect(ties.filter(({ count }) => count === 2)).to.have.lengthOf(1)
  })

  it('keeps what strangers share outside the hull of the ring', () => {
    const { shapes } = networkPicture(goldenLotus(), options)
    const places = shapes.filter((shape) => shape.shape === 'node')
    const lowest = Math.max(...places.filter(({ generic }) => !generic).map(({ y }) => y))
    expect(places.find(({ subject }) => subject.id === hub)?.y).to.be.greaterThan(lowest + 44)
  })

  it('places every node inside the picture and none on another, up to 40 shops', () => {
    for (const size of [2, 8, 20, 40]) {
      const { shapes, width, height } = networkPicture(aRing(size), options)
      const nodes = shapes.filter((shape) => shape.shape === 'node')
      for (const [index, a] of nodes.entries()) {
        expect(a.x).to.be.within(0, width)
        expect(a.y).to.be.within(0, height)
        for (const b of nodes.slice(0, index)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y), `${size} shops`).to.be.greaterThan(28)
        }
      }
    }
  })

  it('leaves a name out rather than write it over another', () => {
    const picture = networkPicture(aRing(6), { ...options, width: 1200, height: 900 })
    expect(coveredTexts(picture)).to.deep.equal([])
  })
})

function supplyBetween(from: string, to: string) {
  return { ...aLink(from, to, 0.7), kind: 'shares_supply' as const }
}
