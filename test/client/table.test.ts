import { expect } from 'chai'
import fc from 'fast-check'
import papa from 'papaparse'

import { picked, rowAfter } from '../../client/table/picking.ts'
import { type Cell, narrowed, nextOrder, ordered, type Row } from '../../client/table/rows.ts'
import { csvOf, tabbedOf } from '../../client/table/sheet.ts'

function aRow(id: string, cells: readonly (string | number)[], kind = 'Shop'): Row {
  return {
    id,
    kind,
    selection: { kind: 'nodes', keys: [id] },
    cells: cells.map(
      (cell): Cell =>
        typeof cell === 'number' ? { text: String(cell), value: cell } : { text: cell },
    ),
  }
}

const rows = [
  aRow('a', ['莲记手袋店', 3]),
  aRow('b', ['Lotus 10', 12]),
  aRow('c', ['lotus 9', ''], 'Origin'),
]
const ids = (list: readonly Row[]) => list.map(({ id }) => id).join('')

describe('table', () => {
  it('is narrowed to rows that hold every word, in any case and any width of letters', () => {
    expect(ids(narrowed(rows, 'LOTUS', ''))).to.equal('bc')
    expect(ids(narrowed(rows, '10 lotus', ''))).to.equal('b')
    expect(ids(narrowed(rows, 'ｌｏｔｕｓ　９', ''))).to.equal('c')
    expect(ids(narrowed(rows, '手袋', ''))).to.equal('a')
    expect(ids(narrowed(rows, ' ', 'Origin'))).to.equal('c')
  })

  it('sorts numbers by size and texts with their numbers read, empty cells last either way', () => {
    expect(ids(ordered(rows, { column: 1, down: false }, 'en'))).to.equal('abc')
    expect(ids(ordered(rows, { column: 1, down: true }, 'en'))).to.equal('bac')
    const latin = rows.slice(1)
    expect(ids(ordered(latin, { column: 0, down: false }, 'en'))).to.equal('cb')
    expect(ids(ordered(latin, { column: 0, down: true }, 'en'))).to.equal('bc')
  })

  it('goes with each click on a heading from one order to the other and back to none', () => {
    const first = nextOrder(undefined, 0, false)
    expect(first).to.deep.equal({ column: 0, down: false })
    const second = nextOrder(first, 0, false)
    expect(second).to.deep.equal({ column: 0, down: true })
    expect(nextOrder(second, 0, false)).to.equal(undefined)
    expect(nextOrder(second, 1, true)).to.deep.equal({ column: 1, down: true })
  })

  it('picks one, adds and takes away, and adds all up to another', () => {
    const at = (index: number, how: 'one' | 'toggle' | 'range', before?: readonly string[]) =>
      picked(before && { kind: 'nodes', keys: before }, rows, { index, anchor: 0, how })
    expect(at(1, 'one', ['a'])).to.deep.equal({ kind: 'nodes', keys: ['b'] })
    expect(at(1, 'toggle', ['a'])).to.deep.equal({ kind: 'nodes', keys: ['a', 'b'] })
    expect(at(0, 'toggle', ['a'])).to.equal(undefined)
    expect(at(2, 'range', ['a'])).to.deep.equal({ kind: 'nodes', keys: ['a', 'b', 'c'] })
  })

  it('picks links one at a time', () => {
    const links: Row[] = [{ ...aRow('l', []), selection: { kind: 'link', id: 'l' } }]
    const pick = { index: 0, anchor: 0, how: 'toggle' } as const
    expect(picked({ kind: 'nodes', keys: ['a'] }, links, pick)).to.deep.equal({
      kind: 'link',
      id: 'l',
    })
  })

  it('is walked within its ends', () => {
    expect(rowAfter('ArrowDown', 2, 3)).to.equal(2)
    expect(rowAfter('ArrowUp', 0, 3)).to.equal(0)
    expect(rowAfter('End', 0, 3)).to.equal(2)
    expect(rowAfter('PageDown', 0, 100)).to.equal(12)
    expect(rowAfter('constructor', 0, 3)).to.equal(undefined)
  })
})

describe('what leaves the table', () => {
  const formulas = ['=1+1', '+86 10', '-2', '@sum', '\t=1', ' =1', '＝1']

  it('begins with the mark of UTF-8 and holds the headings, the cells and the key', () => {
    expect(csvOf(['name', 'links', 'key'], rows.slice(0, 1))).to.equal(
      '\uFEFFname,links,key\r\n莲记手袋店,3,a\r\n',
    )
  })

  it('keeps a spreadsheet from running what looks like a formula', () => {
    for (const formula of formulas) {
      const [, cells] = papa.parse<string[]>(csvOf(['x', 'key'], [aRow(formula, [formula])])).data
      expect(cells).to.deep.equal([`'${formula}`, `'${formula}`])
      expect(tabbedOf(['x'], [aRow('k', [formula])])).to.match(/^x\n'/)
    }
  })

  it('leaves its own numbers bare, so that they still add up', () => {
    expect(csvOf(['bits'], [aRow('k', [-1.53456])])).to.include('-1.5346,k')
  })

  it('reads back as the cells that went in', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => !/^[\s\0]*[=+\-@＝＋－＠]/u.test(text) && !/^[\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const csv = csvOf([], [aRow('k', cells)]).slice(1)
        expect(papa.parse<string[]>(csv, { newline: '\r\n' }).data[1]).to.deep.equal([
          ...cells,
          'k',
        ])
      }),
    )
  })

  it('stays one line a row when it is pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const lines = tabbedOf(['a', 'key'], [aRow('k', [text])]).split('\n')
        expect(lines).to.have.lengthOf(2)
        expect(lines[1]?.split('\t')).to.have.lengthOf(2)
      }),
    )
  })
})
