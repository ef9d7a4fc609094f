import { spawnSync } from 'node:child_process'

import { labelledSitesFigures } from './labelled-sites.ts'
import { type Figure, measureSet } from './measure.ts'
import { publicSets } from './sets.ts'
import { transactionsFigures } from './transactions.ts'

/** Benchmarks with tables or labels of their own. */
const others: Readonly<Record<string, () => Generator<Figure>>> = {
  'labelled-sites': labelledSitesFigures,
  transactions: transactionsFigures,
}

/**
 * `npm run accuracy -- public [SET…]`: resolves public sets whose truth is known, one line of JSON a figure. Each set has a process of its
 * own, so that no set's memory counts for another. No labels are used but in `labelled-sites`.
 */
export async function measurePublic(names: readonly string[]): Promise<void> {
  const [only] = names
  if (names.length === 1 && only !== undefined) {
    for (const figure of others[only]?.() ?? measureSet(only)) print(figure)
    return
  }
  const all = [...Object.keys(publicSets), ...Object.keys(others)]
  for (const name of names.length === 0 ? all : names) runAlone(name)
}

function runAlone(name: string): void {
  const script = process.argv[1] ?? ''
  const { status } = spawnSync(process.execPath, [...process.execArgv, script, 'public', name], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

function print({ name, value, unit }: Figure): void {
  const rounded = Math.round(value * 1e4) / 1e4
  process.stdout.write(`${JSON.stringify({ name, value: rounded, unit })}\n`)
}
