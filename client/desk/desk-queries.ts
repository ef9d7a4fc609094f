import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { call } from '../api/call.ts'

export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: ({ signal }) => call('cases', { signal }),
})

export const holdsQuery = queryOptions({
  queryKey: ['holds'],
  queryFn: ({ signal }) => call('holds', { signal }),
})

export const scenesQuery = queryOptions({
  queryKey: ['scenes'],
  queryFn: ({ signal }) => call('scenes', { signal }),
})

export const notesQuery = (about: string) =>
  queryOptions({
    queryKey: ['notes', about],
    queryFn: ({ signal }) => call('notes', { query: { about }, signal }),
  })

/** Whether others are at a ring or a thing already; a sealed lead or another case may come at any time. */
export const conflictsQuery = (about: string, ownCase: string | undefined) =>
  queryOptions({
    queryKey: ['conflicts', about, ownCase],
    queryFn: ({ signal }) => call('conflicts', { query: { about, case: ownCase }, signal }),
    staleTime: 60_000,
  })

/** What people stated of who does what, of one thing by its key or one ring by its id. */
export const rolesQuery = (about: string) =>
  queryOptions({
    queryKey: ['roles', about],
    queryFn: ({ signal }) => call('roles', { query: { about }, signal }),
  })

/** Things by their keys, wherever they are. */
export const thingsQuery = (keys: readonly string[]) =>
  queryOptions({
    queryKey: ['things', ...keys],
    queryFn: ({ signal }) => call('gather', { body: { keys: [...keys] }, signal }),
    enabled: keys.length > 0,
    placeholderData: keepPreviousData,
  })
