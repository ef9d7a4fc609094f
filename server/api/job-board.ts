import type { z } from 'zod'

import type { Job } from '../contract/work.ts'
import { FailureError, HeldError, RefusalError } from '../domain/failure.ts'
import { coded } from '../domain/refusals.ts'
import type { HeavyJob, HeavyResult } from '../jobs/heavy-job.ts'
import { unusableFiles } from '../jobs/load-report.ts'
import type { OnProgress } from '../jobs/progress.ts'
import type { RunningJob } from '../jobs/run-in-worker.ts'
import { ProblemError } from './problem.ts'

export type JobState = z.output<typeof Job>

/** A job as it stands, with a number that grows whenever it changes. */
export interface JobNotice {
  readonly job: JobState
  readonly revision: number
}

/** The long jobs of one server: one runs at a time, and whoever asks is told how far it is. */
export interface JobBoard {
  /** Starts a job; throws `job-running` while another runs. */
  start(job: HeavyJob): JobState
  /** Every job that is remembered, latest first. */
  all(): JobState[]
  notice(id: string): JobNotice | undefined
  /** Calls back on every change until the returned function is called. */
  watch(id: string, onChange: (notice: JobNotice) => void): () => void
  isBusy(): boolean
  /** Ends a running job; what it had not committed is as if it never was. */
  stop(): Promise<void>
}

export interface JobBoardOptions {
  readonly run: (job: HeavyJob, onProgress: OnProgress) => RunningJob
  readonly newId: () => string
  /** Called when a job has ended well, before anybody is told so. */
  readonly onDone: () => Promise<void>
  readonly log: (error: unknown) => void
}

const keptJobs = 100

export function createJobBoard({ run, newId, onDone, log }: JobBoardOptions): JobBoard {
  const notices = new Map<string, JobNotice>()
  const watchers = new Map<string, Set<(notice: JobNotice) => void>>()
  let running: RunningJob | undefined
  let following: Promise<void> | undefined

  function change(id: string, part: Partial<JobState>): void {
    const before = notices.get(id)
    if (before === undefined) return
    const notice = { job: { ...before.job, ...part }, revision: before.revision + 1 }
    notices.set(id, notice)
    for (const tell of watchers.get(id) ?? []) tell(notice)
  }

  async function follow(id: string, result: Promise<HeavyResult>): Promise<void> {
    try {
      const ended = await result
      await onDone()
      running = undefined
      change(id, outcome(ended))
    } catch (error) {
      running = undefined
      change(id, { state: 'failed', error: sentence(error, log), ...said(error) })
    }
  }

  return {
    start(job) {
      if (running !== undefined) throw alreadyRunning(notices)
      const id = newId()
      forgetOldest(notices)
      notices.set(id, {
        job: {
          id,
          kind: job.kind === 'import' || job.kind === 'adopt' ? 'load' : job.kind,
          state: 'running',
          stage: 'read',
          done: 0,
        },
        revision: 1,
      })
      running = run(job, ({ stage, done, total }) => change(id, { stage, done, total }))
      following = follow(id, running.result)
      return (notices.get(id) as JobNotice).job
    },
    all: () => [...notices.values()].map(({ job }) => job).toReversed(),
    notice: (id) => notices.get(id),
    watch(id, onChange) {
      const set = watchers.get(id) ?? new Set()
      watchers.set(id, set.add(onChange))
      return () => {
        set.delete(onChange)
        if (set.size === 0) watchers.delete(id)
      }
    },
    isBusy: () => running !== undefined,
    stop: async () => {
      await running?.stop()
      await following
    },
  }
}

/** A load of which a whole file was unusable has failed, and still tells what it did. */
function outcome(result: HeavyResult): Partial<JobState> {
  if (result.kind === 'detect') return { state: 'done', run: result.run }
  if (result.kind === 'forget') return { state: 'done', forgetting: result.forgetting }
  const error = unusableFiles(result.loads)
  const loads = [...result.loads]
  return error === undefined ? { state: 'done', loads } : { state: 'failed', loads, error }
}

function sentence(error: unknown, log: (error: unknown) => void): string {
  if (error instanceof FailureError || error instanceof RefusalError) return error.message
  log(error)
  return 'The job broke on our side; the server’s own output says more.'
}

/** What another language needs to say the same, and why a load waits for a person. */
function said(error: unknown): Pick<JobState, 'refusal' | 'held'> {
  if (error instanceof HeldError) return { held: [...error.surprises] }
  if (!(error instanceof FailureError || error instanceof RefusalError)) return {}
  const { refusal } = error
  return refusal === undefined ? {} : { refusal: coded(refusal) }
}

function alreadyRunning(notices: ReadonlyMap<string, JobNotice>): ProblemError {
  const job = [...notices.values()]
    .map((notice) => notice.job)
    .findLast(({ state }) => state === 'running')
  return new ProblemError(
    'job-running',
    `A ${job?.kind ?? 'job'} is running already (${job?.id ?? 'unknown'}); wait until it is done and try again.`,
  )
}

function forgetOldest(notices: Map<string, JobNotice>): void {
  const [oldest] = notices.keys()
  if (notices.size >= keptJobs && oldest !== undefined) notices.delete(oldest)
}
