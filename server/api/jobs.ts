import { Router } from 'express'

import { otherAddresses, routes } from '../contract/routes.ts'
import { RefusalError } from '../domain/failure.ts'
import { openFetched } from '../ingest/fetched-graph.ts'
import { openDatasets } from '../jobs/load.ts'
import type { ApiContext } from './context.ts'
import { refused } from './dataset-refused.ts'
import type { JobNotice } from './job-board.ts'
import { streamJob } from './job-events.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

type Context = Pick<ApiContext, 'board' | 'now' | 'checkAnswers'>

export function jobs(context: Context) {
  const { board, now } = context
  const router = Router()
  mount(router, context, routes.load, async ({ body: { paths, acceptUnexpected } }) => {
    await refuseEarly(paths)
    return board.start({ kind: 'load', paths, acceptUnexpected, at: now() })
  })
  mount(router, context, routes.adopt, async ({ body: { folder, acceptUnexpected } }) => {
    await refused(() => openFetched(folder))
    return board.start({ kind: 'adopt', folder, acceptUnexpected, at: now() })
  })
  mount(router, context, routes.detect, async ({ body: { asOf, publicView } }) =>
    board.start({ kind: 'detect', asOf, publicView, at: now() }),
  )
  mount(router, context, routes.jobs, async () => ({ items: board.all() }))
  mount(router, context, routes.job, async ({ params: { id } }) => knownJob(context, id).job)
  mount(router, context, routes.stopJob, async ({ params: { id } }) => {
    if (knownJob(context, id).job.state === 'running') await board.stop()
    return knownJob(context, id).job
  })
  router.get(otherAddresses.jobEvents, (request, response) => {
    const { job } = knownJob(context, request.params.id)
    streamJob(board, job.id, request, response)
  })
  return router
}

function knownJob({ board }: Pick<Context, 'board'>, id: string): JobNotice {
  const notice = board.notice(id)
  if (notice !== undefined) return notice
  throw new ProblemError(
    'job-unknown',
    `No job has the id ${id}; the server forgets its jobs when it is started again.`,
  )
}

/** A dataset that cannot mean anything is refused before a job is made of it. */
async function refuseEarly(paths: readonly string[]): Promise<void> {
  await openDatasets(paths).catch((cause: unknown) => {
    if (!(cause instanceof RefusalError)) throw cause
    throw new ProblemError('dataset-refused', cause.message, { cause, refusal: cause.refusal })
  })
}
