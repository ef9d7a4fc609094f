import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import { FailureError, RefusalError } from '../../server/domain/failure.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { fingerprint } from '../../server/ingest/fingerprint.ts'
import { checkFile } from '../../server/jobs/check-file.ts'
import { collect } from '../../server/jobs/collect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { unusableFiles } from '../../server/jobs/load-report.ts'
import { writeFile } from '../../server/jobs/write-file.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { smallFiles, temporaryFolder, writeDataset, writeSmallDataset } from './small-dataset.ts'

let clock = 1_700_000_000_000
const options = () => {
  clock += 1_000
  return { at: EpochMs.parse(clock), onProgress: () => undefined }
}

describe('loadDatasets', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  beforeEach(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
  })
  afterEach(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  it('reports each dataset, file by file', async () => {
    const path = writeSmallDataset(temporary.path)
    const [report] = await loadDatasets(store, [path], options())
    expect(report).to.include({
      dataset: 'small',
      rows: 8,
      accepted: 8,
      quarantined: 0,
      unchanged: 0,
    })
    expect(report?.files.map(({ file, rows }) => [file, rows])).to.deep.equal([
      ['shop.csv', 6],
      ['event.csv', 2],
    ])
  })

  it('changes nothing when the same files are loaded again, and reports them the same', async () => {
    const path = writeSmallDataset(temporary.path)
    const [first] = await loadDatasets(store, [path], options())
    const before = await collect(store.dump())
    const [again] = await loadDatasets(store, [path], options())
    expect(JSON.stringify({ ...again, unchanged: 0 })).to.equal(JSON.stringify(first))
    expect(again?.unchanged).to.equal(2)
    expect(await collect(store.dump())).to.deep.equal(before)
  })

  it('replaces what a file said by what its corrected version says', async () => {
    const path = writeSmallDataset(temporary.path)
    await loadDatasets(store, [path], options())
    const corrected = smallFiles['shop.csv'].replace('Quiet Stranger', 'Loud Stranger')
    writeDataset(temporary.path, 'small', { files: { ...smallFiles, 'shop.csv': corrected } })
    const [report] = await loadDatasets(store, [path], options())
    expect(report?.unchanged).to.equal(1)
    expect((await store.node('shop:jd.com/301'))?.name).to.equal('Loud Stranger')
    expect(await collect(store.scanRecords())).to.have.length(8)
  })

  it('loads nothing of anything when one file is cut off', async () => {
    const whole = writeDataset(temporary.path, 'whole', { name: 'whole', files: smallFiles })
    const cut = writeDataset(temporary.path, 'cut', {
      name: 'cut',
      files: { 'shop.csv': `${smallFiles['shop.csv']}taobao.com,104,"Golden` },
    })
    const error = await loadDatasets(store, [whole, cut], options()).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(FailureError)
    expect(String(error)).to.match(/shop\.csv/)
    expect(await store.sources()).to.deep.equal([])
    expect(await collect(store.scanNodes())).to.deep.equal([])
  })

  it('keeps every row when a whole file is quarantined, and says so', async () => {
    const path = writeDataset(temporary.path, 'bad', {
      files: { 'shop.csv': 'platform,shop_id\n,1\n,2\n' },
    })
    for (const unchanged of [0, 1]) {
      const reports = await loadDatasets(store, [path], options())
      expect(reports[0]).to.include({ rows: 2, accepted: 0, quarantined: 2, unchanged })
      expect(unusableFiles(reports)).to.match(/Every row was quarantined in small\/shop\.csv/)
    }
    expect(await collect(store.scanQuarantine())).to.have.length(2)
  })

  it('does not let a version of which nothing is usable undo the good one before it', async () => {
    const path = writeSmallDataset(temporary.path)
    await loadDatasets(store, [path], options())
    const graph = await store.canonicalHash()
    writeDataset(temporary.path, 'small', {
      files: { ...smallFiles, 'shop.csv': 'platform,shop_id\n,1\n' },
    })
    expect(unusableFiles(await loadDatasets(store, [path], options()))).to.be.a('string')
    expect(await store.canonicalHash()).to.equal(graph)
    expect(await collect(store.scanQuarantine())).to.have.length(1)
  })

  it('refuses two datasets of one name, as the one would replace the other', async () => {
    const paths = ['one', 'two'].map((folder) =>
      writeDataset(temporary.path, folder, { name: 'same', files: smallFiles }),
    )
    const error = await loadDatasets(store, paths, options()).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(RefusalError)
    expect(await loadDatasets(store, [paths[0] ?? '', paths[0] ?? ''], options())).to.have.length(1)
  })

  it('accounts for every row: accepted + quarantined = rows, whatever stands in them', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'taobao.com', '101', '2024-02-30', '金', '"q"'),
      fc.string({ maxLength: 5 }),
    )
    const filled = fc
      .tuple(cell, cell, cell)
      .filter((cells) => cells.some((text) => text.trim() !== ''))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const rows = fc.array(
      filled.map((cells) => cells.map(quoted).join(',')),
      { maxLength: 8 },
    )
    let folder = 0
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        folder += 1
        const path = writeDataset(temporary.path, `d${folder}`, {
          name: `d${folder}`,
          files: {
            'shop.csv': `platform,shop_id,opened_on\n${lines.map((line) => `${line}\n`).join('')}`,
          },
        })
        const [report] = await loadDatasets(store, [path], options())
        expect(report?.rows).to.equal(lines.length)
        expect((report?.accepted ?? 0) + (report?.quarantined ?? 0)).to.equal(lines.length)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a dataset that says what it should hold', () => {
  const files = { 'shop.csv': 'platform,shop_id,name\nx,1,a\nx,2,\nx,3,\n' }
  const cases: Readonly<Record<string, readonly [object, RegExp | undefined]>> = {
    'as many rows as expected': [{ rows: 3, within: 0 }, undefined],
    'rows within the share': [{ rows: 4, within: 0.3 }, undefined],
    'too few rows': [{ rows: 10 }, /has 3 rows, and 8 to 12 are expected/],
    'one row more, where the share is less than a row': [{ rows: 2, within: 0.1 }, undefined],
    'far too many rows': [{ rows: 1, within: 0.1 }, /has 3 rows, and 0 to 2 are expected/],
    'a field filled as expected': [{ filled: { name: 0.3 } }, undefined],
    'a field filled too rarely': [
      { filled: { name: 0.5 } },
      /fills “name” in 1 of 3 accepted rows, and in 50 % it is expected/,
    ],
  }
  for (const [name, [expect_, says]] of Object.entries(cases)) {
    it(`${says ? 'is held whole for' : 'loads with'} ${name}`, async () => {
      using temporary = temporaryFolder()
      const path = writeDataset(temporary.path, 'a', { files })
      const other = writeDataset(temporary.path, 'b', { name: 'other', files })
      expecting(path, expect_)
      await using store = await openStore(join(temporary.path, 'store'), {})
      const loading = loadDatasets(store, [other, path], options())
      const error = await loading.then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (says === undefined) {
        expect(error).to.equal(undefined)
        return
      }
      expect(error).to.be.instanceOf(FailureError)
      expect(String(error)).to.match(says)
      expect(await store.sources()).to.deep.equal([])
      expect(await collect(store.scanNodes())).to.deep.equal([])
      const accepted = { ...options(), acceptUnexpected: true }
      expect((await loadDatasets(store, [path], accepted))[0]?.accepted).to.equal(3)
    })
  }

  it('is refused where it expects a field that its records do not have', async () => {
    using temporary = temporaryFolder()
    const path = writeDataset(temporary.path, 'a', { files })
    expecting(path, { filled: { telephone: 1 } })
    const error = await openDataset(path).catch((thrown: unknown) => thrown)
    expect(String(error)).to.match(/“telephone”, which a shop record does not have/)
  })
})

function expecting(path: string, expected: object): void {
  const file = join(path, 'dataset.json')
  const description = JSON.parse(readFileSync(file, 'utf8'))
  description.files[0].expect = expected
  writeFileSync(file, JSON.stringify(description))
}

describe('a file too large to be kept between the two passes', () => {
  it('is read again, and says the same', async () => {
    using temporary = temporaryFolder()
    const dataset = await openDataset(writeSmallDataset(temporary.path))
    const [file] = dataset.files
    if (file === undefined) throw new Error('the small dataset has files')
    const known = { ...(await fingerprint(dataset, file)), before: undefined, isUnfinished: false }
    const hashes: string[] = []
    for (const rowsLeft of [5, 6]) {
      await using store = await openStore(join(temporary.path, `s${rowsLeft}`), {})
      const sized = await checkFile(dataset, file, known, { ...options(), memory: { rowsLeft } })
      expect(sized.rows?.length).to.equal(rowsLeft < 6 ? undefined : 6)
      await writeFile(store, dataset, sized, options())
      hashes.push(await store.canonicalHash())
    }
    expect(hashes[0]).to.equal(hashes[1])
  })

  it('is looked into all the same where its fields are expected to be filled', async () => {
    using temporary = temporaryFolder()
    const files = { 'shop.csv': 'platform,shop_id,name\nx,1,a\nx,2,\nx,,\nx,4,\n' }
    const path = writeDataset(temporary.path, 'a', { files })
    expecting(path, { filled: { name: 0.5 } })
    const dataset = await openDataset(path)
    const [file] = dataset.files
    if (file === undefined) throw new Error('the dataset has a file')
    const known = { ...(await fingerprint(dataset, file)), before: undefined, isUnfinished: false }
    const told = []
    for (const rowsLeft of [0, 9]) {
      const memory = { rowsLeft }
      told.push((await checkFile(dataset, file, known, { ...options(), memory })).surprises)
    }
    expect(told[0]).to.deep.include({ ...told[0]?.[0], count: 1, accepted: 3 })
    expect(told[0]).to.deep.equal(told[1])
  })
})
