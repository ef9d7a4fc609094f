import { join } from 'node:path'

import { EpochMs } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { openEmbeddedStore } from '../../server/store/embedded/store.ts'
import { smallFiles, writeDataset } from '../jobs/small-dataset.ts'
import { day } from '../support/store-builders.ts'

/** When something was learnt, in UTC. */
export const learnt = {
  loaded: '2026-04-20T08:30:15.250Z',
  worked: '2026-04-21T09:00:00.000Z',
  corrected: '2026-05-10T10:00:00.000Z',
  workedAgain: '2026-05-11T10:00:00.000Z',
} as const

/** The shop that only the second load brought, and one that it named otherwise. */
export const late = 'shop:taobao.com/103'
export const renamed = { key: 'shop:taobao.com/102', before: 'Old Lotus', now: 'Golden Lotus 2' }

/**
 * A store in the folder that a server there opens, which learnt its shops twice: a first load and run without one shop, under another name of a second and before that one's closure was
 * known, and then a correction and another run.
 */
export async function writeLearntTwice(folder: string): Promise<void> {
  await using store = await openEmbeddedStore(join(folder, '.revenant'))
  const quiet = { onProgress: () => undefined }
  const load = async (files: Readonly<Record<string, string>>, at: string) => {
    writeDataset(folder, 'small', { files })
    await loadDatasets(store, [join(folder, 'small')], { ...quiet, at: momentOf(at) })
  }
  const work = (at: string) =>
    detect(store, { ...quiet, at: momentOf(at), asOf: day('2024-07-31') })
  const first = smallFiles['shop.csv']
    .replace(/^taobao.com,103.*\n/m, '')
    .replace(`${renamed.now},2024-03-08,2024-06-10,counterfeit`, `${renamed.before},2024-03-08,,`)
  await load({ ...smallFiles, 'shop.csv': first }, learnt.loaded)
  await work(learnt.worked)
  await load(smallFiles, learnt.corrected)
  await work(learnt.workedAgain)
}

function momentOf(text: string): EpochMs {
  return EpochMs.parse(Date.parse(text))
}
