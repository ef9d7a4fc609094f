import { join } from 'node:path'

import { EpochMs, IsoDate, Sha256 } from '../../server/domain/units.ts'
import { keepRings } from '../../server/jobs/keep-rings.ts'
import { ringThreshold } from '../../server/jobs/thresholds.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { openStore } from '../../server/store/open-store.ts'
import { figuresAlone, peakMegabytes, printAlone, printFigures } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { manyLinks } from './many-links.ts'
import { workerFlags } from './worker-flags.ts'

const usualShops = 1_000_000
const seed = 1
const asOf = IsoDate.parse('2025-03-31')

/**
 * From links to published rings, as a detection job does it once linkage is done: rings found, divided, described and ranked, given their ids, and published with all links in an embedded store. A process of its own, with
 * made links among `--shops N`, a million unless said.
 */
export async function measureRingsAtScale({ shops, typed }: BenchOptions): Promise<void> {
  const wanted = typed.includes('--shops') ? shops : usualShops
  await inTemporaryFolder(async (folder) => {
    const input = `${wanted} ${join(folder, 'store')}`
    printFigures(
      `rings at scale, ${wanted} shops`,
      figuresAlone('rings-at-scale-alone', input, workerFlags()),
    )
  })
}

export async function ringsAtScaleAlone({ input }: BenchOptions): Promise<void> {
  const [count = '', folder = ''] = input.split(' ')
  const { shops, links } = manyLinks(Number(count), seed)
  const made = peakMegabytes()
  await using store = await openStore(folder, {})
  const started = performance.now()
  const before = process.cpuUsage()
  const found = findRings({ links, shops }, { threshold: ringThreshold, seed, maxSize: 40 })
  const toRings = performance.now()
  const { rings, lineage } = await keepRings(store, {
    rings: found,
    links,
    shops: shops.map(({ key }) => key),
    rescored: [],
    threshold: ringThreshold,
    asOf,
  })
  const toKept = performance.now()
  const contents = { links: [...links], rings: [...rings], attributions: [], lineage }
  await store.publishRun(draftOf(shops.length, links.length, rings.length), contents)
  const ended = performance.now()
  const { user, system } = process.cpuUsage(before)
  printAlone({
    links: [links.length, 'count'],
    rings: [rings.length, 'count'],
    'rings found': [(toRings - started) / 1000, 'seconds'],
    'ids and lineage': [(toKept - toRings) / 1000, 'seconds'],
    'run published': [(ended - toKept) / 1000, 'seconds'],
    whole: [(ended - started) / 1000, 'seconds'],
    processor: [(user + system) / 1e6, 'CPU seconds'],
    'memory of the links': [made, 'MB'],
    'memory at its peak': [peakMegabytes(), 'MB'],
  })
}

function draftOf(shops: number, links: number, rings: number) {
  const counts = { shops, closures: 0, pairsCompared: 0, links, cameBack: 0, rings, largestRing: 0 }
  return {
    at: EpochMs.parse(0),
    asOf,
    model: 'made',
    seed,
    threshold: ringThreshold,
    graph: Sha256.parse('0'.repeat(64)),
    summary: { ...counts, proposedBridges: 0, genericValues: 0 },
  }
}
