import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import type { Flow } from '../../server/domain/flow.ts'
import type { GraphEdge, GraphNode, NodeKind } from '../../server/domain/graph.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { type MapInput, type MapOptions, mapPicture, siteText } from '../../server/picture/map.ts'
import { sitesOf } from '../../server/picture/map-sites.ts'
import { shareOf, trafficOf } from '../../server/picture/map-traffic.ts'
import { fitView } from '../../server/picture/map-view.ts'
import { overlap } from '../../server/picture/placement.ts'
import { paintSvg } from '../../server/picture/svg.ts'
import { textWidth } from '../../server/picture/text-width.ts'
import { lightTheme } from '../../server/picture/theme.ts'

const outline = join(import.meta.dirname, '../../datasets/outline/data/land.json')
const land = JSON.parse(readFileSync(outline, 'utf8'))
const size = { width: 600, height: 400 }

function aNode(kind: NodeKind, id: string, properties: GraphNode['properties'] = {}): GraphNode {
  const key = `${kind.toLowerCase()}:${id}`
  return { key, kind, name: id, properties, lives: [], records: [] }
}

function at(from: GraphNode, to: GraphNode, role?: string): GraphEdge {
  const properties = role === undefined ? {} : { role }
  return { from: from.key, type: 'AT', to: to.key, discriminator: '', properties, records: [] }
}

function aFlow(from: string | undefined, to: string, days: readonly [string, number][]): Flow {
  return {
    ...(from !== undefined && { from }),
    to,
    days: days.map(([on, parcels]) => ({
      on: on as IsoDate,
      parcels,
      ofRing: parcels,
      bothEnds: 0,
    })),
    undated: 1,
    undatedOfRing: 1,
    stated: 0,
    shops: [],
  }
}

const maker = aNode('Factory', 'maker', { lat: 23.9, lng: 113.5 })
const hub = aNode('Origin', 'hub', { lat: 29.9, lng: 119.6 })
const whole = { from: undefined, until: '2026-01-01' }

function anInput(nodes: readonly GraphNode[], part: Partial<MapInput> = {}): MapInput {
  return {
    name: 'ring',
    sites: sitesOf(nodes, { nodes: [], edges: [] }),
    traffic: trafficOf([], whole),
    land,
    shared: new Set(),
    shopsOf: new Map(),
    firstSeen: new Map(),
    ...part,
  }
}

function someOptions(nodes: readonly GraphNode[], part: Partial<MapOptions> = {}): MapOptions {
  const { sites } = sitesOf(nodes, { nodes: [], edges: [] })
  return {
    ...size,
    view: fitView(sites, size),
    asOf: '2026-01-01',
    language: 'en',
    sizeBy: 'parcels',
    selected: new Set(),
    covered: [],
    ...part,
  }
}

describe('where things are', () => {
  const yard = aNode('Place', 'yard', { lat: 24.1, lng: 117.8 })
  const home = aNode('Place', 'home', { lat: 23.9, lng: 113.5 })

  it('is told by their own coordinates, or by a place where they are', () => {
    const factory = aNode('Factory', 'one')
    const { sites } = sitesOf([factory, hub], { nodes: [yard], edges: [at(factory, yard)] })
    expect(sites.map(({ lat, basis }) => [lat, basis])).to.deep.equal([
      [24.1, 'exact'],
      [29.9, 'exact'],
    ])
  })

  it('is for a factory its own building before a yard where it packs', () => {
    const factory = aNode('Factory', 'one')
    const edges = [at(factory, yard, 'pack'), at(factory, home)]
    const { sites } = sitesOf([factory], { nodes: [yard, home], edges })
    expect(sites[0]?.lng).to.equal(113.5)
  })

  it('draws a place as what is there', () => {
    const origin = aNode('Origin', 'village')
    const { sites } = sitesOf([origin, yard], { nodes: [], edges: [at(origin, yard)] })
    expect(sites.map(({ key }) => key)).to.deep.equal(['origin:village'])
    expect(sites[0]?.places).to.deep.equal(['place:yard'])
  })

  it('is the center of a town that the address names, and says so', () => {
    const factory = aNode('Factory', 'one', { address: '福建省莆田市工业路 8 号' })
    const sites = sitesOf([factory], { nodes: [], edges: [] })
    const [site] = sites.sites
    expect([site?.basis, site?.town?.en]).to.deep.equal(['town', 'Putian'])
    expect(site && siteText(site, anInput([]), 'en')).to.contain('place of the town')
  })

  it('takes a town in English as a whole word alone', () => {
    const factory = aNode('Factory', 'one', { region: 'Delhington' })
    const { unplaced } = sitesOf([factory], { nodes: [], edges: [] })
    expect(unplaced.map(({ because }) => because)).to.deep.equal(['unknown-town'])
  })

  it('loses nothing: each is placed, drawn as what is there, or listed with a reason', () => {
    const anyNode = fc.record({
      kind: fc.constantFrom<NodeKind>('Factory', 'Origin', 'Place'),
      id: fc.string({ minLength: 1, maxLength: 3 }),
      lat: fc.option(fc.double({ min: -200, max: 200, noNaN: true }), { nil: undefined }),
      region: fc.constantFrom('', 'Putian', 'nowhere'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyNode, { selector: ({ kind, id }) => kind + id }), (drawn) => {
        const nodes = drawn.map(({ kind, id, lat, region }) =>
          aNode(kind, id, { ...(lat !== undefined && { lat, lng: 100 }), region }),
        )
        const edges = nodes.flatMap((a) =>
          nodes.filter(({ kind }) => kind === 'Place' && a.kind !== 'Place').map((b) => at(a, b)),
        )
        const { sites, unplaced } = sitesOf(nodes, { nodes: [], edges })
        const told = [
          ...sites.flatMap(({ key, places }) => [key, ...places]),
          ...unplaced.map(({ key }) => key),
        ]
        expect(told).to.have.members(nodes.map(({ key }) => key))
      }),
    )
  })
})

describe('traffic of a period', () => {
  const flows = [
    aFlow('factory:maker', 'origin:hub', [
      ['2025-01-10', 3],
      ['2025-06-10', 4],
    ]),
    aFlow(undefined, 'origin:hub', [['2025-06-11', 2]]),
  ]

  it('counts days up to the as-of date, and the undated while the period has no beginning', () => {
    expect(trafficOf(flows, { from: undefined, until: '2025-03-01' }).parcels).to.equal(3 + 1 + 1)
    expect(trafficOf(flows, { from: '2025-02-01', until: '2025-12-01' }).parcels).to.equal(4 + 2)
  })

  it('counts parcels without a sender, draws no line for them, and keeps them in the share', () => {
    const traffic = trafficOf(flows, { from: '2025-02-01', until: '2025-12-01' })
    expect(traffic.hops.map(({ parcels }) => parcels)).to.deep.equal([4])
    expect(traffic.withoutSender).to.equal(2)
    expect(shareOf('factory:maker', traffic)).to.equal(4 / 6)
  })

  it('gives no share where no parcel of the ring was seen', () => {
    expect(shareOf('factory:maker', trafficOf([], whole))).to.equal(undefined)
  })
})

describe('the map picture', () => {
  const flows = [aFlow('factory:maker', 'origin:hub', [['2025-01-10', 3]])]
  const input = anInput([maker, hub], { traffic: trafficOf(flows, whole) })

  it('draws a line for parcels with their count, dashed while only one end was seen', () => {
    const { shapes } = mapPicture(input, someOptions([maker, hub]))
    const line = shapes.find((shape) => shape.shape === 'path' && shape.style === 'flow-told-lead')
    expect(line?.hint).to.contain('4 parcels')
    expect(shapes.some((shape) => shape.shape === 'text' && shape.text === '4')).to.equal(true)
  })

  it('draws dotted what strangers share', () => {
    const shared = { ...input, shared: new Set([hub.key]) }
    const { shapes } = mapPicture(shared, someOptions([maker, hub]))
    expect(
      shapes.some((shape) => shape.shape === 'path' && shape.style === 'flow-shared'),
    ).to.equal(true)
  })

  it('draws faintly what was not yet seen at the as-of date', () => {
    const later = { ...input, firstSeen: new Map([[maker.key, '2025-06-01']]) }
    const { shapes } = mapPicture(later, someOptions([maker, hub], { asOf: '2025-01-01' }))
    const mark = shapes.find((shape) => shape.shape === 'node' && shape.kind === 'Factory')
    expect(mark?.ghost).to.equal(true)
  })

  it('never lays one name on another, and says how many found no room', () => {
    const nodes = Array.from({ length: 60 }, (_, index) =>
      aNode('Factory', `maker number ${index}`, {
        lat: 24 + (index % 8) / 9,
        lng: 113 + index / 50,
      }),
    )
    const { shapes, notes } = mapPicture(anInput(nodes), someOptions(nodes))
    const boxes = shapes.flatMap((shape) => {
      if (shape.shape !== 'text' || shape.subject === undefined) return []
      const width = textWidth(shape.text, 12)
      const left = { start: shape.x, middle: shape.x - width / 2, end: shape.x - width }[
        shape.anchor
      ]
      return [{ left, right: left + width, top: shape.y - 10, bottom: shape.y + 2 }]
    })
    const crossing = boxes.filter((a, i) => boxes.some((b, j) => i < j && overlap(a, b)))
    expect(crossing).to.deep.equal([])
    expect(notes.join()).to.match(/names? hidden/)
  })

  it('joins near marks where thousands are in view, and loses none of them', () => {
    const nodes = Array.from({ length: 2_000 }, (_, index) =>
      aNode('Factory', String(index), { lat: 20 + (index % 50) / 4, lng: 100 + index / 100 }),
    )
    const { marks } = mapPicture(anInput(nodes), someOptions(nodes))
    expect(marks.length).to.be.lessThan(400)
    expect(marks.flatMap(({ sites }) => sites)).to.have.length(2_000)
  })

  it('gives the same picture for the same input', () => {
    const paint = () => paintSvg(mapPicture(input, someOptions([maker, hub])), lightTheme)
    expect(paint()).to.equal(paint())
  })
})
