import { expect } from 'chai'
import fc from 'fast-check'

import { fillDown, readMergedDown } from '../../../server/ingest/readers/xlsx/merged-cells.ts'
import { aDataset, forgetDatasets, readAll } from '../support.ts'
import { type MadeCell, workbookParts, zipped } from '../workbook.ts'

const header = ['运单号', '寄件人信息', undefined, '数量']
const names = [undefined, '姓名', '电话', undefined]
const rows: readonly (readonly MadeCell[])[] = [
  ['查获登记表'],
  header,
  names,
  ['SF1', '王一', { number: 13_800_001_001 }, { number: 30 }],
  ['SF2', undefined, undefined, undefined],
  [],
  ['SF3', undefined, undefined, undefined],
  ['SF4', undefined, undefined, { number: 4 }],
]
const merges = ['A2:A3', 'D2:D3', 'B2:C2', 'A1:D1', 'B4:B7', 'C4:C7', 'D4:D7']

describe('cells that are merged over several rows', () => {
  after(forgetDatasets)

  it('say the same in each of them, and nothing below', async () => {
    expect(await fieldsOf('parcel', { waybill: '运单号', ...sender })).to.deep.equal([
      { waybill: 'SF1', sender_name: '王一', sender_phone: '13800001001' },
      { waybill: 'SF2', sender_name: '王一', sender_phone: '13800001001' },
      { waybill: 'SF3', sender_name: '王一', sender_phone: '13800001001' },
      { waybill: 'SF4' },
    ])
  })

  it('count once where they hold a number of something', async () => {
    const columns = { subject: '运单号', units: '数量', by: '寄件人信息 姓名' }
    const constants = { event: 'seizure', on: '2026-03-01' }
    const fields = await fieldsOf('event', { ...columns, subject: key }, constants)
    expect(fields.map((field) => field?.units)).to.deep.equal(['30', undefined, undefined, '4'])
    expect(fields.map((field) => field?.by)).to.deep.equal(['王一', '王一', '王一', undefined])
  })

  it('are found however the text of the sheet is cut into pieces', async () => {
    const text = `<mergeCells count="3"><mergeCell ref="A1:C1"/><x:mergeCell ref="AB2:AC4"/><mergeCell ref="C3:C5" /></mergeCells>`
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (length) => {
        const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []
        expect(await readMergedDown(inTurn(['x'.repeat(500), ...pieces]))).to.deep.equal([
          { column: 27, firstRow: 2, lastRow: 4 },
          { column: 2, firstRow: 3, lastRow: 5 },
        ])
      }),
    )
  })

  it('never change what a row says itself, and fill no row outside of them', () => {
    const place = fc.integer({ min: 1, max: 8 })
    const merge = fc.tuple(fc.integer({ min: 0, max: 2 }), place, place)
    fc.assert(
      fc.property(fc.array(merge), fc.array(fc.boolean(), { minLength: 24 }), (drawn, given) => {
        const fill = fillDown(
          drawn.map(([column, firstRow, more]) => ({ column, firstRow, lastRow: firstRow + more })),
        )
        for (let row = 1; row <= 8; row += 1) {
          const own = [0, 1, 2].filter((column) => given[row * 3 + column - 3])
          const cells = new Map(own.map((column) => [column, `${row}/${column}`] as const))
          const filled = fill(row, cells)
          for (const column of own) expect(cells.get(column)).to.equal(`${row}/${column}`)
          for (const column of filled) {
            const reached = drawn.some(
              ([at, first, more]) => at === column && first < row && row <= first + more,
            )
            expect(reached && !own.includes(column)).to.equal(true)
          }
        }
      }),
    )
  })
})

const sender = { sender_name: '寄件人信息 姓名', sender_phone: '寄件人信息 电话' }
const key = { column: '运单号', prefix: 'x/' }

async function fieldsOf(
  kind: string,
  columns: Readonly<Record<string, unknown>>,
  constants: Readonly<Record<string, string>> = {},
) {
  const parts = workbookParts([{ name: 'A', rows }])
  const sheet = 'xl/worksheets/sheet1.xml'
  const written = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const merged = `</sheetData><mergeCells count="${merges.length}">${written}</mergeCells>`
  parts.set(sheet, (parts.get(sheet) ?? '').replace('</sheetData>', merged))
  const files = [{ file: 'book.xlsx', kind, columns, constants }]
  const read = await readAll(aDataset({ 'book.xlsx': await zipped(parts) }, { files }))
  return read.map((row) => {
    if (row.kind !== 'facts') return undefined
    const { event: _event, on: _on, subject: _subject, ...fields } = row.facts.record.fields
    return fields
  })
}

async function* inTurn(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces
}
