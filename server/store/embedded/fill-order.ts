import type { QuarantinedRow, Source } from '../../domain/record.ts'
import type { EpochMs } from '../../domain/units.ts'
import type { HandedOver } from './handed-over.ts'

/** Where a thread that fills a store finds it. */
export interface FillPlace {
  readonly path: string
  readonly busyTimeoutMs: number
}

/** What the thread is told to do, one after the other. Parts are of one transaction, which `commit` ends; all but they are answered. */
export type FillOrder =
  | { readonly what: 'part'; readonly gathered: HandedOver; readonly at: EpochMs }
  | { readonly what: 'commit' }
  | {
      readonly what: 'quarantine'
      readonly source: string
      readonly batch: readonly QuarantinedRow[]
    }
  | { readonly what: 'finish'; readonly source: Source; readonly quarantined: readonly number[] }

/** The thread has opened the store, has done what it was told, left it undone as the store has to be asked, or failed. */
export type FillAnswer =
  | { readonly is: 'ready' }
  | { readonly is: 'done' }
  | { readonly is: 'disturbed' }
  | { readonly is: 'failed'; readonly error: FillFailure }

/** An error that can be sent from one thread to another. */
export interface FillFailure {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
}
