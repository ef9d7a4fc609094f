import { expect } from 'chai'
import fc from 'fast-check'

import { forceDrawing, lanesDrawing } from '../../client/graph/display.ts'
import { drawingShapes } from '../../client/graph/drawing-shapes.ts'
import { pairId } from '../../client/graph/fan-state.ts'
import { withGhosts } from '../../client/graph/ghosts.ts'
import { lanesOf } from '../../client/graph/lanes.ts'
import { parallelLinks, withLinkBadges } from '../../client/graph/link-badges.ts'
import { scenePicture } from '../../client/graph/scene-picture.ts'
import { fileName } from '../../client/readout/file-name.ts'
import { linkId, type Scene } from '../../client/scene/scene.ts'
import { standingOf } from '../../client/scene/standing.ts'
import { networkGraph } from '../../server/picture/network-graph.ts'
import { aScene } from './a-scene.ts'

const size = { width: 800, height: 600 }
const asOf = '2026-03-14'
const standing = (scene: Scene) =>
  standingOf(scene, { asOf, sense: 'true', window: undefined, unknown: new Set() })

function shownOf(scene: Scene) {
  return { scene, asOf, language: 'en', selection: undefined, standing: standing(scene) } as const
}

function lanes(scene: Scene) {
  const shown = shownOf(scene)
  return lanesDrawing(lanesOf(shown, size, asOf), new Map(), shown)
}

function network(scene: Scene, candidates?: ReadonlyMap<string, boolean>) {
  const { nodes } = networkGraph(scenePicture(scene), undefined)
  const places = new Map(nodes.map(({ key }, index) => [key, { x: index * 60, y: index * 9 }]))
  return { places, drawing: forceDrawing(places, size, { ...shownOf(scene), candidates }) }
}

describe('a canvas read out as shapes', () => {
  const kindOf = (scene: Scene) => (key: string) => scene.nodes.get(key)?.kind

  it('has every node where the canvas has it', () => {
    const scene = aScene()
    const { places, drawing } = network(scene)
    const { shapes } = drawingShapes(drawing, kindOf(scene), () => false)
    const drawn = shapes.filter((shape) => shape.shape === 'node')
    expect(drawn).to.have.length(places.size)
    for (const { subject, x, y } of drawn) expect({ x, y }).to.deep.equal(places.get(subject.id))
  })

  it('has the lives and arcs of the lanes, and ends where they end', () => {
    const scene = aScene()
    const { shapes, box } = drawingShapes(lanes(scene), kindOf(scene), () => false)
    const styles = new Set(shapes.map((shape) => (shape.shape === 'node' ? '' : shape.style)))
    for (const style of ['life-open', 'came-back', 'tag', 'hull'])
      expect(styles.has(style as 'tag')).to.equal(true)
    expect(box.bottom <= size.height).to.equal(true)
  })

  it('leaves out what is only staged', () => {
    const scene = aScene()
    const [staged = ''] = [...scene.nodes.keys()]
    const { drawing } = network(scene, new Map([[staged, true]]))
    const { shapes } = drawingShapes(drawing, kindOf(scene), () => false)
    expect(shapes.some(({ subject }) => subject?.id === staged)).to.equal(false)
  })

  it('draws faintly what is not there yet', () => {
    const [id = ''] = [...aScene().links.keys()]
    const shapes = withGhosts(lanes(aScene()).under, new Set([id]))
    const own = shapes.filter(({ subject }) => subject?.id === id)
    expect(0 < own.length && own.every(({ ghost }) => ghost === true)).to.equal(true)
    expect(withGhosts(shapes, new Set())).to.equal(shapes)
  })
})

describe('several links between two shops', () => {
  const scene = aScene()
  const [link] = [...scene.links.values()]
  if (link === undefined) throw new Error('the ring has links')
  const other = { ...link, kind: 'same_controller' as const }
  const twice = { ...scene, links: new Map([...scene.links, [linkId(other), other]]) }

  const pair = pairId(link.from, link.to)

  it('are counted where there is more than one, less those that are hidden', () => {
    expect(parallelLinks(scene).has(pair)).to.equal(false)
    expect(parallelLinks(twice).get(pair)).to.equal(2)
    for (const hidden of [link.from, linkId(other)])
      expect(parallelLinks({ ...twice, hidden: new Set([hidden]) }).has(pair)).to.equal(false)
  })

  it('put their count on the tag of their arc until they are fanned out', () => {
    const { shapes } = lanesOf(shownOf(twice), size, asOf)
    const badges = withLinkBadges(shapes, twice, new Set(), String).slice(shapes.length)
    const own = badges.filter(({ subject }) => subject?.id === linkId(link))
    expect(own.map(({ hint }) => hint)).to.deep.equal(['2', '2'])
    const fanned = withLinkBadges(shapes, twice, new Set([pair]), String).slice(shapes.length)
    expect(fanned.some(({ subject }) => subject?.id === linkId(link))).to.equal(false)
  })
})

describe('the name of a saved picture', () => {
  it('has date, view and ring, of letters, digits and hyphens', () => {
    const named = fileName({ date: asOf, view: 'lanes', ring: '金莲箱包 Golden / Lotus' }, 'svg')
    expect(named).to.equal('2026-03-14-lanes-金莲箱包-Golden-Lotus.svg')
  })

  it('is safe whatever the ring is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (ring) => {
        const name = fileName({ date: asOf, view: 'map', ring }, 'png')
        expect(name).to.match(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.png$/u)
        expect([...name].length < 100).to.equal(true)
      }),
    )
    expect(fileName({ date: '', view: '', ring: '../..' }, 'png')).to.equal('picture.png')
  })
})
