import { FailureError } from '../domain/failure.ts'
import type { Run } from '../domain/run.ts'
import type { Store } from '../store/port.ts'

/** The latest published run; throws a FailureError when there is none yet. */
export async function currentRun(store: Store): Promise<Run> {
  const run = await store.currentRun()
  if (run !== undefined) return run
  throw new FailureError(
    `Nothing was worked out yet in the store (${store.label}); run \`revenant detect\` first.`,
  )
}
