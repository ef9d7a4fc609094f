import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'

export function runs(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.runs, async () => ({
    items: await context.stores.served().store.runs(),
  }))
  return router
}
