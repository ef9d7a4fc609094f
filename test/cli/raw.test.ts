import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

const rows = [
  ['taobao/1', 'phone', '138'],
  ['taobao/1', 'account', '6222-A'],
  ['taobao/2', 'phone', '138'],
  ['taobao/2', 'Account', '6222-a'],
  ['taobao/3', 'account', '6222-A'],
  ['taobao/4', 'email', 'lotus@example.com'],
  ['taobao/1', 'email', 'Lotus@example.com'],
  ...Array.from({ length: 12 }, (_, n) => [`jd/${n + 10}`, 'locker', 'L1']),
]
const inForm = (between: string) =>
  [['shop', 'kind', 'value'], ...rows].map((row) => `${row.join(between)}\n`).join('')
const asObjects = rows
  .map(([shop, kind, value]) => `${JSON.stringify({ shop, kind, value })}\n`)
  .join('')

describe('revenant raw', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let folder: string
  beforeEach(() => {
    temporary = temporaryFolder()
    folder = temporary.path
  })
  afterEach(() => temporary[Symbol.dispose]())

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const answer = async (...args: string[]) => {
    const { code, out, err } = await revenant(folder, ['raw', ...args, '--format', 'ndjson'])
    expect(code, err).to.equal(0)
    const lines = out.trimEnd().split('\n')
    return Object.assign({}, ...lines.map((line) => JSON.parse(line)))
  }

  it('tells a ring with what ties it, who is a candidate, and what was left out', async () => {
    write('rows.csv', inForm(','))
    const { ring, leftOut, summary } = await answer('rows.csv')
    expect(ring.members.map(({ shop, heldBy }: never) => [shop, heldBy])).to.deep.equal([
      ['taobao/1', 'two'],
      ['taobao/2', 'two'],
      ['taobao/3', 'one'],
    ])
    expect(ring.ties[0]).to.deep.equal({ kind: 'account', value: '6222-a', members: 3, shops: 3 })
    expect(ring.candidates.map(({ shop }: never) => shop)).to.deep.equal(['taobao/4'])
    expect(leftOut).to.include({ value: 'l1', shops: 12, because: 'uncorroborated' })
    expect(summary).to.include({ shops: 16, inRings: 3, candidates: 1, alone: 12 })
  })

  it('reads CSV, TSV and NDJSON alike, in any order of rows', async () => {
    write('rows.csv', inForm(','))
    write('rows.tsv', inForm('\t'))
    write('rows.ndjson', asObjects.trimEnd().split('\n').toReversed().join('\n').concat('\n'))
    const first = await answer('rows.csv')
    expect(await answer('rows.tsv')).to.deep.equal(first)
    expect(await answer('rows.ndjson')).to.deep.equal(first)
  })

  it('says that these are no probabilities, what was skipped and where bad rows went', async () => {
    write('rows.csv', `${inForm(',')}taobao/5,phone,n/a\ntaobao/5,phone\n`)
    const { code, err } = await revenant(folder, ['raw', 'rows.csv'])
    expect(code).to.equal(0)
    expect(err).to.match(/not calibrated probabilities/)
    expect(err).to.match(
      /read: 21, of them quarantined: 2\..*1 whose shops share at most one other/,
    )
    const kept = readFileSync(join(folder, 'rows.csv.quarantine.ndjson'), 'utf8').trimEnd()
    expect(kept.split('\n').map((row) => JSON.parse(row))).to.deep.include.members([
      {
        row: 20,
        reason: 'nothing-said',
        detail: '“n/a” says that nothing is known; leave the cell empty.',
        cells: { shop: 'taobao/5', kind: 'phone', value: 'n/a' },
      },
    ])
  })

  it('writes no quarantine where every row says something', async () => {
    write('rows.csv', inForm(','))
    await answer('rows.csv')
    expect(existsSync(join(folder, 'rows.csv.quarantine.ndjson'))).to.equal(false)
  })

  it('takes columns by other names, and refuses a file that lacks them', async () => {
    write('rows.csv', inForm(',').replace('shop,kind,value', 'seller,kind,text'))
    expect(
      (await answer('rows.csv', '--shop', 'seller', '--value', 'text')).summary.rings,
    ).to.equal(1)
    const { code, err } = await revenant(folder, ['raw', 'rows.csv'])
    expect(code).to.equal(2)
    expect(err).to.match(/no column shop, value; it has seller, kind, text.*--shop COLUMN/)
  })

  it('keeps a table from running in a spreadsheet', async () => {
    write('rows.csv', 'shop,kind,value\n=1,phone,1\n=1,mail,2\n=2,phone,1\n=2,mail,2\n')
    const { out } = await revenant(folder, ['raw', 'rows.csv', '--format', 'csv'])
    expect(out).to.equal(
      "ring,shop,held_by,identifiers\n1,'=1,two,mail 2|phone 1\n1,'=2,two,mail 2|phone 1\n",
    )
  })

  it('takes a store where no file is named', async () => {
    writeSmallDataset(folder)
    await revenant(folder, ['load', 'small'])
    const { ring, summary } = await answer()
    expect(summary).to.include({ shops: 6, rings: 2, quarantined: 0 })
    expect(ring.members).to.have.length(2)
  })

  it('refuses a path where nothing is', async () => {
    const { code, err } = await revenant(folder, ['raw', 'nowhere.csv'])
    expect(code).to.equal(2)
    expect(err).to.match(/no file at .*nowhere\.csv/)
  })
})
