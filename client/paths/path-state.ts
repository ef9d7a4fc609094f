import { create } from 'zustand'

import type { CallInput } from '../api/call.ts'

/** What is asked: two ends and how far to look. */
export type PathQuestion = NonNullable<CallInput<'paths'>['body']>

export interface PathState {
  /** The next click on the canvas names an end; the first one is known already, or is asked for too. */
  readonly picking: { readonly from: string | undefined } | undefined
  readonly question: PathQuestion | undefined
  /** What the pointer or the focus rests on in the list: the way's nodes stand out on the canvas. */
  readonly lit: readonly string[] | undefined
}

/** Finding ways between two things; nothing of it is in the picture until it is brought there. */
export const usePaths = create<PathState>()(() => ({
  picking: undefined,
  question: undefined,
  lit: undefined,
}))

export const firstLimits: Omit<PathQuestion, 'from' | 'to'> = {
  maxHops: 4,
  links: true,
  together: false,
  forward: false,
  limit: 5,
}
