import request from 'supertest'

import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { writeRightDataset, writeSmallDataset } from '../jobs/small-dataset.ts'
import { noon, type Serving, serving } from './serving.ts'

/** The API over a store that holds the small dataset and one run. */
export async function servingSmallDataset(
  options: Parameters<typeof serving>[0] = {},
): Promise<Serving> {
  const served = await serving(options)
  const loading = { at: noon, onProgress: () => undefined }
  await loadDatasets(
    served.own,
    [writeSmallDataset(served.folder), writeRightDataset(served.folder)],
    loading,
  )
  await detect(served.own, loading)
  return served
}

/** The ring of three shops. */
export async function firstRing({ app }: Serving): Promise<string> {
  const { body } = await request(app).get('/api/rings')
  const ring = body.items.find(({ size }: { size: number }) => size === 3)
  return ring.id
}
