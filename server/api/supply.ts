import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { findChokePoints, mostActions } from '../jobs/choke-points.ts'
import { firstActions } from '../trace/choke-points.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { runOf } from './run-of.ts'
import { oncePerLoad, oncePerRun } from './store-state.ts'

export function supply(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const enablers = oncePerLoad(({ ask }) => ask('enablers'))
  const chokePoints = oncePerRun(async ({ store }) =>
    findChokePoints(store, await runOf(store), mostActions),
  )
  mount(router, context, routes.enablers, async () => {
    const items = await enablers(context.stores.served())
    return { items, total: items.length }
  })
  mount(router, context, routes.chokePoints, async ({ query: { actions } }) => {
    return firstActions(await chokePoints(context.stores.served()), actions)
  })
  return router
}
