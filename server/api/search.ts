import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'

export function search(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.search, async ({ query: { q, kind, limit, ...when } }) => {
    const { ask } = context.stores.served()
    const { items, total } = await ask('searchAt', when, q, {
      limit,
      ...(kind !== undefined && { kinds: [kind] }),
    })
    return { items: [...items], total, omitted: total - items.length }
  })
  return router
}
