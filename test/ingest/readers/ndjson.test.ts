import { expect } from 'chai'

import { readNdjson } from '../../../server/ingest/readers/ndjson.ts'
import { BrokenFileError, type RawRow } from '../../../server/ingest/readers/raw-row.ts'

describe('readNdjson', () => {
  it('reads text, numbers, truth values and lists as text, and null as nothing', async () => {
    const line = '{"id":88213,"name":"店","open":true,"none":null,"phones":["1",2,null]}\n'
    const [row] = await rowsOf([line])
    expect(Object.fromEntries(row?.cells ?? [])).to.deep.equal({
      id: '88213',
      name: '店',
      open: 'true',
      phones: ['1', '2'],
    })
  })

  it('says of an object, and of a number too long to be exact, that it is no text', async () => {
    const [row] = await rowsOf(['{"a":{"b":1},"c":12345678901234567890,"d":[["e"]]}'])
    expect(Object.fromEntries(row?.cells ?? [])).to.deep.equal({
      a: { typed: '{"b":1}', reason: 'value-nested' },
      'a.b': '1',
      c: { typed: '12345678901234567000', reason: 'number-imprecise' },
      d: { typed: '[["e"]]', reason: 'value-nested' },
    })
  })

  it('says of lists that are nested deeper than any stack that they are no text', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const [row] = await rowsOf([`{"id":1,"a":${deep}}\n`])
    expect(row?.cells.get('a')).to.deep.equal({ typed: '[[…', reason: 'value-nested' })
  })

  it('keeps a column that is named like something built in', async () => {
    const [row] = await rowsOf(['{"__proto__":"a","constructor":"b"}'])
    expect([...(row?.cells ?? [])]).to.deep.equal([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })

  it('marks lines that are no JSON object and reads on', async () => {
    const rows = await rowsOf(['{"id":1}\n\nnot json\n[1]\n7\n', '{"id":2}\n'])
    expect(rows.map(({ row, problem }) => [row, problem])).to.deep.equal([
      [1, undefined],
      [2, 'json-invalid'],
      [3, 'json-not-object'],
      [4, 'json-not-object'],
      [5, undefined],
    ])
  })

  it('takes a last line without a line end when it is whole, and fails when it is cut off', async () => {
    expect(await rowsOf(['{"id":1}\n{"id":2}'])).to.have.length(2)
    const error = await rowsOf(['{"id":1}\n{"id":']).catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(BrokenFileError)
    expect(error).to.have.property('row', 2)
  })

  it('reads a line that came in pieces, and nothing as no rows', async () => {
    expect(await rowsOf(['{"i', 'd":', '1}', '\n'])).to.have.length(1)
    expect(await rowsOf([''])).to.deep.equal([])
  })
})

async function rowsOf(chunks: readonly string[]): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const row of readNdjson(streamed(chunks))) rows.push(row)
  return rows
}

async function* streamed(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks
}
