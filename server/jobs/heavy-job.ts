import { FailureError, HeldError, RefusalError } from '../domain/failure.ts'
import type { ForgettingPaper } from '../domain/paper/paper.ts'
import type { LoadReport } from '../domain/record.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Run } from '../domain/run.ts'
import type { Surprise } from '../domain/surprise.ts'
import type { EpochMs, IsoDate } from '../domain/units.ts'
import type { StoreEnvironment } from '../store/open-store.ts'
import type { ForgetAsked } from './forget.ts'
import type { Progress } from './progress.ts'

/** A job that would keep a server from answering, and therefore runs in a worker thread there. */
export type HeavyJob = { readonly at: EpochMs } & (
  | {
      readonly kind: 'load'
      readonly paths: readonly string[]
      readonly acceptUnexpected?: boolean | undefined
    }
  /** The folder is that of the command which fetched it. */
  | {
      readonly kind: 'adopt'
      readonly folder: string
      readonly acceptUnexpected?: boolean | undefined
    }
  /** The folder of uploaded files goes when it is done, unless the load is held. */
  | {
      readonly kind: 'import'
      readonly folder: string
      readonly acceptUnexpected?: boolean | undefined
    }
  | {
      readonly kind: 'detect'
      readonly asOf?: IsoDate | undefined
      readonly publicView?: boolean | undefined
      /** How many threads compare and weigh pairs, at most as many as there are cores; as many as is usual when absent. */
      readonly workers?: number | undefined
    }
  | ({ readonly kind: 'forget' } & Omit<ForgetAsked, 'at' | 'onProgress'>)
)

export type HeavyResult =
  | { readonly kind: 'load'; readonly loads: readonly LoadReport[] }
  | { readonly kind: 'detect'; readonly run: Run }
  | { readonly kind: 'forget'; readonly forgetting: ForgettingPaper }

/** What starts a worker: the job, and the store that it opens for itself. */
export interface WorkOrder {
  readonly job: HeavyJob
  readonly address: string
  readonly environment: StoreEnvironment
}

/** What a worker tells, in this order: any number of times how far it is, then once how it ended. */
export type WorkMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'result'; readonly result: HeavyResult }
  | { readonly type: 'error'; readonly error: PlainError }

/** An error as it passes between threads, which drop its class. */
export interface PlainError {
  readonly name: string
  readonly message: string
  readonly stack?: string | undefined
  readonly refusal?: Refusal | undefined
  /** Of a {@link HeldError}. */
  readonly surprises?: readonly Surprise[] | undefined
}

export function toPlain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, stack } = error
  if (error instanceof HeldError) return { name, message, stack, surprises: error.surprises }
  const expected = error instanceof RefusalError || error instanceof FailureError
  return { name, message, stack, refusal: expected ? error.refusal : undefined }
}

const classes = { RefusalError, FailureError } as const

/** The error again, with its class: a refusal stays a refusal and a failure a failure. */
export function fromPlain({ name, message, stack, refusal, surprises }: PlainError): Error {
  if (surprises !== undefined) return new HeldError(surprises, { cause: stack })
  if (name !== 'RefusalError' && name !== 'FailureError')
    return new Error(message, { cause: stack })
  return new classes[name](message, { cause: stack, ...(refusal !== undefined && { refusal }) })
}
