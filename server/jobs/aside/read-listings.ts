import { parentPort, workerData } from 'node:worker_threads'

import { openStore } from '../../store/open-store.ts'
import { toPlain } from '../heavy-job.ts'
import { readListings } from '../listings.ts'
import type { ListingsAnswer, StorePlace } from './listings-aside.ts'

/** The inside of a thread that reads what shops offer, and ends. */
const { address, environment } = workerData as StorePlace

function tell(answer: ListingsAnswer): void {
  parentPort?.postMessage(answer)
}

try {
  await using store = await openStore(address, environment)
  tell({ listings: await readListings(store) })
} catch (error) {
  tell({ error: toPlain(error) })
}
