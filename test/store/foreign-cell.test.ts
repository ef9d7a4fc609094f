import { expect } from 'chai'
import neo4j from 'neo4j-driver'

import { foreignCell } from '../../server/store/neo4j/foreign-cell.ts'

describe('foreignCell', () => {
  const { types } = neo4j
  const cells: readonly [title: string, value: unknown, cell: unknown][] = [
    ['text as it is', '店铺 7', '店铺 7'],
    ['an integer with every digit', 9_007_199_254_740_993n, '9007199254740993'],
    ['a number', 2.5, '2.5'],
    ['a truth value', true, 'true'],
    ['a day', new types.Date(2024, 3, 1), '2024-03-01'],
    [
      'a moment with its offset and without the name of its zone',
      types.DateTime.fromStandardDate(new Date('2024-03-01T08:00:00Z')),
      /^2024-03-01T\d\d:00:00(\.0+)?(Z|[+-]\d\d:\d\d)$/,
    ],
    ['a place, the latitude first', new types.Point(4_326n, 121.5, 31.2), '31.2,121.5'],
    ['a point of a plan as it stands', new types.Point(7_203n, 1, 2), '1,2'],
    ['a list as a list', ['a', 1n], ['a', '1']],
    ['nothing for no value', null, undefined],
  ]
  for (const [title, value, cell] of cells) {
    it(`gives ${title}`, () => {
      if (cell instanceof RegExp) expect(foreignCell(value)).to.match(cell)
      else expect(foreignCell(value)).to.deep.equal(cell)
    })
  }

  it('gives bytes as what no field takes', () => {
    expect(foreignCell(new Int8Array(2))).to.be.an('object')
  })
})
