import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { WorldOptions } from '../../server/jobs/world/plan.ts'
import { worldHashes } from '../support/world-files.ts'

/**
 * `node --import tsx test/bench/world-hashes.ts` writes test/golden/world-hashes.json: the SHA-256 of every file of the worlds that accuracy is
 * measured on, so that anybody can see that the generator did not change after a score was known. Takes some minutes.
 */
const sizes = [10_000, 100_000]
const seeds = [1, 2, 3]
const evasions = [1, 4]

const measured = sizes.flatMap((shops) =>
  seeds.flatMap((seed) =>
    evasions.map((evasion): WorldOptions => ({ shops, seed, evasion, twin: false, labels: 0.1 })),
  ),
)
const twin: WorldOptions = { shops: 10_000, seed: 1, evasion: 1, twin: true, labels: 0.1 }
const worlds = [...measured, twin].map((options) => {
  process.stderr.write(`${JSON.stringify(options)}\n`)
  return { options, sha256: worldHashes(options) }
})
const target = join(import.meta.dirname, '../golden/world-hashes.json')
writeFileSync(target, `${JSON.stringify(worlds, undefined, 2)}\n`)
