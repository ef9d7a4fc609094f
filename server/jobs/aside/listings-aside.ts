import { failure } from '../../domain/refusals.ts'
import type { ListingColumns } from '../../linkage/catalogue/listing-columns.ts'
import type { RecordReads } from '../../store/port.ts'
import { fromPlain, type PlainError, type WorkOrder } from '../heavy-job.ts'
import { beginThread } from '../thread.ts'

/** Where a thread opens a store for itself. */
export type StorePlace = Pick<WorkOrder, 'address' | 'environment'>

export type ListingsAnswer = { readonly listings: ListingColumns } | { readonly error: PlainError }

/** What shops offer, read in a thread of its own with a connection of its own; ending it leaves the reading undone. */
export interface ListingsAside extends AsyncDisposable {
  readonly listings: Promise<ListingColumns>
}

/** Fewer are read before a thread has begun. */
const leastListings = 100_000

/** Whether a store has so many listings that reading them is worth a thread. */
export async function hasManyListings(store: RecordReads): Promise<boolean> {
  const sources = await store.sources()
  const listings = sources.filter(({ kind }) => kind === 'listing')
  return leastListings <= listings.reduce((sum, { report }) => sum + report.accepted, 0)
}

export function listingsAside(place: StorePlace): ListingsAside {
  const worker = beginThread(new URL('./read-listings.ts', import.meta.url), place)
  const listings = new Promise<ListingColumns>((resolve, reject) => {
    worker.on('message', (answer: ListingsAnswer) => {
      if ('error' in answer) reject(fromPlain(answer.error))
      else resolve(answer.listings)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(failure('job-stopped', {})))
  })
  return {
    listings,
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}
