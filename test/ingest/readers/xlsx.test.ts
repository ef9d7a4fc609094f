import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { RefusalError } from '../../../server/domain/failure.ts'
import { BrokenFileError, type RawRow } from '../../../server/ingest/readers/raw-row.ts'
import { readXlsx, sheetNames } from '../../../server/ingest/readers/xlsx/read-sheet.ts'
import { type MadeCell, workbookOf, workbookParts, zipped } from '../workbook.ts'

describe('readXlsx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'revenant-xlsx-'))
  const path = join(folder, 'book.xlsx')
  after(() => rmSync(folder, { recursive: true, force: true }))
  const rowsOf = async (bytes: Uint8Array, sheet?: string) => {
    writeFileSync(path, bytes)
    const rows: RawRow[] = []
    for await (const row of readXlsx(path, sheet)) rows.push(row)
    return rows
  }
  const cellsOf = async (...rows: MadeCell[][]) =>
    (await rowsOf(await workbookOf([{ name: 'A', rows }]))).map(({ cells }) =>
      [...cells].map(([, cell]) => cell),
    )

  it('reads texts, and skips what is empty', async () => {
    const cells = await cellsOf([], ['id', '店名'], ['1', '莆田 & <鞋>'], [], [undefined, 'b'])
    expect(cells).to.deep.equal([
      ['1', '莆田 & <鞋>'],
      ['', 'b'],
    ])
  })

  it('reads days as ISO dates, by built-in and own formats, and numbers as they are', async () => {
    const numbers = [
      { number: 45_000, style: 1 },
      { number: 45_000.75, style: 2 },
      { number: 59, style: 1 },
      { number: 45_000 },
      { number: 0.1 },
      { number: 13_800_138_000 },
    ]
    const [cells] = await cellsOf(['a', 'b', 'c', 'd', 'e', 'f'], numbers)
    expect(cells).to.deep.equal([
      '2023-03-15',
      '2023-03-15T18:00:00',
      '1900-02-28',
      '45000',
      '0.1',
      '13800138000',
    ])
  })

  it('takes the value of a formula and never the formula, and no value for none', async () => {
    const [cells] = await cellsOf(
      ['a', 'b', 'c'],
      [
        { xml: '<c t="str"><f>HYPERLINK("http://a.example")</f><v>ok</v></c>' },
        { xml: '<c><f>1+1</f></c>' },
        'x',
      ],
    )
    expect(cells).to.deep.equal(['ok', '', 'x'])
  })

  it('does not take errors and rounded numbers for values', async () => {
    const [cells] = await cellsOf(
      ['a', 'b'],
      [{ xml: '<c t="e"><v>#REF!</v></c>' }, { number: 6_222_021_234_567_890 }],
    )
    expect(cells).to.deep.equal([
      { typed: '#REF!', reason: 'cell-error' },
      { typed: '6222021234567890', reason: 'number-imprecise' },
    ])
  })

  it('reads inline and rich text without how it is pronounced, and characters that XML cannot hold', async () => {
    const [cells] = await cellsOf(
      ['a', 'b'],
      [
        {
          xml: '<c t="inlineStr"><is><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
        },
        'a_x000D_b',
      ],
    )
    expect(cells).to.deep.equal(['東京', 'a\rb'])
  })

  it('marks a row that is filled beyond the header', async () => {
    const [row] = await rowsOf(await workbookOf([{ name: 'A', rows: [['id'], ['1', '2']] }]))
    expect(row?.problem).to.equal('row-ragged')
    expect(row?.cells.get('column 2')).to.equal('2')
  })

  it('reads the first sheet that is shown, or the one that is named', async () => {
    const bytes = await workbookOf([
      { name: 'hidden', hidden: true, rows: [['id'], ['0']] },
      { name: 'first', rows: [['id'], ['1']] },
      { name: '第二', rows: [['id'], ['2']] },
    ])
    expect((await rowsOf(bytes))[0]?.cells.get('id')).to.equal('1')
    expect((await rowsOf(bytes, '第二'))[0]?.cells.get('id')).to.equal('2')
    expect(await sheetNames(path, undefined)).to.deep.equal({ chosen: 'first', others: ['第二'] })
    const error = await rowsOf(bytes, 'third').catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(RefusalError)
    expect(String(error)).to.match(/“hidden”, “first”, “第二”/)
  })

  it('refuses what says that it unpacks to more than an honest workbook', async () => {
    const parts = workbookParts([{ name: 'A', rows: [['id'], ['1']] }])
    const bomb = await zipped(
      new Map<string, string | Uint8Array>(parts).set('xl/media/a.xml', Buffer.alloc(80 * 2 ** 20)),
    )
    const error = await rowsOf(bomb).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(RefusalError)
    expect(String(error)).to.match(/unpacks to more than/)
  })

  it('stops where a part unpacks to more than its archive says', async () => {
    const rows = [['id'], ...Array.from({ length: 5_000 }, (_, at) => [String(at)])]
    const bytes = await workbookOf([{ name: 'A', rows }])
    const lying = withDeclaredSize(bytes, 'xl/worksheets/sheet1.xml', 100)
    const error = await rowsOf(lying).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(BrokenFileError)
  })

  it('fetches nothing and expands nothing that a document type declares', async () => {
    const parts = workbookParts([{ name: 'A', rows: [['id'], ['1']] }])
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    const evil = sheet.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
    const error = await rowsOf(
      await zipped(new Map([...parts, ['xl/worksheets/sheet1.xml', evil]])),
    ).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(BrokenFileError)
  })
})

/** The archive's list of parts with another unpacked size of one. */
function withDeclaredSize(bytes: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(bytes)
  const at = changed.lastIndexOf(name)
  // In the central directory the name stands 46 bytes after the entry's begin, the unpacked size 24.
  changed.writeUInt32LE(size, at - 46 + 24)
  return changed
}
