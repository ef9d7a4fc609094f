import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'

export function sources(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.sources, async () => ({
    items: await context.stores.served().store.sources(),
  }))
  return router
}
