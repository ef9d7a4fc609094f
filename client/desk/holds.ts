import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { HoldPaper } from '../../server/contract/desk.ts'
import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { usePreferences } from '../scene/preferences.ts'
import { notifyFailure } from '../shell/notify.ts'
import { holdsQuery } from './desk-queries.ts'
import { standingHolds } from './standing-holds.ts'

/** Today as the server counts days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Which shops are on hold today. */
export function useHolds(): ReadonlyMap<string, HoldPaper> {
  return standingHolds(useQuery(holdsQuery).data?.items ?? [], today())
}

/** The last days of the holds that stand today, by shop; the same value until one changes. */
export function useHeldUntil(): ReadonlyMap<string, string> {
  const holds = useQuery(holdsQuery).data?.items
  const day = today()
  return useMemo(() => {
    const standing = standingHolds(holds ?? [], day)
    return new Map([...standing].map(([shop, { body }]) => [shop, body.until]))
  }, [holds, day])
}

export async function placeHold(said: {
  readonly shop: string
  readonly until: string
  readonly why: string
  readonly by: string
}): Promise<boolean> {
  try {
    await call('putHold', { body: said })
    usePreferences.setState({ author: said.by.trim() })
    await queryClient.invalidateQueries({ queryKey: holdsQuery.queryKey })
    return true
  } catch (error) {
    notifyFailure(error)
    return false
  }
}

export async function releaseHold(id: string): Promise<void> {
  try {
    await call('releaseHold', { params: { id } })
    await queryClient.invalidateQueries({ queryKey: holdsQuery.queryKey })
  } catch (error) {
    notifyFailure(error)
  }
}
