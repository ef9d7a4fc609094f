import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { findChokePoints } from '../jobs/choke-points.ts'
import { findEnablers } from '../jobs/enablers.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { runOf } from './run-of.ts'
import { oncePerLoad } from './store-state.ts'

export function supply(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const enablers = oncePerLoad((store) => findEnablers(store))
  mount(router, context, routes.enablers, async () => {
    const items = await enablers(context.stores.served().store)
    return { items, total: items.length }
  })
  mount(router, context, routes.chokePoints, async ({ query: { actions } }) => {
    const { store } = context.stores.served()
    const run = await runOf(store)
    return findChokePoints(store, run.id, actions)
  })
  return router
}
