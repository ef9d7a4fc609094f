import { useState } from 'react'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { failureOf } from '../api/problem-error.ts'
import { queryClient } from '../api/query-client.ts'
import { usePreferences } from '../scene/preferences.ts'
import { keepLead, leadFilesQuery } from './lead-queries.ts'

export interface LeadChange {
  readonly busy: boolean
  /** What the server answered instead of doing it. */
  readonly failure: unknown
  /** Makes a change and keeps the lead that it leaves; answers with it, or with nothing where it was not made. */
  make(work: () => Promise<LeadFileAnswer>, by?: string): Promise<LeadFileAnswer | undefined>
}

/** One change to a lead at a time. Where somebody else was quicker the lead is read again, and that is said where the change was asked for. */
export function useLeadChange(): LeadChange {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const make: LeadChange['make'] = async (work, by) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const lead = await work()
      if (by !== undefined) usePreferences.setState({ author: by })
      await keepLead(lead)
      return lead
    } catch (error) {
      if (failureOf(error).code === 'paper-changed')
        await queryClient.invalidateQueries({ queryKey: leadFilesQuery.queryKey })
      setFailure(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, make }
}
