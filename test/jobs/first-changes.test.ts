import { join } from 'node:path'

import { expect } from 'chai'

import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { firstChanges } from '../../server/jobs/first-changes.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { runChanges } from '../../server/jobs/run-changes.ts'
import { openStore } from '../../server/store/open-store.ts'
import { temporaryFolder } from './small-dataset.ts'

const demo = join(import.meta.dirname, '../../datasets/demo/data')
const quiet = { at: EpochMs.parse(0), onProgress: () => undefined }

describe('the first changes between two runs', () => {
  it('are counted whole, and are the first of each list and of each thing that became of rings', async () => {
    using temporary = temporaryFolder()
    await using store = await openStore(temporary.path, {})
    await loadDatasets(store, [demo], quiet)
    const since = await detect(store, { ...quiet, asOf: IsoDate.parse('2024-06-30') })
    const run = await detect(store, quiet)
    const all = await runChanges(store, since, run)
    const few = await firstChanges(store, since, run, 1)
    const codes = new Set(all.rings.map(({ change }) => change))
    expect(few.rings.items).to.deep.equal(
      Array.from(codes, (code) => all.rings.find(({ change }) => change === code)),
    )
    expect(Object.values(few.rings.counts).reduce((a, b) => a + b)).to.equal(all.rings.length)
    expect(few.links.items).to.deep.equal(all.links.slice(0, 1))
    expect(few.links.gained + few.links.lost)
      .to.equal(all.links.length)
      .and.be.above(1)
    expect(few.links.kept).to.equal(all.keptLinks)
    expect(few.rescored).to.deep.equal({
      total: all.rescored.length,
      items: all.rescored.slice(0, 1),
    })
  })
})
