import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

import { rawBudget, rawRingsOfFile } from '../../server/jobs/raw-rings.ts'
import { capFor } from '../../server/rings/raw/cap.ts'
import { degreeOf, incidenceOf } from '../../server/rings/raw/incidence.ts'
import { projected } from '../../server/rings/raw/project.ts'
import { figuresAlone, peakMegabytes, printAlone, printFigures, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { type RawWorld, rawMixtures, rawWorld } from './raw-world.ts'

const seed = 101
const usualShops = 400_000

/**
 * Raw rings of `--shops N` (400,000 unless said) with hubs, lockers and coincidences: from a CSV file to rings in a process of its own, and the projection alone over everything under the cap, the gate left out, which is the
 * most that it is ever given; the quickest of three.
 */
export async function measureRawSpeed({ shops, typed }: BenchOptions): Promise<void> {
  const wanted = typed.includes('--shops') ? shops : usualShops
  const world = rawWorld({ shops: wanted, seed, ...rawMixtures.S4 })
  const label = `raw rings, ${wanted} shops`
  printFigures(label, projectionOf(world))
  await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'rows.csv')
    await writeRows(file, world)
    printFigures(label, figuresAlone('raw-rings-alone', file))
  })
}

export async function rawRingsAlone({ input }: BenchOptions): Promise<void> {
  const started = performance.now()
  const before = process.cpuUsage()
  const { rows, found } = await rawRingsOfFile(input, {
    columns: { shop: 'shop', kind: 'kind', value: 'value' },
    quarantine: `${input}.quarantine`,
    onProgress: () => undefined,
  })
  const { user, system } = process.cpuUsage(before)
  printAlone({
    memberships: [rows, 'count'],
    rings: [found.rings, 'count'],
    'file to rings': [(performance.now() - started) / 1000, 'seconds'],
    'file to rings, processor': [(user + system) / 1e6, 'CPU seconds'],
    'memory at its peak': [peakMegabytes(), 'MB'],
  })
}

function projectionOf(world: RawWorld) {
  const incidence = incidenceOf(world.shops, world.identifiers, world)
  const degrees = Int32Array.from({ length: world.identifiers }, (_, k) => degreeOf(incidence, k))
  const cap = capFor(degrees, rawBudget(incidence))
  const kept = Uint8Array.from(degrees, (degree) => Number(degree <= cap.degree))
  const once = () => timed(() => projected(incidence, kept)).processor
  const best = Math.min(once(), once(), once())
  return {
    'pairs projected': [cap.pairs, 'count'],
    projection: [cap.pairs / best / 1e6, 'million pairs a CPU second'],
  } as const
}

async function writeRows(path: string, { shop, identifier }: RawWorld): Promise<void> {
  const file = createWriteStream(path)
  const kinds = ['phone', 'email', 'account', 'device', 'address', 'registrant']
  file.write('shop,kind,value\n')
  for (const [row, own] of shop.entries()) {
    const what = identifier[row] ?? 0
    file.write(`shop-${own},${kinds[what % kinds.length]},value-${what}\n`)
  }
  file.end()
  await finished(file)
}
