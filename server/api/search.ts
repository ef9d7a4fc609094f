import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { graphAt } from '../jobs/read-past.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'

export function search(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.search, async ({ query: { q, kind, limit, ...when } }) => {
    const { store } = context.stores.served()
    const { items, total } = await graphAt(store, when).search(q, {
      limit,
      ...(kind !== undefined && { kinds: [kind] }),
    })
    return { items: [...items], total, omitted: total - items.length }
  })
  return router
}
