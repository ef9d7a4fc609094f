import { queryOptions } from '@tanstack/react-query'

import { call } from '../api/call.ts'

/** What files are looked for: those about one thing, or about a ring and its shops. */
export type Looked = { readonly about: string } | { readonly ring: string }

export const evidenceQuery = (looked: Looked) =>
  queryOptions({
    queryKey: ['evidence', looked],
    queryFn: ({ signal }) => call('evidence', { query: looked, signal }),
  })
