import { queryOptions } from '@tanstack/react-query'

import { outlookRoutes } from '../../server/contract/outlook-routes.ts'
import { callRoute } from '../api/call.ts'

/** By the revision too: a draft that names other rights is asked for anew. */
export const leadRightsQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['lead-rights', id, revision],
    queryFn: ({ signal }) => callRoute(outlookRoutes.leadRights, { params: { id }, signal }),
  })

export const leadRouteQuery = (id: string) =>
  queryOptions({
    queryKey: ['lead-route', id],
    queryFn: ({ signal }) => callRoute(outlookRoutes.leadRoute, { params: { id }, signal }),
  })
