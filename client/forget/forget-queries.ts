import { queryOptions } from '@tanstack/react-query'

import { uploadRoutes } from '../../server/contract/upload-routes.ts'
import { callRoute } from '../api/call.ts'
import type { Asked } from './forget-state.ts'

/** That something was forgotten, the latest first. */
export const forgettingsQuery = queryOptions({
  queryKey: ['forgettings'],
  queryFn: async ({ signal }) => {
    const { items } = await callRoute(uploadRoutes.forgettings, { signal })
    return items.toReversed()
  },
})

/** What would be erased, asked for anew each time: it has to be what is there now. */
export const previewQuery = (asked: Asked | undefined) =>
  queryOptions({
    queryKey: ['forget-preview', asked],
    queryFn: ({ signal }) =>
      callRoute(uploadRoutes.previewForgetting, { body: asked ?? {}, signal }),
    enabled: asked !== undefined,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
