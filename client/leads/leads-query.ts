import { queryOptions } from '@tanstack/react-query'

import { sealingRoutes } from '../../server/contract/sealing-routes.ts'
import { callRoute } from '../api/call.ts'

/** Sealed packages, and the authority that gives them time stamps. */
export const leadsQuery = queryOptions({
  queryKey: ['leads'],
  queryFn: ({ signal }) => callRoute(sealingRoutes.leads, { signal }),
})
