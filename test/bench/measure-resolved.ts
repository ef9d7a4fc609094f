import type { IdentityTable } from '../../server/linkage/identities/identity-table.ts'
import { resolve } from '../../server/linkage/identities/resolve.ts'
import { peakMegabytes, timed } from './bench-figures.ts'
import { scorePartition } from './public/score.ts'

/** Reads a set, resolves it, and prints as one object how long it took, what it held and how right it is. Only `read` and resolving count as time. */
export function measureResolved(
  read: () => { readonly table: IdentityTable; readonly truth: Int32Array },
  pairBudget: number,
): void {
  const { result, wall, processor } = timed(() => {
    const { table, truth } = read()
    return { ...resolve(table, { seed: 1, pairBudget }), truth }
  })
  const megabytes = peakMegabytes()
  const { pairs } = scorePartition(result.clusterOf, result.truth, () => true)
  process.stdout.write(
    JSON.stringify({
      'pairs compared': [result.pairs.left.length, 'count'],
      time: [wall, 'seconds'],
      processor: [processor, 'CPU seconds'],
      'memory at its peak': [megabytes, 'MB'],
      'pairs precision': [pairs.precision, 'share'],
      'pairs recall': [pairs.recall, 'share'],
      'pairs f1': [pairs.f1, 'share'],
    }),
  )
}
