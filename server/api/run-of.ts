import type { Run } from '../domain/run.ts'
import type { Runs } from '../store/port.ts'
import { ProblemError } from './problem.ts'

/** The current run; throws `run-missing` before the first. */
export async function runOf(store: Runs): Promise<Run> {
  const run = await store.currentRun()
  if (run !== undefined) return run
  throw new ProblemError(
    'run-missing',
    'Links and rings were not worked out yet; run `revenant detect`, and this page shows them.',
  )
}
