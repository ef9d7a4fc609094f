import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { call } from '../api/call.ts'

/** Worked out anew after each load, so that an answer is asked for again when the page opens. */
export const enablersQuery = queryOptions({
  queryKey: ['enablers'],
  queryFn: ({ signal }) => call('enablers', { signal }),
  staleTime: 0,
})

/** The best `actions` to take, of the current run. */
export const chokePointsQuery = (actions: number) =>
  queryOptions({
    queryKey: ['choke-points', actions],
    queryFn: ({ signal }) => call('chokePoints', { query: { actions }, signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
