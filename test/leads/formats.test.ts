import { expect } from 'chai'
import fc from 'fast-check'
import Papa from 'papaparse'

import { xmlText } from '../../server/domain/xml-text.ts'
import { anx } from '../../server/leads/formats/anx.ts'
import { csvTable } from '../../server/leads/formats/csv.ts'
import { gexf } from '../../server/leads/formats/gexf.ts'
import type { EntityRow, LinkRow } from '../../server/leads/formats/graph-rows.ts'
import { graphml } from '../../server/leads/formats/graphml.ts'
import { elementsOf, readXml, type XmlElement } from '../support/xml-reader.ts'
import { hostileTexts } from '../torture/hostile-texts.ts'

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
)

describe('csv tables', () => {
  it('hold one row a line and every cell in its column, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (rows) => {
        const parsed = Papa.parse<string[]>(csvTable(['a', 'b'], rows).slice(1), {
          skipEmptyLines: true,
          newline: '\r\n',
          delimiter: ',',
        })
        expect(parsed.errors.filter(({ type }) => type !== 'Delimiter')).to.be.empty
        expect(parsed.data.slice(1)).to.have.length(rows.length)
        for (const row of parsed.data) expect(row).to.have.length(2)
      }),
    )
  })

  it('have no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(text, (value) => {
        const [, [cell = ''] = []] = Papa.parse<string[]>(csvTable(['a'], [[value]]).slice(1), {
          newline: '\r\n',
          delimiter: ',',
        }).data
        expect(cell.replace(/^[\s\p{Cc}\ufffd]+/u, '')).not.to.match(/^[=+\-@＝＋－＠]/)
      }),
    )
  })

  it('open with a byte order mark, so that Chinese is read as UTF-8', () => {
    expect(csvTable(['名称'], [['金莲']])).to.equal('\ufeff名称\r\n金莲\r\n')
  })

  it('write phones without the plus that a spreadsheet would add up', () => {
    expect(cellOf('+8613800138000')).to.equal('8613800138000')
  })

  it('keep digits that a spreadsheet would drop', () => {
    expect(cellOf('6217000012344471')).to.equal("'6217000012344471")
    expect(cellOf('007')).to.equal("'007")
    expect(cellOf('12E5')).to.equal("'12E5")
    expect(cellOf(0.25)).to.equal('0.25')
  })
})

describe('graph files', () => {
  const written = { gexf, graphml, anx }
  const labels: Readonly<Record<keyof typeof written, (root: XmlElement) => unknown[]>> = {
    gexf: (root) => elementsOf(root, 'node').map(({ attributes }) => attributes.label),
    graphml: (root) =>
      elementsOf(root, 'node').map(
        ({ children }) => children.find(({ attributes }) => attributes.key === 'node-label')?.text,
      ),
    anx: (root) =>
      elementsOf(root, 'ChartItem')
        .filter((item) => 0 < elementsOf(item, 'Entity').length)
        .map(({ attributes }) => attributes.Label),
  }

  for (const [name, write] of Object.entries(written)) {
    it(`${name} is well-formed and says every name as XML can hold it, whatever is in it`, () => {
      fc.assert(
        fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (names) => {
          const links = names.map((said, index) => link(`shop:a/${index}`, 'shop:a/0', said))
          const root = readXml(write({ entities: names.map(entity), links }))
          expect(labels[name as keyof typeof written](root)).to.deep.equal(names.map(xmlText))
        }),
        { numRuns: 150 },
      )
    })

    it(`${name} gives every thing and every relation its evidence`, () => {
      const links = [link('shop:a/0', 'shop:a/1', 'x'), link('shop:a/1', 'shop:nowhere', 'x')]
      const xml = write({ entities: ['a', 'b'].map(entity), links })
      expect(xml.match(/E1:3 E2:4/g)).to.have.length(2)
      expect(xml.match(/E9:1/g)).to.have.length(1)
      expect(xml).not.to.include('nowhere')
    })
  }

  it('graphml declares the type of every value', () => {
    const root = readXml(graphml({ entities: ['a'].map(entity), links: [] }))
    const declared = elementsOf(root, 'key').map(({ attributes }) => attributes.id)
    const used = elementsOf(root, 'data').map(({ attributes }) => attributes.key)
    expect(used.filter((key) => !declared.includes(key))).to.deep.equal([])
  })

  it('anx has its collections in order, ids of one namespace, and no reference to nothing', () => {
    const links = [link('shop:a/0', 'shop:a/1', 'x'), link('shop:a/1', 'shop:a/0', 'y')]
    const root = readXml(anx({ entities: ['a', 'b', 'c'].map(entity), links }))
    expect(root.attributes).to.deep.equal({ IdReferenceLinking: 'true', Rigorous: 'true' })
    expect(root.children.map(({ name }) => name)).to.deep.equal([
      'StrengthCollection',
      'LinkTypeCollection',
      'EntityTypeCollection',
      'AttributeClassCollection',
      'ChartItemCollection',
    ])
    const all = everything(root)
    const ids = all.flatMap(({ attributes }) => attributes.Id ?? attributes.EntityId ?? [])
    expect(new Set(ids).size).to.equal(ids.length)
    const references = all.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        /(?:Reference|End[12]Id)$/.test(name) && name !== 'SourceReference' ? [value] : [],
      ),
    )
    expect(references).not.to.be.empty
    expect(references.filter((reference) => !ids.includes(reference))).to.deep.equal([])
  })

  it('anx dates have no zone', () => {
    const xml = anx({ entities: [{ ...entity('a', 0), firstSeen: '2025-01-02' }], links: [] })
    expect(xml).to.include('DateSet="true" TimeSet="false" DateTime="2025-01-02T00:00:00"')
  })
})

/** The one cell of a table, as it is written. */
function cellOf(cell: string | number): string {
  return csvTable(['a'], [[cell]]).split('\r\n')[1] ?? ''
}

function entity(name: string, index: number): EntityRow {
  return {
    key: `shop:a/${index}`,
    kind: 'Shop',
    pole: 'Object',
    name,
    member: true,
    holders: undefined,
    generic: false,
    firstSeen: undefined,
    lastSeen: undefined,
    properties: '{}',
    evidence: ['E1:3', 'E2:4'],
  }
}

function link(from: string, to: string, type: string): LinkRow {
  return {
    ...{ from, type, to, basis: 'derived', firstSeen: undefined, lastSeen: '2026-01-01' },
    ...{ probability: 0.5, bits: -1.5, properties: '{}', evidence: ['E9:1'] },
  }
}

function everything(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everything)]
}
