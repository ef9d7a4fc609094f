import { join } from 'node:path'

import { textColumn } from '../../server/linkage/kernels/text-column.ts'
import { figuresAlone, figuresOf, printFigures } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { measureResolved } from './measure-resolved.ts'
import { identityTable } from './public/identity-table.ts'
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
      : figuresOf(python, [join(import.meta.dirname, 'peer-splink.py'), 'historical', file])
  printFigures('historical_50k', own, peer)
}

/** The part that is measured, with the settings that accuracy is measured with. */
export function resolveHistorical(): void {
  measureResolved(() => {
    const set = publicSets['historical-50k']?.()
    if (set === undefined) throw new Error('historical-50k is no public set')
    return { table: identityTable(set.described), truth: textColumn(set.truth).codes }
  }, 2_000_000)
}
