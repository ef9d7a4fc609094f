import { queryOptions } from '@tanstack/react-query'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { leadRoutes } from '../../server/contract/lead-routes.ts'
import { callRoute } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { leadsQuery } from './leads-query.ts'

/** Others work at leads too, from terminals among other places: they are asked for anew each time the page is opened. */
export const leadFilesQuery = queryOptions({
  queryKey: ['lead-files'],
  queryFn: ({ signal }) => callRoute(leadRoutes.leadFiles, { signal }),
  staleTime: 0,
})

export const leadBoardQuery = queryOptions({
  queryKey: ['lead-board'],
  queryFn: ({ signal }) => callRoute(leadRoutes.leadBoard, { signal }),
  staleTime: 0,
})

/** Puts a lead as it is now in the place of what was known of it, and asks anew for what follows from it. */
export async function keepLead(lead: LeadFileAnswer): Promise<void> {
  // An answer that is under way was given before the change.
  await queryClient.cancelQueries({ queryKey: leadFilesQuery.queryKey })
  queryClient.setQueryData(leadFilesQuery.queryKey, (known) => {
    const items = known?.items ?? []
    const isKnown = items.some(({ id }) => id === lead.id)
    return {
      items: isKnown ? items.map((own) => (own.id === lead.id ? lead : own)) : [lead, ...items],
    }
  })
  for (const queryKey of [leadFilesQuery.queryKey, leadBoardQuery.queryKey, leadsQuery.queryKey])
    void queryClient.invalidateQueries({ queryKey })
}
