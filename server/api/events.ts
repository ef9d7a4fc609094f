import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { oncePerRun } from './store-state.ts'

export function events(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const months = oncePerRun(({ ask }) => ask('months'))
  mount(router, context, routes.events, async () => ({
    months: await months(context.stores.served()),
  }))
  return router
}
