import { expect } from 'chai'

import { toGcj02 } from '../../server/domain/chinese-coordinates.ts'
import type { GraphNode } from '../../server/domain/graph.ts'
import { coreOf } from '../../server/leads/core.ts'
import { evidenceOf } from '../../server/leads/evidence.ts'
import { geojson } from '../../server/leads/formats/geojson.ts'
import { wordsOf } from '../../server/leads/words/words.ts'
import { contentsOf } from './contents.ts'
import { sealed } from './package.ts'

const yard = { lat: 24.1, lng: 117.82 }

describe('places of a lead', () => {
  it('are points in WGS-84, longitude first, with what their source said beside them', () => {
    const shifted = toGcj02(yard)
    const [feature] = featuresOf([place('yard', { ...shifted, crs: 'GCJ-02' })])
    expect(feature?.geometry).to.deep.equal({ type: 'Point', coordinates: [117.82, 24.1] })
    expect(feature?.properties).to.deep.include({
      key: 'place:demo/yard',
      pole: 'Location',
      sourceSystem: 'GCJ-02',
      sourceCoordinates: [shifted.lng, shifted.lat],
    })
  })

  it('are left out, and counted, where nobody knows what their coordinates mean', async () => {
    const nodes = [place('yard', yard), place('hall', { ...yard, crs: 'Xian 1980' })]
    const text = geojsonOf(nodes)
    expect(JSON.parse(text ?? '')).to.deep.include({ leftOut: 1 })
    expect(featuresOf(nodes)).to.have.length(1)
    const contents = contentsOf()
    const lead = await sealed({ ...contents, nodes: [...contents.nodes, ...nodes] })
    expect(lead.text('data/limits.md'))
      .to.include('1 place with coordinates in a reference system that is not known here')
      .and.to.include('taken as WGS-84')
    expect(lead.text('data/graph/places.geojson')).to.equal(text)
    expect(lead.text('data/sites.csv')).to.match(/place:demo\/yard,Place,Location,.*117\.82/)
  })

  it('make no file where nothing has coordinates', () => {
    expect(geojsonOf([])).to.equal(undefined)
    expect(geojsonOf([place('yard', { lat: 'north', lng: 117 })])).to.equal(undefined)
  })
})

interface Feature {
  readonly geometry: object
  readonly properties: object
}

function featuresOf(nodes: readonly GraphNode[]): Feature[] {
  return JSON.parse(geojsonOf(nodes) ?? '').features
}

function geojsonOf(nodes: readonly GraphNode[]): string | undefined {
  const contents = contentsOf()
  const core = coreOf({ ...contents, nodes: [...contents.nodes, ...nodes] }, wordsOf('en'))
  return geojson(core, evidenceOf(core))
}

function place(name: string, properties: GraphNode['properties']): GraphNode {
  return { key: `place:demo/${name}`, kind: 'Place', name, properties, lives: [], records: [] }
}
