import { EpochMs } from '../../../server/domain/units.ts'
import { loadDatasets } from '../../../server/jobs/load.ts'
import { openStore } from '../../../server/store/open-store.ts'

/** Run as a process of its own: loads a dataset and says how far it is, so that it can be killed on the way. */
const [place = '', folder = ''] = process.argv.slice(2)
await using store = await openStore(place, {})
process.stdout.write('begun\n')
await loadDatasets(store, [folder], {
  at: EpochMs.parse(1_700_000_000_000),
  onProgress: () => undefined,
})
