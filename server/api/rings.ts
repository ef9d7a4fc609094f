import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { assembleRing } from '../jobs/assemble-ring.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'

export function rings(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.rings, async ({ query }) => {
    const { store } = context.stores.served()
    const run = await store.currentRun()
    if (run === undefined) return { items: [], total: 0, omitted: 0 }
    const { items, total, next } = await store.rings(run.id, query)
    return {
      items: [...items],
      total,
      omitted: total - items.length,
      ...(next !== undefined && { next }),
    }
  })
  mount(router, context, routes.ring, async ({ params: { id } }) => {
    const { store } = context.stores.served()
    const run = await runOf(store)
    const ring = await assembleRing(store, run.id, id)
    if (ring !== undefined) return ring
    throw new ProblemError(
      'ring-unknown',
      `Run ${run.id} has no ring ${id}; the queue at /api/rings lists those that it has.`,
    )
  })
  return router
}
