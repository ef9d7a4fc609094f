import type { PlainError } from '../heavy-job.ts'
import type { LongRead } from './long-reads.ts'
import type { LongWork } from './long-works.ts'

/** What a reader is told: to read or work something out, or to end. */
export type ReaderOrder = ReaderTask | 'end'

export interface ReaderTask {
  readonly order: number
  readonly name: LongRead | LongWork
  readonly values: readonly unknown[]
}

export type ReaderAnswer = { readonly order: number } & (
  | { readonly value: unknown }
  | { readonly error: PlainError }
)
