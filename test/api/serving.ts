import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Express } from 'express'

import { createApp } from '../../server/api/app.ts'
import type { ApiContext } from '../../server/api/context.ts'
import { createJobBoard, type JobBoard } from '../../server/api/job-board.ts'
import { openStores } from '../../server/api/stores.ts'
import { createUploadRack } from '../../server/api/upload-rack.ts'
import { failure } from '../../server/domain/refusals.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { askHere } from '../../server/jobs/aside/long-works.ts'
import type { HeavyJob } from '../../server/jobs/heavy-job.ts'
import { runHeavy } from '../../server/jobs/run-heavy.ts'
import type { RunningJob } from '../../server/jobs/run-in-worker.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import type { Authority } from '../../server/jobs/time-stamp/ask-authority.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'

export interface Serving extends AsyncDisposable {
  readonly app: Express
  readonly own: Store
  readonly board: JobBoard
  /** A folder for the test's own files. */
  readonly folder: string
  /** What went wrong unexpectedly. */
  readonly logged: unknown[]
}

export const noon = EpochMs.parse(Date.parse('2026-03-14T12:00:00Z'))

/** A job that does nothing until it is stopped. */
function untilStopped(): RunningJob {
  let stop: () => void = () => undefined
  const result = new Promise<never>((_, reject) => {
    stop = () => reject(failure('job-stopped', {}))
  })
  return { result, stop: async () => stop() }
}

/** The API over an empty embedded store in a temporary folder; jobs run in the test's own thread. */
export async function serving(
  options: { withDemo?: boolean; jobsNeverEnd?: boolean; authority?: Authority } = {},
): Promise<Serving> {
  const temporary = temporaryFolder()
  const folder = temporary.path
  const own = await openStore(join(folder, 'own'), {})
  const demo = options.withDemo ? await openStore(join(folder, 'demo'), {}) : undefined
  const stores = openStores({ store: own, ask: askHere(own) }, demo)
  const logged: unknown[] = []
  let ids = 0
  const newId = () => `id-${++ids}`
  const log = (error: unknown) => void logged.push(error)
  const board = createJobBoard({
    run: (job: HeavyJob, onProgress) =>
      options.jobsNeverEnd
        ? untilStopped()
        : { result: runHeavy(own, job, onProgress), stop: async () => undefined },
    newId,
    onDone: () => stores.notice(),
    log,
  })
  const uploads = createUploadRack(newId)
  const context: ApiContext = {
    stores,
    board,
    uploads,
    now: () => noon,
    newId,
    signer: () => openSigner(join(folder, 'keys'), noon),
    authority: options.authority,
    version: '0.0.0',
    instance: 'instance-of-the-test',
    clientFolder: builtClient(folder),
    log,
    checkAnswers: true,
  }
  return {
    app: createApp(context),
    own,
    board,
    folder,
    logged,
    async [Symbol.asyncDispose]() {
      await uploads[Symbol.asyncDispose]()
      await own[Symbol.asyncDispose]()
      await demo?.[Symbol.asyncDispose]()
      temporary[Symbol.dispose]()
    },
  }
}

/** Waits until no job runs. */
export async function untilIdle(board: JobBoard): Promise<void> {
  while (board.isBusy()) await new Promise((resolve) => setTimeout(resolve, 5))
}

function builtClient(folder: string): string {
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(
    join(dist, 'index.html'),
    '<!doctype html><html><head><title>Revenant</title><style>p{}</style></head><body></body></html>',
  )
  writeFileSync(join(dist, 'assets', 'app-0a1b2c.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'not for the web')
  return dist
}
