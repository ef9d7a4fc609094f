import { expect } from 'chai'
import fc from 'fast-check'

import { readCsv } from '../../../server/ingest/readers/csv.ts'
import { BrokenFileError, maxRowLength } from '../../../server/ingest/readers/raw-row.ts'

describe('readCsv', () => {
  it('reads quoted cells with delimiters, quotes and line ends inside', async () => {
    const text = 'id,name\n1,"a, b"\n2,"say ""hi"""\n3,"two\nlines"\n'
    expect(await cellsOf([text])).to.deep.equal([
      ['1', 'a, b'],
      ['2', 'say "hi"'],
      ['3', 'two\nlines'],
    ])
  })

  it('reads every line end there is, and a last line without one', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['id,name', '1,a', '"2","b"', '3,"c"'].join(end)
      const expected = [
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
      ]
      expect(await cellsOf([text]), JSON.stringify(end)).to.deep.equal(expected)
    }
  })

  it('counts no blank line as a row', async () => {
    expect(await rowsOf(['id,name\n\n1,a\n  \n2,b\n\n'])).to.have.length(2)
    expect(await rowsOf(['id\n1\n\n2\n'])).to.have.length(2)
    expect(await rowsOf(['id,name,\n,,\n1,a,\n , ,\n,,,,\n2,b,\n,,'])).to.have.length(2)
  })

  it('has no rows in a header alone and none in nothing', async () => {
    expect(await rowsOf(['id,name\n'])).to.deep.equal([])
    expect(await rowsOf(['id,name'])).to.deep.equal([])
    expect(await rowsOf([])).to.deep.equal([])
  })

  it('marks a row with too few or too many cells and reads on', async () => {
    const rows = await rowsOf(['id,name\n1\n2,b,c\n3,d\n'])
    expect(rows.map(({ row, problem }) => [row, problem])).to.deep.equal([
      [1, 'row-ragged'],
      [2, 'row-ragged'],
      [3, undefined],
    ])
    expect([...(rows[1]?.cells ?? [])]).to.deep.equal([
      ['id', '2'],
      ['name', 'b'],
      ['column 3', 'c'],
    ])
  })

  it('marks a row whose quoted cell goes on after its quote', async () => {
    const rows = await rowsOf(['id,name\n1,"a"b"\n2,c\n'])
    expect(rows.map(({ problem }) => problem)).to.deep.equal(['row-quotes', undefined])
  })

  it('fails on a file that ends inside a quoted cell, naming the row', async () => {
    await fails(['id,name\n1,a\n2,"b\n3,c\n'], 2)
  })

  it('fails on a file whose last row lacks both cells and a line end', async () => {
    await fails(['id,name,phone\n1,a,2\n2,b'], 2)
  })

  it('fails on a row that never ends before it fills the memory', async () => {
    const chunk = 'x'.repeat(2 ** 20)
    const chunks = Array.from({ length: maxRowLength / 2 ** 20 + 2 }, () => chunk)
    await fails(['id,name\n1,"', ...chunks], 1)
  })

  it('reads the same rows however the text is cut into pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', '店') })
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        async (rows, cuts) => {
          const text = `id,name\n${rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('')}`
          const pieces: string[] = []
          for (let at = 0; at < text.length; ) {
            const length = cuts.next().value as number
            pieces.push(text.slice(at, at + length))
            at += length
          }
          const whole = await cellsOf([text])
          const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''))
          expect(whole).to.deep.equal(filled)
          expect(await cellsOf(pieces)).to.deep.equal(whole)
        },
      ),
    )
  })
})

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

async function rowsOf(chunks: readonly string[]) {
  const rows = []
  for await (const row of readCsv(streamed(chunks), { delimiter: ',', quote: '"' })) rows.push(row)
  return rows
}

async function cellsOf(chunks: readonly string[]): Promise<unknown[][]> {
  return (await rowsOf(chunks)).map(({ cells }) => [...cells].map(([, cell]) => cell))
}

async function fails(chunks: readonly string[], row: number): Promise<void> {
  const error = await rowsOf(chunks).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).to.be.instanceOf(BrokenFileError)
  expect(error).to.have.property('row', row)
}

async function* streamed(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks
}
