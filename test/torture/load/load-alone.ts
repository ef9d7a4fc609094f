import { once } from 'node:events'

import { EpochMs } from '../../../server/domain/units.ts'
import { loadDatasets } from '../../../server/jobs/load.ts'
import { openStore } from '../../../server/store/open-store.ts'

/**
 * Run as a process of its own: loads the dataset that standard input names behind the store, a line each, and says when it began, so that it can be killed on the way. It
 * is started before it is needed, as starting takes longer than most loads.
 */
const [order] = (await once(process.stdin, 'data')) as [Buffer]
const [place = '', folder = ''] = order.toString().trimEnd().split('\n')
process.stdin.destroy()
await using store = await openStore(place, {})
process.stdout.write('begun\n')
await loadDatasets(store, [folder], {
  at: EpochMs.parse(1_700_000_000_000),
  onProgress: () => undefined,
})
