import type { Verdict } from '../../server/contract/work.ts'

/** What a person is about to say of two shops; `a` < `b` by key. */
export interface DecisionDraft {
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
  readonly by: string
  readonly because: string
}
