import { Router } from 'express'

import { outlookRoutes } from '../contract/outlook-routes.ts'
import type { RingInRun } from '../contract/ring-history.ts'
import { routes } from '../contract/routes.ts'
import type { Run } from '../domain/run.ts'
import { clearedShops } from '../jobs/cleared.ts'
import { compareRing, type RingThen, ringHistory } from '../jobs/ring-history.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'

export function ringHistories(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.ringHistory, async ({ params: { id }, query: { limit } }) => {
    const history = await knownHistory(context.stores.served().store, id)
    return {
      id,
      items: history.slice(0, limit).map(told),
      omitted: Math.max(0, history.length - limit),
    }
  })
  mount(router, context, routes.ringCompared, async ({ params: { id }, query }) => {
    const { store } = context.stores.served()
    const history = await knownHistory(store, id)
    const runs = await store.runs()
    const run = query.run ?? runs[0]?.id ?? 1
    const since = query.since ?? runs.find((own) => own.id < run)?.id ?? run
    for (const number of [run, since]) checkRun(runs, number)
    return compareRing(id, history, { since, run })
  })
  mount(router, context, outlookRoutes.ringCleared, async ({ params: { id } }) => {
    const { store } = context.stores.served()
    const run = await runOf(store)
    const ring = await store.ring(run.id, id)
    if (ring === undefined)
      throw new ProblemError('ring-unknown', `Run ${run.id} has no ring ${id}.`)
    const shops = ring.members.map(({ shop }) => shop)
    return { items: await clearedShops(store, shops) }
  })
  mount(router, context, routes.ringInRun, async ({ params: { id, run } }) => {
    const { store } = context.stores.served()
    checkRun(await store.runs(), run)
    const ring = await store.ring(run, id)
    if (ring !== undefined) return { ring }
    throw new ProblemError('ring-unknown', `Run ${run} has no ring ${id}.`)
  })
  return router
}

async function knownHistory(store: Store, id: string): Promise<RingThen[]> {
  const history = await ringHistory(store, id)
  if (history.length > 0) return history
  throw new ProblemError(
    'ring-unknown',
    `No run has or had a ring ${id}; the queue at /api/rings lists those of the current one.`,
  )
}

function checkRun(known: readonly Run[], id: number): void {
  if (known.some((own) => own.id === id)) return
  throw new ProblemError(
    'run-unknown',
    `The store has no run ${id}; /api/runs lists those that it has.`,
  )
}

function told({ run, ring, event }: RingThen): RingInRun {
  return {
    run: run.id,
    at: run.at,
    asOf: run.asOf,
    ...(ring && {
      ring: {
        name: ring.name,
        rank: ring.rank,
        size: ring.size,
        live: ring.live,
        closed: ring.closed,
        shops: ring.members.map(({ shop }) => shop),
      },
    }),
    ...(event && { event }),
  }
}
