import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { forgettable, unwantedNamed } from '../jobs/forget.ts'
import { previewForgetting } from '../jobs/forget-preview.ts'
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
  mount(router, context, routes.previewForgetting, async ({ body }) =>
    refused(() => previewForgetting(stores.own, unwantedNamed(body))),
  )
  mount(router, context, routes.forget, async ({ body: { dataset, name, ...trace } }) => {
    refuseWhileBusy(board)
    const unwanted = unwantedNamed({ dataset, name })
    await refused(() => forgettable(stores.own, unwanted, trace.seen))
    return board.start({ kind: 'forget', unwanted, ...trace, id: paperId(context), at: now() })
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
