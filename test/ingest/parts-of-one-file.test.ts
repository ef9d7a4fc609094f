import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import type { EpochMs } from '../../server/domain/units.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { openStore } from '../../server/store/open-store.ts'
import { aDataset, forgetDatasets } from './support.ts'
import { workbookOf } from './workbook.ts'

const header = ['platform', 'shop_id', 'name']
const bookOf = (second: string) =>
  workbookOf([
    { name: 'Cover', rows: [['Confidential']] },
    { name: '2025', rows: [header, ['x', '1', 'A']] },
    { name: '2026', rows: [header, ['x', second, 'B']] },
  ])
const sheet = (name: string) => ({ file: 'book.xlsx', kind: 'shop', sheet: name })
const files = [sheet('2025'), sheet('2026')]

describe('sheets of one workbook', () => {
  after(forgetDatasets)

  it('are loaded as entries of their own, and one that was corrected replaces what it said alone', async () => {
    const folder = aDataset({ 'book.xlsx': await bookOf('2') }, { files })
    await using store = await openStore(join(folder, 'store'), {})
    const options = { at: 1_000 as EpochMs, onProgress: () => undefined }
    const [report] = await loadDatasets(store, [folder], options)
    expect(report?.files.map(({ file, accepted }) => [file, accepted])).to.deep.equal([
      ['book.xlsx', 1],
      ['book.xlsx#2026', 1],
    ])
    expect(report?.files.map(({ reading }) => reading?.otherSheets)).to.deep.equal([
      ['Cover'],
      ['Cover'],
    ])
    const corrected = aDataset({ 'book.xlsx': await bookOf('3') }, { files })
    await loadDatasets(store, [corrected], { ...options, at: 2_000 as EpochMs })
    const { nodes } = await store.stats()
    expect(nodes).to.deep.equal({ Shop: 2 })
    expect((await store.sources()).map(({ id }) => id)).to.deep.equal([
      'set/book.xlsx',
      'set/book.xlsx#2026',
    ])
    rmSync(join(folder, 'store'), { recursive: true })
  })

  it('have to be named each, and no other file may be described twice', async () => {
    const book = await bookOf('2')
    for (const [file, twice] of [
      ['book.xlsx', [sheet('2025'), sheet('2025')]],
      ['book.xlsx', [{ file: 'book.xlsx', kind: 'shop' }, sheet('2025')]],
      [
        'rows.csv',
        [
          { file: 'rows.csv', kind: 'shop', sheet: 'a' },
          { file: 'rows.csv', kind: 'shop', sheet: 'b' },
        ],
      ],
    ] as const) {
      const made = aDataset({ 'book.xlsx': book, 'rows.csv': 'a\n' }, { files: twice })
      const error = await openDataset(made).catch((reason: unknown) => reason)
      expect(error).to.be.instanceOf(RefusalError)
      expect((error as Error).message).to.match(new RegExp(`names ${file} twice`))
    }
  })
})
