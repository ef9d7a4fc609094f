import { useQuery } from '@tanstack/react-query'

import type { Case, CasePaper } from '../../server/contract/desk.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem-error.ts'
import { queryClient } from '../api/query-client.ts'
import { usePreferences } from '../scene/preferences.ts'
import { notifyFailure } from '../shell/notify.ts'
import { casesQuery } from './desk-queries.ts'
import { useDesk } from './desk-state.ts'

/** The case that is being worked on, unless it was withdrawn. */
export function useCurrentCase(): CasePaper | undefined {
  const caseId = useDesk((state) => state.caseId)
  const cases = useQuery(casesQuery).data?.items
  return cases?.find(({ id, body }) => id === caseId && body.retractedAt === undefined)
}

/** Opens a case; what was laid aside before goes into it. */
export async function createCase(said: Pick<Case, 'name' | 'owner' | 'members'>): Promise<boolean> {
  return await carried(async () => {
    const { tray } = useDesk.getState()
    const made = await call('putCase', {
      body: { ...said, status: 'open', hypotheses: [], questions: [], tray: [...tray] },
    })
    usePreferences.setState({ author: said.owner })
    keep(made)
    useDesk.setState({ caseId: made.id, tray: [] })
  })
}

/** Changes the case that is being worked on. When somebody else was quicker, the change is made again to what they wrote. */
export async function changeCase(change: (body: Case) => Case): Promise<boolean> {
  return await carried(async () => {
    try {
      await put(change)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'paper-changed') throw error
      await queryClient.refetchQueries({ queryKey: casesQuery.queryKey })
      await put(change)
    }
  })
}

/** Withdraws the case; it stays on record. */
export async function retractCase(id: string): Promise<boolean> {
  return await carried(async () => {
    keep(await call('retractCase', { params: { id } }))
    useDesk.setState({ caseId: undefined })
  })
}

async function put(change: (body: Case) => Case): Promise<void> {
  const { items } = await queryClient.fetchQuery(casesQuery)
  const paper = items.find(({ id }) => id === useDesk.getState().caseId)
  if (paper === undefined) return
  const { at: _at, revision, retractedAt: _retracted, ...said } = change(paper.body)
  keep(await call('putCase', { body: { ...said, id: paper.id, seen: revision } }))
}

/** One change at a time: each is made to what the one before it left. */
let underWay: Promise<unknown> = Promise.resolve()

async function carried(work: () => Promise<void>): Promise<boolean> {
  const turn = underWay.then(work)
  underWay = turn.catch(() => undefined)
  try {
    await turn
    return true
  } catch (error) {
    notifyFailure(error)
    return false
  }
}

function keep(paper: CasePaper): void {
  const { items = [] } = queryClient.getQueryData(casesQuery.queryKey) ?? {}
  const others = items.filter(({ id }) => id !== paper.id)
  const sorted = [...others, paper].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  queryClient.setQueryData(casesQuery.queryKey, { items: sorted })
  void queryClient.invalidateQueries({ queryKey: ['conflicts'] })
}
