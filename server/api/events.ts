import { Router } from 'express'

import type { EventsAnswer } from '../contract/ring.ts'
import { routes } from '../contract/routes.ts'
import type { Link } from '../domain/link.ts'
import { countMonths } from '../jobs/months.ts'
import { linkMinimum } from '../jobs/thresholds.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { oncePerRun } from './store-state.ts'

export function events(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const months = oncePerRun(monthsOf)
  mount(router, context, routes.events, async () => ({
    months: await months(context.stores.served().store),
  }))
  return router
}

async function monthsOf(store: Store): Promise<EventsAnswer['months']> {
  const run = await store.currentRun()
  const returns: AsyncIterable<Link> | readonly Link[] =
    run === undefined
      ? []
      : store.links(run.id, { kind: 'came_back_as', minProbability: linkMinimum })
  return countMonths(store.scanNodes('Shop'), returns)
}
