import { statSync } from 'node:fs'

import { FailureError } from '../../domain/failure.ts'

/**
 * Watches a file that is read as if nobody wrote to it: answers with what throws a FailureError once somebody has. What was read since may then be of two states at once, and nothing but the file
 * itself shows it. A log beside it is nobody's concern until it is brought into the file.
 */
export function stillFile(path: string): () => void {
  const before = stateOf(path)
  return () => {
    if (stateOf(path) === before) return
    throw new FailureError(
      `Another process has written to the store ${path} while it was read here, where it cannot be held still, as this user may not write to it; start again.`,
    )
  }
}

function stateOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeNs}`
}
