import { FailureError, RefusalError } from '../domain/failure.ts'
import type { LoadReport } from '../domain/record.ts'
import type { Run } from '../domain/run.ts'
import type { EpochMs, IsoDate } from '../domain/units.ts'
import type { StoreEnvironment } from '../store/open-store.ts'
import type { Progress } from './progress.ts'

/** A job that would keep a server from answering, and therefore runs in a worker thread there. */
export type HeavyJob = { readonly at: EpochMs } & (
  | {
      readonly kind: 'load'
      readonly paths: readonly string[]
      readonly acceptUnexpected?: boolean | undefined
    }
  /** The folder of uploaded files goes when it is done. */
  | { readonly kind: 'import'; readonly folder: string }
  | {
      readonly kind: 'detect'
      readonly asOf?: IsoDate | undefined
      readonly publicView?: boolean | undefined
    }
)

export type HeavyResult =
  | { readonly kind: 'load'; readonly loads: readonly LoadReport[] }
  | { readonly kind: 'detect'; readonly run: Run }

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
}

export function toPlain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  return { name: error.name, message: error.message, stack: error.stack }
}

const classes: Record<string, new (message: string, options?: ErrorOptions) => Error> = {
  RefusalError,
  FailureError,
}

/** The error again, with its class: a refusal stays a refusal and a failure a failure. */
export function fromPlain({ name, message, stack }: PlainError): Error {
  const ErrorClass = classes[name] ?? Error
  return new ErrorClass(message, { cause: stack })
}
