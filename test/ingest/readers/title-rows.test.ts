import { expect } from 'chai'
import fc from 'fast-check'

import { headerWords } from '../../../server/ingest/propose/header-words.ts'
import { readCsv } from '../../../server/ingest/readers/csv.ts'
import { firstRows } from '../../../server/ingest/readers/dialect.ts'
import { findHeader } from '../../../server/ingest/readers/header-place.ts'
import { titleRows } from '../../../server/ingest/readers/title-rows.ts'

const dialect = { delimiter: ',', quote: '"' } as const
const word = fc.stringMatching(/^[a-z店铺]{1,8}$/)
const table = fc.integer({ min: 3, max: 9 }).chain((width) =>
  fc.array(fc.array(word, { minLength: width, maxLength: width }), {
    minLength: 2,
    maxLength: 9,
  }),
)

async function rowsOf(text: string, skipRows: number) {
  async function* whole() {
    yield text
  }
  const rows: unknown[] = []
  for await (const { row, cells, problem } of readCsv(whole(), { ...dialect, skipRows }))
    rows.push({ row, cells: [...cells], problem })
  return rows
}

describe('titles above a table', () => {
  it('change none of its rows, however many there are up to five, padded to its width or not', async () => {
    const titles = fc.array(fc.tuple(word, fc.boolean()), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(table, titles, async (rows, above) => {
        const width = rows[0]?.length ?? 0
        const plain = rows.map((cells) => `${cells.join(',')}\n`).join('')
        const padded = above.map(([text, pad]) => `${text}${pad ? ','.repeat(width - 1) : ''}\n`)
        const titled = padded.join('') + plain
        const { skipRows } = findHeader(firstRows(titled, dialect), {}, headerWords)
        expect(skipRows).to.equal(above.length)
        expect(await rowsOf(titled, skipRows)).to.deep.equal(await rowsOf(plain, 0))
      }),
      { numRuns: 200 },
    )
  })

  it('may have blank rows of any width between them, above the header and below it, which are no rows', async () => {
    const text = '线索台账,,,\n,,,\n\na,b,c,d\n,,,\n1,2,3,4\n'
    const place = findHeader(firstRows(text, dialect), {}, headerWords)
    expect(place).to.deep.equal({ skipRows: 1, headerRowCount: 1 })
    const cells = ['a', 'b', 'c', 'd'].map((name, at) => [name, String(at + 1)])
    expect(await rowsOf(text, place.skipRows)).to.deep.equal([
      { row: 1, cells, problem: undefined },
    ])
  })

  it('are none where the first row may be a header', () => {
    expect(titleRows([])).to.equal(0)
    expect(titleRows([1, 1, 1])).to.equal(0)
    expect(titleRows([1, 2, 2])).to.equal(0)
    expect(titleRows([2, 5, 5])).to.equal(0)
    expect(titleRows([3, 14, 14])).to.equal(0)
  })

  it('may name who filled them in, and when, above a wide table', () => {
    expect(titleRows([1, 2, 14, 14, 9])).to.equal(2)
    expect(titleRows([1, 1, 1, 1, 1, 1, 14])).to.equal(0)
  })
})
