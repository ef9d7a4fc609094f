import type { HeavyJob, HeavyResult } from '../jobs/heavy-job.ts'
import type { OnProgress } from '../jobs/progress.ts'
import { runInWorker } from '../jobs/run-in-worker.ts'
import type { Shell } from './command.ts'

/**
 * Runs a heavy job on a store that no server owns in a thread of its own: Node bounds the memory of a command's thread when it begins, and gives it so little room for what is soon dropped
 * that a third of reading a large file goes into copying that.
 */
export async function runAside<Kind extends HeavyResult['kind']>(
  job: HeavyJob & { readonly kind: Kind },
  address: string,
  shell: Shell,
  onProgress: OnProgress,
): Promise<Extract<HeavyResult, { kind: Kind }>> {
  const { result } = runInWorker({ job, address, environment: shell.config }, onProgress)
  const done = await result
  if (done.kind !== job.kind) throw new Error(`a job of the kind ${job.kind} ended as ${done.kind}`)
  return done as Extract<HeavyResult, { kind: Kind }>
}
