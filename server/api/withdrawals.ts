import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { forget, unwantedNamed } from '../jobs/forget.ts'
import { withdrawDataset } from '../jobs/withdraw.ts'
import type { ApiContext } from './context.ts'
import { refused } from './dataset-refused.ts'
import { mount } from './mount.ts'
import { paperId } from './paper-rack.ts'
import { ProblemError } from './problem.ts'

type Context = Pick<ApiContext, 'board' | 'stores' | 'now' | 'newId' | 'checkAnswers'>

/** What is taken back, and what is forgotten for good. */
export function withdrawals(context: Context) {
  const router = Router()
  const { board, stores, now } = context
  mount(router, context, routes.withdraw, async ({ body: { dataset } }) => {
    refuseWhileBusy(board)
    return refused(() => withdrawDataset(stores.served().store, dataset, now()))
  })
  mount(router, context, routes.forget, async ({ body: { dataset, name, ...trace } }) => {
    refuseWhileBusy(board)
    const asked = { unwanted: unwantedNamed({ dataset, name }), ...trace }
    return refused(() =>
      forget(stores.served().store, { ...asked, id: paperId(context), at: now() }),
    )
  })
  mount(router, context, routes.forgettings, async () => ({
    items: await stores.served().store.papers('forgetting'),
  }))
  return router
}

function refuseWhileBusy(board: Context['board']): void {
  if (!board.isBusy()) return
  throw new ProblemError('job-running', 'A job is running already; wait until it is done.')
}
