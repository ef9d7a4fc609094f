import { join } from 'node:path'

import { type Applicants, readApplicants } from '../../server/jobs/applicants.ts'
import { linkMinimum, ringThreshold } from '../../server/jobs/thresholds.ts'
import { bitsOfPairs } from '../../server/linkage/bits-of-pairs.ts'
import { blockPairs } from '../../server/linkage/block.ts'
import { encode } from '../../server/linkage/encode.ts'
import { gapChances } from '../../server/linkage/gap.ts'
import { oneHand } from '../../server/linkage/hands.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { modelOf } from '../../server/linkage/model.ts'
import { pairTimes } from '../../server/linkage/pair-gaps.ts'
import { shopTimes } from '../../server/linkage/shop-times.ts'
import { weighAll } from '../../server/linkage/weigh-all.ts'
import { writeLinks } from '../../server/linkage/write-links.ts'
import { figuresAlone, printAlone, printFigures, runAlone, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { writeWorld } from './bench-world.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { forgetPeak, peakSince } from './peak-memory.ts'

/** Everything that says how fast linkage is; each part in a process of its own. */
export function measureLinkage({ typed }: BenchOptions): void {
  for (const part of ['historical', 'persons', 'kernels', 'shops']) runAlone(part, typed)
}

/**
 * The shop linkage on a generated world of `--shops N`: the whole of it, and by itself each stage that has its pairs or its shops to itself. Reading the
 * world does not count; the memory of the evidence does.
 */
export async function measureShops({ shops }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const world = join(folder, 'world')
    writeWorld(world, shops)
    const label = `generated world, ${shops} shops`
    printFigures(label, figuresAlone('shops-alone', world))
    printFigures(label, figuresAlone('shop-stages-alone', world))
  })
}

/** From the evidence to the links with all their reasons. */
export async function linkShopsWhole({ input }: BenchOptions): Promise<void> {
  const { evidence, asOf } = await readWorld(input)
  const held = forgetPeak()
  const options = { asOf, threshold: ringThreshold, minimum: linkMinimum }
  const { result, wall, processor } = timed(() => linkShops(evidence, options))
  printAlone({
    'pairs compared': [result.pairsCompared, 'count'],
    links: [result.links.length, 'count'],
    time: [wall, 'seconds'],
    processor: [processor, 'CPU seconds'],
    'memory of the evidence': [held, 'MB'],
    'memory at its peak': [peakSince(), 'MB'],
    'pairs a second': [result.pairsCompared / wall, 'pairs'],
  })
}

/**
 * Stage by stage, each once: linkage learns and scores twice, before and after holders are counted anew. Learning compares the pairs, which scoring then finds
 * compared.
 */
export async function shopStages({ input }: BenchOptions): Promise<void> {
  const { evidence, asOf } = await readWorld(input)
  forgetPeak()
  const encoding = timed(() => encode(evidence))
  const encoded = encoding.result
  const blocking = timed(() => blockPairs(encoded, []))
  const pairs = blocking.result
  const times = shopTimes(encoded.shops, evidence, asOf)
  const lives = timed(() => pairTimes(times, pairs))
  const chances = gapChances(times)
  const seen = {
    ...{ encoded, pairs, hands: oneHand },
    ...{ lives: lives.result, times, gapChances: chances, labels: [] },
  }
  const learning = timed(() => modelOf(seen))
  const scoring = timed(() => bitsOfPairs(learning.result, seen))
  const { market, scored, returns } = weighAll(evidence, {
    asOf,
    threshold: ringThreshold,
    minimum: linkMinimum,
  })
  const writing = timed(() => writeLinks(market, scored, returns, linkMinimum))
  const stages = {
    encode: encoding,
    block: blocking,
    lives,
    learn: learning,
    score: scoring,
    links: writing,
  }
  printAlone(
    Object.fromEntries(
      Object.entries(stages).flatMap(([stage, { wall, processor }]) => [
        [`${stage}: time`, [wall, 'seconds']],
        [`${stage}: processor`, [processor, 'CPU seconds']],
        [`${stage}: pairs a second`, [pairs.left.length / wall, 'pairs']],
      ]),
    ),
  )
}

function readWorld(folder: string): Promise<Applicants> {
  return readApplicants(join(folder, 'data'), { nodes: [], edges: [], decisions: [] })
}
