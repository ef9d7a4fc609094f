import { FailureError } from '../domain/failure.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Store } from '../store/port.ts'

/** What was copied: how many lines of dump, and the canonical hash that both stores now have. */
export interface Copied {
  readonly from: string
  readonly to: string
  readonly lines: number
  readonly graph: Sha256
}

/** Moves a whole store with its history into an empty one, and checks that both then say the same. */
export async function copyStore(
  from: Store,
  to: Store,
  onLine: (lines: number) => void,
): Promise<Copied> {
  let lines = 0
  async function* counted(): AsyncIterable<string> {
    for await (const line of from.dump()) {
      lines += 1
      onLine(lines)
      yield line
    }
  }
  await to.restore(counted())
  const [graph, copied] = [await from.canonicalHash(), await to.canonicalHash()]
  if (graph !== copied) {
    throw new FailureError(
      `The copy is not equal to the original (${copied} instead of ${graph}); something wrote to one of the stores meanwhile: copy again into an empty store.`,
    )
  }
  return { from: from.label, to: to.label, lines, graph }
}
