import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { RingChangeCode } from '../../server/contract/runs.ts'
import { call } from '../api/call.ts'

export const runsQuery = queryOptions({
  queryKey: ['runs'],
  queryFn: ({ signal }) => call('runs', { signal }),
  staleTime: 0,
})

interface Compared {
  readonly run: number
  readonly since: number
  readonly change: RingChangeCode | undefined
  readonly limit: number
}

/** What a run says that an earlier one did not; both are kept as they are, so an answer stays right. */
export const changesQuery = ({ run, since, change, limit }: Compared) =>
  queryOptions({
    queryKey: ['changes', run, since, change, limit],
    queryFn: ({ signal }) =>
      call('changes', { params: { id: run }, query: { since, change, limit }, signal }),
    placeholderData: keepPreviousData,
  })
