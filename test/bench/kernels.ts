import { blockRecords } from '../../server/linkage/identities/block-records.ts'
import { kernelOf } from '../../server/linkage/identities/kernel-of.ts'
import { randomPairs } from '../../server/linkage/random-pairs.ts'
import { printFigures, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { identityTable } from './public/identity-table.ts'
import { publicSets } from './public/sets.ts'

/**
 * Pairs a second of one core that all channels of a public set (`--set NAME`) compare, for random pairs, where no two texts meet twice, and for blocked ones,
 * where they often do. Best of three, packing of texts included.
 *
 * @throws when no set has that name
 */
export function measureKernels({ set: name }: BenchOptions): void {
  const set = publicSets[name]?.()
  if (set === undefined) throw new Error(`no public set is called ${name}`)
  const table = identityTable(set.described)
  const samples = {
    random: randomPairs(table.records, 1, 1_000_000),
    blocked: blockRecords(table.rules, 2_000_000),
  }
  for (const [kind, { left, right }] of Object.entries(samples)) {
    const seconds = [0, 1, 2].map(
      () =>
        timed(() => {
          for (const channel of table.channels) kernelOf(channel).compare(left, right)
        }).processor,
    )
    const value = Math.round(left.length / Math.min(...seconds))
    const unit = `pairs a CPU second, ${table.channels.length} channels`
    printFigures(name, { [`${kind} pairs`]: [value, unit] })
  }
}
