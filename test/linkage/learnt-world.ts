import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { Link } from '../../server/domain/link.ts'
import { readApplicants } from '../../server/jobs/applicants.ts'
import { linkMinimum, ringThreshold } from '../../server/jobs/thresholds.ts'
import { readTruth } from '../../server/jobs/truth.ts'
import type { WorldOptions } from '../../server/jobs/world/plan.ts'
import { type Evidence, type Linkage, linkShops } from '../../server/linkage/link-shops.ts'
import type { LinkOptions } from '../../server/linkage/weigh-all.ts'
import { worldFiles } from '../support/world-files.ts'

/** A generated world as linkage sees it, large enough to learn from. */
export interface World {
  readonly evidence: Evidence
  readonly options: LinkOptions
  /** By shop key. */
  readonly controllerOf: ReadonlyMap<string, string>
}

export interface LearntWorld extends World {
  readonly linkage: Linkage
}

/** How long one world may take on a busy machine, in milliseconds; a few seconds on an idle one. */
export const patience = 240_000

let shared: Promise<LearntWorld> | undefined

/** One world for all tests that need learnt weights: making and learning it takes longer than they do. */
export function learntWorld(): Promise<LearntWorld> {
  shared ??= readWorld({ shops: 2500, seed: 3, evasion: 1, twin: false, labels: 0 }).then(
    (world) => ({ ...world, linkage: linkShops(world.evidence, world.options) }),
  )
  return shared
}

export async function readWorld(options: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'revenant-world-'))
  try {
    for (const [path, text] of worldFiles(options).files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const nothing = { nodes: [], edges: [], decisions: [] }
    const { evidence, asOf } = await readApplicants(join(folder, 'data'), nothing)
    const truth = await readTruth(join(folder, 'truth', 'truth.csv'))
    return {
      evidence,
      options: { asOf, threshold: ringThreshold, minimum: linkMinimum },
      controllerOf: new Map(
        truth.flatMap((row) => ('shop' in row ? [[row.shop, row.controller]] : [])),
      ),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Pairs that are told to have one controller at the threshold or above it, by either kind of link that says so; each in one order. */
export function linkedPairs(links: readonly Link[], threshold: number): ReadonlySet<string> {
  return new Set(
    links
      .filter(({ kind, probability }) => kind !== 'shares_supply' && threshold <= probability)
      .map(({ from, to }) => [from, to].toSorted().join(' ')),
  )
}
