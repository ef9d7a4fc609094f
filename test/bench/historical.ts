import { join } from 'node:path'

import { resolve } from '../../server/linkage/identities/resolve.ts'
import { textColumn } from '../../server/linkage/kernels/text-column.ts'
import { figuresAlone, figuresOf, peakMegabytes, printFigures, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { identityTable } from './public/identity-table.ts'
import { scorePartition } from './public/score.ts'
import { publicSets } from './public/sets.ts'

const file = join(
  import.meta.dirname,
  '../../datasets/benchmarks/historical-50k/data/historical_50k.csv',
)

/**
 * historical_50k (50,578 records of 5,156 people) from the file to the clusters. Splink gets the same file with the settings of its own documentation for that
 * very set, so the two do not compare the same pairs: how right each is stands beside how fast. Starting either program does not count.
 */
export function measureHistorical({ python }: BenchOptions): void {
  const own = figuresAlone('historical-alone', file)
  const peer =
    python === undefined
      ? {}
      : figuresOf(python, [join(import.meta.dirname, 'splink.py'), 'historical', file])
  printFigures('historical_50k', own, peer)
}

/** The part that is measured, with the settings that accuracy is measured with. */
export function resolveHistorical(): void {
  const { result, wall, processor } = timed(() => {
    const set = publicSets['historical-50k']?.()
    if (set === undefined) throw new Error('historical-50k is no public set')
    const resolved = resolve(identityTable(set.described), { seed: 1, pairBudget: 2_000_000 })
    return { ...resolved, truth: set.truth }
  })
  const megabytes = peakMegabytes()
  const truth = textColumn(result.truth).codes
  const { pairs } = scorePartition(result.clusterOf, truth, () => true)
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
