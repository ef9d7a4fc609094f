import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { otherAddresses } from '../../server/contract/routes.ts'
import { addressOf, call } from '../api/call.ts'

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) => call('sources', { signal }),
  staleTime: 0,
})

/** Uploads that wait for a person. */
export const heldQuery = queryOptions({
  queryKey: ['held-uploads'],
  queryFn: ({ signal }) => call('heldUploads', { signal }),
  staleTime: 0,
})

/** Rows of one file, or of a dataset. */
export interface QuarantineOf {
  readonly dataset: string
  readonly file?: string | undefined
}

export const quarantineQuery = ({ dataset, file }: QuarantineOf) =>
  queryOptions({
    queryKey: ['quarantine', dataset, file],
    queryFn: ({ signal }) => call('quarantine', { query: { dataset, file }, signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

/** Where the same rows are as a table. */
export function quarantineTable(wanted: QuarantineOf): string {
  return addressOf({ path: otherAddresses.quarantineTable }, { query: wanted })
}
