import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { evidenceGrades } from '../jobs/evidence-grades.ts'
import { ringFlows } from '../jobs/flows.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'
import { oncePerLoad } from './store-state.ts'

export function flows(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const grades = oncePerLoad(({ store }) => evidenceGrades(store))
  mount(router, context, routes.flows, async ({ params: { id } }) => {
    const served = context.stores.served()
    const { store } = served
    const run = await runOf(store)
    const answer = await ringFlows(store, run.id, id, await grades(served))
    if (answer !== undefined) return answer
    throw new ProblemError(
      'ring-unknown',
      `Run ${run.id} has no ring ${id}; the queue at /api/rings lists those that it has.`,
    )
  })
  return router
}
