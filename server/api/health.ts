import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { oncePerLoad } from './store-state.ts'
import { unlessLong } from './unless-long.ts'

export function health(context: Pick<ApiContext, 'stores' | 'board' | 'version' | 'checkAnswers'>) {
  const router = Router()
  const count = oncePerLoad(({ store }) => store.size())
  mount(router, context, routes.health, async () => {
    const isBusy = context.board.isBusy()
    // While a load runs, its first files are in place before its last; the page changes over when all are.
    if (!isBusy) await context.stores.notice()
    const served = context.stores.served()
    const { role, store } = served
    await store.health()
    const [run, size, loaded, unfinished] = [
      await store.currentRun(),
      await unlessLong(count(served)),
      await store.sources(),
      // Of the user's own also where the demo is shown: its first load may have been broken off. While a job runs here, it is what has not ended.
      isBusy ? [] : await context.stores.own.unfinishedSources(),
    ]
    return {
      status: 'ok' as const,
      version: context.version,
      store: { role, label: store.label },
      ...(run !== undefined && { run }),
      ...size,
      datasets: [...new Set(loaded.map(({ dataset }) => dataset))].toSorted(),
      ...(unfinished.length > 0 && { unfinished }),
    }
  })
  return router
}
