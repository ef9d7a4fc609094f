import { expect } from 'chai'
import fc from 'fast-check'

import { FailureError } from '../../server/domain/failure.ts'
import { reasons } from '../../server/ingest/reasons.ts'
import { aDataset, factsOf, forgetDatasets, quarantineOf, readAll } from './support.ts'

const shopFile = { files: [{ file: 'rows.csv', kind: 'shop' }] }
const header = 'platform,shop_id,name,phone,email,opened_on,closed_on,origin_address'
const columns = header.split(',').length

/** Cells that break readers: quotes, line ends, formulas, other scripts, invisible and unpaired characters. */
const hostileCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom('"', '""', ',', '\n', '\r', '|', '\u0000', '\uFEFF', '=', '١'),
  }),
  fc.constantFrom('', ' ', 'taobao.com', '2026-02-30', '2026-03-14', '13800138000', '__proto__'),
)

describe('reading a file', () => {
  after(forgetDatasets)

  it('accepts or quarantines every row, once each and in order, whatever its cells hold', async () => {
    const row = fc
      .array(hostileCell, { minLength: columns - 1, maxLength: columns + 1 })
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const lines = rows.map((cells) => `${cells.map(quoted).join(',')}\n`)
        const text = `${header}\n${lines.join('')}`
        const read = await readAll(aDataset({ 'rows.csv': text }, shopFile))
        expect(read.map(numberOf)).to.deep.equal(rows.map((_, at) => at + 1))
        forgetDatasets()
      }),
      { numRuns: 60 },
    )
  })

  it('reads any text after the header to its end, or fails with one sentence that names the row', async () => {
    const piece = fc.constantFrom('"', ',', '\n', '\r\n', 'a', '店', '=1', '|', '""', '\u0000')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = `platform,shop_id\n${pieces.join('')}`
        const read = await readAll(aDataset({ 'rows.csv': text }, shopFile)).catch(
          (error: unknown) => error,
        )
        if (Array.isArray(read)) {
          expect(read.map(numberOf)).to.deep.equal(read.map((_, at) => at + 1))
        } else {
          expect(read).to.be.instanceOf(FailureError)
          expect((read as Error).message).to.match(/set\/rows\.csv is cut off: row \d+ .*\.$/)
        }
        forgetDatasets()
      }),
      { numRuns: 100 },
    )
  })

  it('gives a record the same hash wherever its row stands, and another when a field differs', async () => {
    const lines = ['x,1,A', 'x,2,B', 'x,3,C']
    const hashes = async (order: readonly string[]) => {
      const text = `platform,shop_id,name\n${order.join('\n')}\n`
      const read = await readAll(aDataset({ 'rows.csv': text }, shopFile))
      return read.map((row) => (row.kind === 'facts' ? row.facts.record.hash : undefined))
    }
    const straight = await hashes(lines)
    expect(await hashes(lines.toReversed())).to.deep.equal(straight.toReversed())
    expect(new Set(straight).size).to.equal(3)
    expect(await hashes(['x,1,Z'])).to.not.include.members(straight.slice(0, 1))
  })
})

describe('quarantine', () => {
  after(forgetDatasets)

  it('keeps the row with file, row, field, value, reason, what to do, and every cell', async () => {
    const text = 'platform,shop_id,name\nx,,A\n'
    const [read] = await readAll(aDataset({ 'rows.csv': text }, shopFile))
    expect(read).to.deep.equal({
      kind: 'quarantined',
      row: {
        source: 'set/rows.csv',
        file: 'rows.csv',
        row: 1,
        field: 'shop_id',
        value: '',
        reason: 'field-missing',
        detail: '“shop_id” is empty, and the row cannot be placed without it; fill it in.',
        cells: { platform: 'x', shop_id: '', name: 'A' },
      },
    })
  })

  it('is for rows whose kind or key cannot be made', async () => {
    const life = { platform: 'x', shop_id: '1', from: '2026-02-30' }
    expect(await quarantineOf('life', life)).to.include({ field: 'from', reason: 'date-invalid' })
    const link = { platform: 'x', shop_id: '1', kind: 'phone', value: 'n/a' }
    expect(await quarantineOf('link', link)).to.include({ field: 'value', reason: 'phone-invalid' })
    expect(await quarantineOf('link', { ...link, kind: 'fax' })).to.include({
      field: 'kind',
      reason: 'value-unknown',
    })
    expect(await quarantineOf('shop', { platform: 'x', shop_id: { a: 1 } })).to.include({
      field: 'shop_id',
      reason: 'value-nested',
    })
    const event = { subject: 'nobody', event: 'raid', on: '2026-01-01' }
    expect(await quarantineOf('event', event)).to.include({ reason: 'reference-invalid' })
  })
})

describe('a refused field', () => {
  after(forgetDatasets)

  it('leaves the row loaded, its value as typed in the record, and its reason', async () => {
    const shop = {
      platform: 'x',
      shop_id: '1',
      opened_on: '2026-02-30',
      phone: ['12', '13800138000'],
    }
    const { record, edges } = await factsOf('shop', shop, { phoneRegion: 'CN' })
    expect(record.fields).to.deep.include({ opened_on: '2026-02-30', phone: ['12', '13800138000'] })
    expect(record.refused).to.deep.equal([
      { field: 'opened_on', value: '2026-02-30', reason: 'date-invalid' },
      { field: 'phone', value: '12', reason: 'phone-invalid' },
    ])
    expect(edges.map(({ to }) => to)).to.deep.equal(['contact:phone/+8613800138000'])
  })

  it('of several values in a field for one is refused whole', async () => {
    const { record } = await factsOf('shop', { platform: 'x', shop_id: '1', name: ['A', 'B'] })
    expect(record.refused).to.deep.equal([{ field: 'name', value: 'A|B', reason: 'value-list' }])
  })

  it('has a code that has a sentence', () => {
    for (const [code, text] of Object.entries(reasons)) {
      expect(code).to.match(/^[a-z0-9]+(-[a-z0-9]+)+$/)
      expect(text).to.match(/\.$/)
    }
  })
})

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

function numberOf(read: Awaited<ReturnType<typeof readAll>>[number]): number {
  return read.kind === 'facts' ? read.row : read.row.row
}
