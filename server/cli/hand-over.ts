import { Problem } from '../contract/problem.ts'
import type { routes } from '../contract/routes.ts'
import { Job } from '../contract/work.ts'
import { FailureError, RefusalError } from '../domain/failure.ts'
import type { OnProgress, Stage } from '../jobs/progress.ts'
import { callServer, openCall } from './call-server.ts'
import { readEvents } from './event-stream.ts'
import type { Owner } from './owner.ts'

export type HandedJob =
  | {
      readonly route: typeof routes.load
      readonly body: { readonly paths: readonly string[]; readonly acceptUnexpected?: boolean }
    }
  | { readonly route: typeof routes.detect; readonly body: { readonly asOf?: string } }
  | {
      readonly route: typeof routes.adopt
      readonly body: { readonly folder: string; readonly acceptUnexpected: boolean }
    }
  | { readonly route: typeof routes.forget; readonly body: object }

/**
 * Has the server that owns the store do a job, and follows it to its end. Throws a RefusalError or a FailureError with the
 * server's own sentence where the job could not begin; a job that failed on the way is returned with its error.
 */
export async function handOver(owner: Owner, { route, body }: HandedJob, onProgress: OnProgress) {
  const answer = await callServer(owner.address, { method: 'POST', path: route.path, body }).catch(
    (cause: unknown) => {
      throw lost(owner, cause)
    },
  )
  if (answer.status !== 200) throw refusal(answer.text)
  let job = Job.parse(JSON.parse(answer.text))
  let lastEventId = '0'
  for (let attempt = 0; job.state === 'running' && attempt < attempts; attempt += 1) {
    try {
      const path = `/api/jobs/${encodeURIComponent(job.id)}/events`
      const headers = { 'Last-Event-ID': lastEventId }
      const stream = await openCall(owner.address, { method: 'GET', path, headers })
      for await (const event of readEvents(stream)) {
        lastEventId = event.id
        job = Job.parse(JSON.parse(event.data))
        onProgress({ stage: job.stage as Stage, done: job.done, total: job.total })
      }
    } catch (cause) {
      if (attempt === attempts - 1) throw lost(owner, cause)
    }
  }
  return job
}

/** How often a broken stream of progress is taken up again. */
const attempts = 3

function refusal(text: string): Error {
  const problem = Problem.safeParse(JSON.parse(text))
  if (!problem.success) return new FailureError('The server gave an answer that makes no sense.')
  const { type, detail } = problem.data
  const refused = type === 'dataset-refused' || type === 'request-invalid'
  return refused ? new RefusalError(detail) : new FailureError(detail)
}

function lost({ address, pid, store }: Owner, cause: unknown): FailureError {
  return new FailureError(
    `The server that owns the store in ${store} (${address}, process ${pid}) went away; run the command again.`,
    { cause },
  )
}
