import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import Papa from 'papaparse'

import { toKey } from '../../server/domain/keys.ts'
import { readApplicants } from '../../server/jobs/applicants.ts'
import { linkMinimum, ringThreshold } from '../../server/jobs/thresholds.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { measure, type Score } from '../../server/rings/accuracy.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import type { ControllerTruth } from '../../server/rings/truth.ts'

/**
 * `npm run accuracy -- NAME`: how right the links and rings of one set are, as a line of JSON for each figure. NAME is a folder of
 * `datasets/samples`, `demo`, or `laboratory-world`, with `--evasion 4` or `--seed 9` for another market. Whole pipeline, no store.
 */
const [name = 'early-learning-sites', ...options] = process.argv.slice(2)
const temporary = await mkdtemp(join(tmpdir(), 'revenant-accuracy-'))
try {
  await run(name === 'laboratory-world' ? world(temporary, options) : sampleFolder(name))
} finally {
  await rm(temporary, { recursive: true })
}

async function run(folder: string): Promise<void> {
  const { evidence, asOf } = await readApplicants(join(folder, 'data'), {
    nodes: [],
    edges: [],
    decisions: [],
  })
  const truth = await readTruth(join(folder, 'truth', 'truth.csv'))
  const started = process.cpuUsage()
  const { links, pairsCompared } = linkShops(evidence, {
    asOf,
    threshold: ringThreshold,
    minimum: linkMinimum,
  })
  const { user, system } = process.cpuUsage(started)
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
  const rings = findRings({ links, shops }, { threshold: ringThreshold, seed: 1, maxSize: 40 })
  print('shops', shops.length, 'count')
  print('pairs compared', pairsCompared, 'count')
  print('links', links.length, 'count')
  print('rings', rings.length, 'count')
  print('linkage', (user + system) / 1e6, 'CPU seconds')
  const parts = { whole: truth, 'tuned on': half(truth, 0), 'held out': half(truth, 1) }
  for (const [part, rows] of Object.entries(parts)) {
    printScore(part, measure({ links, rings, truth: rows, threshold: ringThreshold }))
  }
}

/** Controllers split by the hash of their name, so that what was tuned on one half is checked on the other. */
function half(truth: readonly ControllerTruth[], which: 0 | 1): ControllerTruth[] {
  return truth.filter(({ controller }) => {
    const first = createHash('sha256').update(controller).digest()[0] ?? 0
    return first % 2 === which
  })
}

function sampleFolder(set: string): string {
  return resolve('datasets', set === 'demo' ? set : join('samples', set))
}

function world(out: string, args: readonly string[]): string {
  const script = resolve('test', 'bench', 'laboratory-world.mjs')
  execFileSync(process.execPath, [script, '--out', out, ...args], { stdio: 'ignore' })
  return out
}

async function readTruth(path: string): Promise<ControllerTruth[]> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  return data.map(({ platform, shop_id, controller = '', predecessor }) => {
    const shop = toKey(`${platform}/${shop_id}`)
    if (shop === undefined) throw new Error(`${path} names no shop in ${platform}/${shop_id}`)
    return { shop, controller, ...(predecessor && { predecessor: toKey(predecessor) }) }
  })
}

function printScore(part: string, score: Score): void {
  for (const [group, figures] of Object.entries(score)) {
    if (typeof figures === 'number') continue
    for (const [figure, value] of Object.entries(figures)) {
      if (value !== null)
        print(`${part}: ${group} ${figure}`, value, group === 'rings' ? 'shops' : 'share')
    }
  }
}

function print(figure: string, value: unknown, unit: string): void {
  const rounded = typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value
  process.stdout.write(`${JSON.stringify({ name: figure, value: rounded, unit })}\n`)
}
