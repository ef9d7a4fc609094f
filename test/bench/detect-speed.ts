import { join } from 'node:path'

import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { worldEnds } from '../../server/jobs/world/calendar.ts'
import { openStore } from '../../server/store/open-store.ts'
import { figuresAlone, peakMegabytes, printAlone, printFigures, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { loadWorld, writeWorld } from './bench-world.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { workerFlags } from './worker-flags.ts'

/** A moment, as nothing here depends on the day. */
const at = EpochMs.parse(0)
const asOf = IsoDate.parse(worldEnds)

/**
 * The whole detection job on an embedded store, from the store to the published run, in a process of its own that may take as much memory as a heavy job: on a
 * generated world of `--shops N`, whose loading takes longer than the job and is timed beside it, or on a store that is there already, `--input FOLDER`,
 * which gets one more run.
 */
export async function measureDetect({ shops, input }: BenchOptions): Promise<void> {
  if (input !== '')
    return printFigures(`detection, ${input}`, figuresAlone('detect-alone', input, workerFlags()))
  await inTemporaryFolder(async (folder) => {
    const world = join(folder, 'world')
    const store = join(folder, 'store')
    writeWorld(world, shops)
    const { wall } = timed(() => loadWorld(world, store))
    const label = `detection, ${shops} shops`
    const own = figuresAlone('detect-alone', store, workerFlags())
    printFigures(label, { loading: [wall, 'seconds'], ...own })
  })
}

/** The job on a store that is filled. */
export async function detectAlone({ input }: BenchOptions): Promise<void> {
  await using store = await openStore(input, {})
  const started = performance.now()
  const before = process.cpuUsage()
  const { summary } = await detect(store, { asOf, at, onProgress: () => undefined })
  const { user, system } = process.cpuUsage(before)
  printAlone({
    time: [(performance.now() - started) / 1000, 'seconds'],
    processor: [(user + system) / 1e6, 'CPU seconds'],
    'memory at its peak': [peakMegabytes(), 'MB'],
    'pairs compared': [summary.pairsCompared, 'count'],
    links: [summary.links, 'count'],
    rings: [summary.rings, 'count'],
  })
}
