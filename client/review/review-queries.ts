import { queryOptions } from '@tanstack/react-query'

import { call } from '../api/call.ts'

/** The next pair of a stratum, or of the one that was reviewed least. */
export const reviewQuery = (stratum: string | undefined) =>
  queryOptions({
    queryKey: ['review', stratum],
    queryFn: ({ signal }) => call('nextReview', { query: { stratum }, signal }),
    staleTime: 0,
    gcTime: 0,
  })
