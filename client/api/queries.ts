import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'

import type { BareEdge } from '../../server/contract/graph.ts'
import type { Past } from '../scene/past.ts'
import { type CallInput, call } from './call.ts'
import { ProblemError } from './problem-error.ts'

const healthIntervalMs = 3_000
const searchLimit = 20
const ringsLimit = 500

/** Answers are kept until the user asks to see a new run: nothing on the page moves by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) =>
          count < 2 && error instanceof ProblemError && error.code === 'network',
        retryDelay: 500,
      },
    },
  })
}

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => call('health', { signal }),
  refetchInterval: healthIntervalMs,
  staleTime: 0,
  retry: false,
})

export const ringsQuery = queryOptions({
  queryKey: ['rings'],
  queryFn: ({ signal }) => call('rings', { query: { limit: ringsLimit }, signal }),
})

export const eventsQuery = queryOptions({
  queryKey: ['events'],
  queryFn: ({ signal }) => call('events', { signal }),
})

export const decisionsQuery = queryOptions({
  queryKey: ['decisions'],
  queryFn: ({ signal }) => call('decisions', { signal }),
})

export const ringQuery = (id: string) =>
  queryOptions({
    queryKey: ['ring', id],
    queryFn: ({ signal }) => call('ring', { params: { id }, signal }),
  })

/** How the goods of a ring moved, by day. */
export const flowsQuery = (id: string) =>
  queryOptions({
    queryKey: ['flows', id],
    queryFn: ({ signal }) => call('flows', { params: { id }, signal }),
  })

export const searchQuery = (q: string, past?: Past) =>
  queryOptions({
    queryKey: ['search', q, past],
    queryFn: ({ signal }) => call('search', { query: { q, ...past, limit: searchLimit }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

/** A thing as it is, or as it was in a past. */
export const nodeQuery = (key: string, past?: Past) =>
  queryOptions({
    queryKey: ['node', key, past],
    queryFn: ({ signal }) => call('node', { query: { key, ...past }, signal }),
  })

/** What tells one relation from all others. */
type RelationId = Pick<BareEdge, 'from' | 'type' | 'to' | 'discriminator'>

/** A relation as it is, with the records that say so. */
export const relationQuery = ({ from, type, to, discriminator }: RelationId) =>
  queryOptions({
    queryKey: ['relation', from, type, to, discriminator],
    queryFn: ({ signal }) => call('relation', { query: { from, type, to, discriminator }, signal }),
  })

/** What can be counted of an identity; worked out anew after each load and run. */
export const indicatorsQuery = (key: string) =>
  queryOptions({
    queryKey: ['indicators', key],
    queryFn: ({ signal }) => call('node', { query: { key, indicators: 'true' }, signal }),
  })

/** How many neighbors a node has, or had in a past, by type, direction and kind, before any is fetched. */
export const countsQuery = (key: string, past?: Past) =>
  queryOptions({
    queryKey: ['counts', key, past],
    queryFn: ({ signal }) => call('neighbours', { query: { key, ...past }, signal }),
  })

/** Why two shops are linked, both ways round. */
export const linksQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['links', from, to],
    queryFn: ({ signal }) => call('links', { query: { from, to }, signal }),
  })

/** Ways between two things; a search that is no longer waited for is given up. */
export const pathsQuery = (body: NonNullable<CallInput<'paths'>['body']>) =>
  queryOptions({
    queryKey: ['paths', body],
    queryFn: ({ signal }) => call('paths', { body, signal }),
  })
