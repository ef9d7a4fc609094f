import type { MessagePort } from 'node:worker_threads'

import type { PlainError } from '../heavy-job.ts'

/** What a hand is asked to help with; whoever takes a piece does it. */
export interface HandOrder {
  /** Counts orders, so that an answer to one that was given up is told from one to the next. */
  readonly order: number
  /** Name of the task. */
  readonly task: string
  readonly input: unknown
  readonly pieces: readonly unknown[]
  /** Shared: see {@link nextPiece} and {@link told}. */
  readonly turn: Int32Array
}

/** Where the order says which piece is the next to be taken, and how many answers hands gave. */
export const nextPiece = 0
export const told = 1

/** What a hand answers for each piece that it takes; the first error ends the order. */
export type HandAnswer = { readonly order: number } & (
  | { readonly place: number; readonly output: unknown }
  | { readonly error: PlainError }
)

/** What a hand begins with. */
export interface HandPlace {
  readonly port: MessagePort
}

/** Takes piece after piece, in turn with all others, until none is left. */
export function* piecesToTake({ turn, pieces }: Pick<HandOrder, 'turn' | 'pieces'>) {
  for (;;) {
    const place = Atomics.add(turn, nextPiece, 1)
    if (pieces.length <= place) return
    yield place
  }
}
