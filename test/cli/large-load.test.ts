import { join } from 'node:path'

import { expect } from 'chai'

import { openStore } from '../../server/store/open-store.ts'
import { smallFiles, temporaryFolder, writeDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

/** Large by what nobody reads: a column that is no field. */
const largeFiles = {
  ...smallFiles,
  'shop.csv': smallFiles['shop.csv']
    .trim()
    .split('\n')
    .map((line, row) => `${line},${row === 0 ? 'remarks' : 'x'.repeat(3_000_000)}\n`)
    .join(''),
}

describe('a load of large files', () => {
  it('runs in a thread of its own, with the report and the graph of one that does not', async () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    writeDataset(folder, 'large', { files: largeFiles })
    const { loadDatasets } = await import('../../server/jobs/load.ts')
    await using here = await openStore(join(folder, 'here'), {})
    const [expected] = await loadDatasets(here, [join(folder, 'large')], {
      at: Date.parse('2026-03-14T12:00:00Z') as never,
      onProgress: () => undefined,
    })
    let threads = 0
    const count = () => {
      threads += 1
    }
    process.on('worker', count)
    const { code, out, err } = await revenant(folder, ['load', 'large', '--store', 'aside'])
    process.off('worker', count)
    expect(code, err).to.equal(0)
    expect(threads).to.equal(1)
    expect(JSON.parse(out)).to.deep.equal(JSON.parse(JSON.stringify(expected)))
    await using aside = await openStore(join(folder, 'aside'), {})
    expect(await aside.canonicalHash()).to.equal(await here.canonicalHash())
  }).timeout(60_000)

  it('says of a file that is cut off what every load says', async () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    const cut = `${largeFiles['shop.csv'].slice(0, -1)}\n"cut off`
    writeDataset(folder, 'large', { files: { ...largeFiles, 'shop.csv': cut } })
    const { code, err } = await revenant(folder, ['load', 'large', '--store', 'aside'])
    expect(code).to.equal(1)
    expect(err).to.match(/shop\.csv/)
    expect(err).not.to.match(/\n {4}at /)
  }).timeout(60_000)
})
