import { join } from 'node:path'

import { expect } from 'chai'

import { EpochMs } from '../../server/domain/units.ts'
import { collect } from '../../server/jobs/collect.ts'
import { detect } from '../../server/jobs/detect.ts'
import { exportLines } from '../../server/jobs/export-lines.ts'
import { exportRing } from '../../server/jobs/export-ring.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import type { AskedWhen } from '../../server/jobs/read-past.ts'
import { runAt, storeAt } from '../../server/jobs/store-at.ts'
import { withdrawDataset } from '../../server/jobs/withdraw.ts'
import type { Store } from '../../server/store/port.ts'
import { day } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { smallFiles, temporaryFolder, writeDataset, writeSmallDataset } from './small-dataset.ts'

const noon = (text: string) => EpochMs.parse(Date.parse(`${text}T12:00:00Z`))
const first = { loaded: noon('2026-01-10'), worked: noon('2026-01-11') }
const later = { loaded: noon('2026-01-20'), worked: noon('2026-01-21'), gone: noon('2026-01-30') }

/** Everything that is exported, as lines. */
async function exported(store: Store, when: AskedWhen): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const name of ['links', 'rings', 'graph', 'records'] as const) {
    const lines = exportLines(store, name, { format: 'ndjson', minProbability: 0.5, when })
    told[name] = (await collect(lines)).join('')
  }
  const then = storeAt(store, when)
  const run = await runAt(then, when)
  const [ring] = (await store.rings(run.id, { limit: 1 })).items
  for (const format of ['ftm', 'graphml', 'csv'] as const) {
    const files = await exportRing(then, { run, ring: ring?.id ?? '', format })
    for (const [file, text] of files ?? []) told[file] = text
  }
  return told
}

for (const [name, open] of Object.entries(stores)) {
  describe(`exports of another time from the ${name} store`, () => {
    let store: Store
    let folder: ReturnType<typeof temporaryFolder>
    const printed: Record<string, string>[] = []

    before(async function () {
      this.timeout(120_000)
      store = await open()
      folder = temporaryFolder()
      const work = async (at: typeof first, asOf: string) => {
        const quiet = { onProgress: () => undefined }
        await loadDatasets(store, [join(folder.path, 'small')], { ...quiet, at: at.loaded })
        await detect(store, { ...quiet, at: at.worked, asOf: day(asOf) })
      }
      writeSmallDataset(folder.path)
      await work(first, '2024-06-01')
      printed.push(await exported(store, {}))
      const shops = smallFiles['shop.csv']
        .replace('Golden Lotus 2', 'Peony')
        .replace(/^jd.com,301.*\n/m, '')
      writeDataset(folder.path, 'small', { files: { ...smallFiles, 'shop.csv': shops } })
      await work(later, '2024-12-31')
      printed.push(await exported(store, {}))
      await withdrawDataset(store, 'small', later.gone)
    })

    after(async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    })

    it('print what they printed then, byte for byte, whatever was replaced and taken back since', async () => {
      expect(printed[0]).to.not.deep.equal(printed[1])
      expect(printed[0]?.['cluster.ftm.ndjson']).to.include('"schema"')
      expect(await exported(store, { knownAt: '2026-01-15' })).to.deep.equal(printed[0])
      expect(await exported(store, { knownAt: '2026-01-25' })).to.deep.equal(printed[1])
    })

    it('take links and rings from the run that was worked out as of the day', async () => {
      const runOf = async (when: AskedWhen) => (await runAt(storeAt(store, when), when)).id
      expect(await runOf({})).to.equal(2)
      expect(await runOf({ asOf: '2024-06-01' })).to.equal(1)
      expect(await runOf({ asOf: '2024-12-31' })).to.equal(2)
      expect(await runOf({ knownAt: '2026-01-20' })).to.equal(1)
      const said = async (when: AskedWhen) =>
        await runOf(when).catch((error: Error) => error.message)
      expect(await said({ asOf: '2024-07-01' })).to.match(
        /as of 2024-07-01: those that there are are as of 2024-06-01, 2024-12-31\. `revenant detect --as-of 2024-07-01`/,
      )
      expect(await said({ asOf: '2024-12-31', knownAt: '2026-01-15' })).to.include(
        'by 2026-01-15: those that there are are as of 2024-06-01.',
      )
      expect(await said({ knownAt: '2026-01-01' })).to.include('the first one is later')
    })

    it('leave out rows of which nothing had happened by a day', async () => {
      const rowsOn = async (asOf: string) => {
        const when = { asOf, knownAt: '2026-01-15' }
        const lines = exportLines(store, 'records', { format: 'ndjson', minProbability: 0, when })
        return (await collect(lines)).length
      }
      const all = (printed[0]?.records ?? '').trimEnd().split('\n').length
      expect(await rowsOn('2099-01-01')).to.equal(all)
      expect(await rowsOn('1990-01-01')).to.be.lessThan(all)
    })

    it('say of quarantined rows why there are none of another day, and where they are', () => {
      for (const when of [{ asOf: '2024-06-01' }, { knownAt: '2026-01-15' }]) {
        const options = { format: 'ndjson', minProbability: 0, when } as const
        expect(() => exportLines(store, 'quarantine', options)).to.throw(
          /its latest load.*`revenant restore`/,
        )
      }
    })
  })
}
