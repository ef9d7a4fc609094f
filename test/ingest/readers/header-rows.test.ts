import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import { headerWords } from '../../../server/ingest/propose/header-words.ts'
import { readCsv } from '../../../server/ingest/readers/csv.ts'
import { firstRows } from '../../../server/ingest/readers/dialect.ts'
import { findHeader, type HeaderPlace } from '../../../server/ingest/readers/header-place.ts'
import { joinHeader } from '../../../server/ingest/readers/joined-header.ts'
import { readXlsx } from '../../../server/ingest/readers/xlsx/read-sheet.ts'
import { workbookOf } from '../workbook.ts'

type Rows = readonly (readonly string[])[]

const dialect = { delimiter: ',', quote: '"' } as const
const groups = ['店铺信息', '经营者信息', '收款情况', 'Shop', 'Owner details', '其他']
const columns = [
  '店铺名称',
  '平台',
  '开店日期',
  '姓名',
  '身份证号',
  '手机号',
  'Phone',
  'Address',
  '备注',
]
/** What people hold in their tables: of these, some are words of headers as well. */
const values = [
  '莆田鞋店',
  '淘宝',
  '微信',
  '支付宝',
  '138****0000',
  '2024-03-01',
  '无',
  '个人',
  'x',
  '',
  'a',
  'b',
  'on',
]

/** A header in two rows: groups over one to four columns each, and columns that stand alone, named above or below. */
const grouped = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...groups), fc.integer({ min: 2, max: 4 })),
      },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('above', 'below'), fc.constant(1)) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .filter((parts) => parts.some(([, width]) => 1 < width))
  // Beside a group, what is named below alone cannot be told from its last column.
  .filter((parts) =>
    parts.every(([group], at) => group !== 'below' || (parts[at - 1]?.[1] ?? 1) === 1),
  )
const rowsOf = (width: number) =>
  fc.array(fc.array(fc.constantFrom(...values), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 6,
  })

/** The header in two rows, and the names that its columns have. */
function headerOf(parts: readonly (readonly [string, number])[]) {
  const all = parts.flatMap(([group, width]) =>
    Array.from({ length: width }, (_, at) => ({ group, width, at })),
  )
  const cells = all.map(({ group, width, at }, place) => {
    const column = columns[place % columns.length] ?? ''
    if (group === 'above') return { top: column, under: '', name: column }
    if (width === 1) return { top: '', under: column, name: column }
    return { top: at === 0 ? group : '', under: column, name: `${group} ${column}` }
  })
  return {
    top: cells.map(({ top }) => top),
    under: cells.map(({ under }) => under),
    names: cells.map(({ name }) => name),
  }
}

function asCsv(rows: Rows): string {
  return rows.map((row) => `${row.join(',')}\n`).join('')
}

function placeIn(text: string): HeaderPlace {
  return findHeader(firstRows(text, dialect), {}, headerWords)
}

async function readText(text: string, place: Partial<HeaderPlace>) {
  async function* whole() {
    yield text
  }
  const rows: unknown[] = []
  for await (const { row, cells, problem } of readCsv(whole(), { ...dialect, ...place })) {
    rows.push({ row, cells: [...cells], problem })
  }
  return rows
}

describe('a header in two rows', () => {
  it('has names without what nobody sees', async () => {
    const text = 'na\u0000me\u0000,\u200bid\ufeff,"two\nlines"\na,b,c\n'
    const cells = [
      ['name', 'a'],
      ['id', 'b'],
      ['two\nlines', 'c'],
    ]
    expect(await readText(text, {})).to.deep.equal([{ row: 1, cells, problem: undefined }])
  })

  it('reads as the same table with one, row by row, with titles above it or without', async () => {
    const titles = fc.constantFrom([], [['线索台账']], [['线索台账'], ['填报单位：某局', '2025年']])
    const table = grouped.chain((parts) =>
      fc.tuple(fc.constant(parts), rowsOf(headerOf(parts).names.length), titles),
    )
    await fc.assert(
      fc.asyncProperty(table, async ([parts, rows, above]) => {
        const { top, under, names } = headerOf(parts)
        const place = { skipRows: above.length, headerRowCount: 2 }
        const two = asCsv([...above, top, under, ...rows])
        expect(await readText(two, place)).to.deep.equal(
          await readText(asCsv([names, ...rows]), {}),
        )
      }),
    )
  })

  it('is found where groups reach over columns with known names', () => {
    const first = { skipRows: 0, headerRowCount: 2 }
    const register = '店铺信息,,,经营者信息,,\n店铺名称,平台,开店日期,姓名,身份证号,手机号\n'
    expect(placeIn(register)).to.deep.equal(first)
    expect(placeIn(`${register}莆田鞋店,淘宝,2024-03-01,王强,1,13800138000\n`)).to.deep.equal(first)
    expect(placeIn(`线索台账,,,,,\n,,,,,\n${register}`)).to.deep.equal({ ...first, skipRows: 1 })
    const alone = '序号,店铺名称,平台,经营者信息,,备注\n,,,姓名,手机号,\n1,莆田鞋店,淘宝,王强,1,\n'
    expect(placeIn(alone)).to.deep.equal(first)
    const repeated = 'Shop,Shop,Owner,Owner\nShop name,Platform,Name,Phone\na,b,c,1\n'
    expect(placeIn(repeated)).to.deep.equal(first)
  })

  it('is found where both name the columns, in two languages or as people and machines call them', () => {
    const place = { skipRows: 0, headerRowCount: 2 }
    const names = '店铺名称,平台,店铺ID,备注说明,手机号\n'
    const row = '莆田鞋店,淘宝,88213,,13800138000\n'
    expect(placeIn(`${names}Shop name,Platform,Shop ID,Remarks,Phone\n${row}`)).to.deep.equal(place)
    expect(placeIn(`${names}shop_name,platform,shop_id,ext1,phone\n${row}`)).to.deep.equal(place)
    expect(joinHeader([['店铺名称'], ['Shop name']])).to.deep.equal(['店铺名称 Shop name'])
    expect(placeIn(`店铺名称,平台\n店铺名称,平台\n`).headerRowCount).to.equal(1)
  })

  it('is told from titles: who filled a table in is no group of its columns', () => {
    const header = '店铺名称,平台,开店日期,姓名,身份证号,手机号\n'
    const one = { skipRows: 1, headerRowCount: 1 }
    expect(placeIn(`填报单位：某局,,,填报日期：2025年3月,,\n${header}`)).to.deep.equal(one)
    expect(placeIn(`填报人,张三,,,,\n${header}`)).to.deep.equal(one)
    expect(placeIn(`线索台账,,,,,\n${header}`)).to.deep.equal(one)
  })

  it('is never found in a table with one, whatever is blank in its header and filled below', () => {
    const header = fc.array(fc.constantFrom(...columns, ...groups, '', ''), {
      minLength: 1,
      maxLength: 9,
    })
    // Rows may be longer than the header that they stand under.
    const longer = fc.integer({ min: 0, max: 2 })
    const table = fc
      .tuple(header, longer)
      .chain(([names, more]) => fc.tuple(fc.constant(names), rowsOf(names.length + more)))
    fc.assert(
      fc.property(table, ([names, rows]) => {
        const { skipRows, headerRowCount } = placeIn(asCsv([names, ...rows]))
        // What is below a blank line, or a name alone that reads as a title, may be a table without a header.
        fc.pre(names.some((name) => name !== '') && skipRows === 0)
        expect(headerRowCount).to.equal(1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is none where its second row comes again as values', () => {
    const again = '渠道,,说明\n手机,邮箱,备注\n手机,网址,备注\n'
    expect(placeIn(again).headerRowCount).to.equal(1)
  })

  it('is where a description says that it is', () => {
    const rows = firstRows('a,,b\nc,d,e\n1,2,3\n', dialect)
    const stated = { skipRows: 0, headerRowCount: 2 }
    expect(findHeader(rows, {}, headerWords).headerRowCount).to.equal(1)
    expect(findHeader(rows, { headerRowCount: 2 }, headerWords)).to.deep.equal(stated)
    const register = firstRows('店铺信息,,经营者信息,\n店铺名称,平台,姓名,电话\n', dialect)
    expect(findHeader(register, { headerRowCount: 1 }, headerWords).headerRowCount).to.equal(1)
  })

  it('may take more rows where that is stated, and no group reaches into the next one above it', () => {
    const rows = [
      ['店铺', '', '', '人员', '', '备注'],
      ['基本', '', '网址', '', '联系', ''],
      ['名称', '平台', '', '姓名', '电话', ''],
    ]
    expect(joinHeader(rows)).to.deep.equal([
      ...['店铺 基本 名称', '店铺 基本 平台', '店铺 网址'],
      ...['人员 姓名', '人员 联系 电话', '备注'],
    ])
  })

  it('is the same in a workbook as in text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-header-'))
    const path = join(folder, 'a.xlsx')
    const { top, under } = headerOf([
      ['above', 1],
      ['店铺信息', 3],
      ['经营者信息', 2],
    ])
    const rows = [
      ['线索台账'],
      [],
      top,
      under,
      ...[1, 2].map((at) => top.map((_, column) => `v${at}${column}`)),
    ]
    const written = rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell)))
    writeFileSync(path, await workbookOf([{ name: '表', rows: written }]))
    const place = { skipRows: 1, headerRowCount: 2 }
    const read: unknown[] = []
    for await (const { row, cells, problem } of readXlsx(path, undefined, place)) {
      read.push({ row, cells: [...cells], problem })
    }
    rmSync(folder, { recursive: true })
    expect(read).to.deep.equal(await readText(asCsv(rows), place))
  })
})
