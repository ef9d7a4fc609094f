import { expect } from 'chai'
import fc from 'fast-check'
import { MultiGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import Papa from 'papaparse'

import { csvTable } from '../../server/leads/formats/csv.ts'
import { gexf } from '../../server/leads/formats/gexf.ts'
import type { EntityRow } from '../../server/leads/formats/graph-rows.ts'
import { xmlText } from '../../server/leads/formats/xml-text.ts'

const hostile = [
  '=1+1',
  '＝1+1',
  '\n=cmd',
  ' =1',
  '\u0000=1',
  '\u00a0@SUM(A1)',
  '\t-1',
  '@x',
  '</text>',
  ']]>',
  '"quoted", and; more',
  "O'Brien & sons <b>",
  '\ud800 lone',
  'lone \udfff',
  '\uffff\ufffe\ufeff',
  '😀 𠮷野家',
  '\u202eright to left',
  '\u0085\u2028\u2029',
  'line\r\nbreak\u000b\u000c',
  '__proto__',
  'constructor',
]
const text = fc.oneof(
  fc.constantFrom(...hostile),
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

describe('gexf', () => {
  it('is well-formed and says every name as XML can hold it, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (names) => {
        const xml = gexf({ entities: names.map(entity), links: [] })
        expect(flaw(xml)).to.equal(undefined)
        const graph = parse(MultiGraph, xml)
        names.forEach((name, index) => {
          const label = graph.getNodeAttribute(`shop:a/${index}`, 'label')
          expect(seen(label ?? '')).to.equal(seen(xmlText(name)))
        })
      }),
      { numRuns: 200 },
    )
  })
})

/** The one cell of a table, as it is written. */
function cellOf(cell: string | number): string {
  return csvTable(['a'], [[cell]]).split('\r\n')[1] ?? ''
}

/** The parser of this test reads two line ends of XML 1.1 as spaces. */
function seen(label: string): string {
  return label.replaceAll(/[\u0085\u2028]/g, ' ')
}

function entity(name: string, index: number): EntityRow {
  return {
    key: `shop:a/${index}`,
    kind: 'Shop',
    name,
    member: true,
    holders: undefined,
    generic: false,
    firstSeen: undefined,
    lastSeen: undefined,
    properties: '{}',
    evidence: [],
  }
}

/** What is not well-formed in a document without text content of its own: XML 1.0 §2.1, as strict as a reader that stops at the first error. */
function flaw(xml: string): string | undefined {
  if (
    !xml.isWellFormed() ||
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(xml)
  )
    return 'a character outside Char'
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml[^?]*\?>/, '')
    .replaceAll(tag, (_, close: string, name: string, _attributes, empty: string) => {
      if (close === '' && empty === '') open.push(name)
      if (close !== '' && open.pop() !== name) open.push(`!${name}`)
      return ''
    })
  if (rest.trim() !== '') return `what is neither a tag nor blank: ${rest.trim().slice(0, 40)}`
  return open.length === 0 ? undefined : `tags that do not close: ${open.join(' ')}`
}

const tag =
  /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#x?[0-9A-Fa-f]+);)*")*)\s*(\/?)>/g
