import { expect } from 'chai'

import { columnWidths } from '../../server/leads/dossier/column-widths.ts'

const columns = [
  { title: 'shop', share: 0.6 },
  { title: 'high', share: 0.2 },
  { title: 'basis', share: 0.2 },
]
/** Six points a letter. */
const widthOf = (cell: string) => 6 * cell.length
const widths = (high: string) =>
  columnWidths({ columns, rows: [['a shop', high, 'order log']] }, 300, widthOf)

describe('columns of a table in a dossier', () => {
  it('are as wide as they are meant to be where every number fits, however long the words are', () => {
    expect(widths('1,109.00')).to.deep.equal([180, 60, 60])
    expect(widths('unknown, as no row says so')).to.deep.equal([180, 60, 60])
  })

  it('make room for a number, which would read as another if it were broken', () => {
    const [shop = 0, high = 0, basis = 0] = widths('1,109,858.00')
    expect(high).to.equal(73)
    expect(shop / basis).to.be.closeTo(3, 1e-9)
    expect(shop + high + basis).to.be.closeTo(300, 1e-9)
  })

  it('stay as they are where a number would leave nothing to the others', () => {
    expect(widths('1'.repeat(40))).to.deep.equal([180, 60, 60])
  })
})
