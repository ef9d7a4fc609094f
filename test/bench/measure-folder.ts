import { join } from 'node:path'

import { readApplicants } from '../../server/jobs/applicants.ts'
import { ringThreshold } from '../../server/jobs/thresholds.ts'
import { readTruth } from '../../server/jobs/truth.ts'
import type { WorldOptions } from '../../server/jobs/world/plan.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'
import { measure, type Score } from '../../server/rings/accuracy.ts'
import { calibration } from '../../server/rings/score/calibration.ts'
import { trapPairs } from '../../server/rings/score/trap-pairs.ts'
import type { ControllerTruth, Truth } from '../../server/rings/truth.ts'
import { type Figure, flattened, print } from './figures.ts'
import { joinedRings } from './joined-rings.ts'
import { type LinkedWorld, linkWorld } from './link-world.ts'
import { madeWorld } from './made-world.ts'
import type { MeasuredWorld, Study } from './measured-world.ts'
import { printBeside, printScores } from './print-scores.ts'
import { handRules, raritySum } from './rarity-sum.ts'

/** Rows of truth that are scored by themselves, by the name of the part. */
export type Parts = (
  truth: readonly Truth[],
  decisions: Evidence['decisions'],
) => Readonly<Record<string, readonly Truth[]>>

interface FolderOptions {
  /** Begins every name. */
  readonly label: string
  readonly parts: Parts
  /** With what the folder was generated, if it was. */
  readonly made?: WorldOptions | undefined
  /** What else to find out, on the same reading. */
  readonly studies?: readonly Study[]
}

/**
 * Reads `folder/data` as the command line would, runs linkage and rings without a store, and prints every figure against `folder/truth`, with
 * those of the yardsticks beside it.
 */
export async function measureFolder(
  folder: string,
  { label, parts, made, studies = [] }: FolderOptions,
): Promise<void> {
  const { evidence, asOf } = await readApplicants(join(folder, 'data'), {
    nodes: [],
    edges: [],
    decisions: [],
  })
  const truth = await readTruth(join(folder, 'truth', 'truth.csv'))
  const started = process.cpuUsage()
  const full = linkWorld(evidence, { asOf })
  const { user, system } = process.cpuUsage(started)
  const world: MeasuredWorld = {
    label,
    evidence,
    asOf,
    truth: truth.filter((row): row is ControllerTruth => 'controller' in row),
    parts: parts(truth, evidence.decisions),
    full,
    made: made && madeWorld(made),
  }
  printCounts(world, (user + system) / 1e6)
  printParts(world)
  printTraps(world)
  for (const study of studies) study(world)
}

function printCounts({ label, evidence, full }: MeasuredWorld, seconds: number): void {
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop').length
  const counts: readonly Figure[] = [
    { name: 'shops', value: shops, unit: 'count' },
    { name: 'decisions', value: evidence.decisions.length, unit: 'count' },
    { name: 'pairs compared', value: full.rated.compared, unit: 'count' },
    { name: 'links', value: full.links.length, unit: 'count' },
    { name: 'rings', value: full.rings.length, unit: 'count' },
    { name: 'linkage', value: seconds, unit: 'CPU seconds' },
  ]
  for (const figure of counts) print({ ...figure, name: `${label}${figure.name}` })
}

function printParts({ label, evidence, parts, full }: MeasuredWorld): void {
  const yardsticks = yardsticksOf(evidence)
  for (const [part, rows] of Object.entries(parts)) {
    printScores(`${label}${part}: `, scoreOf(full, rows), yardsticks(rows))
    const shops = rows.filter((row): row is ControllerTruth => 'controller' in row)
    const told = flattened('calibration of links', calibration(full.links, shops))
    printBeside(`${label}${part}: `, told, {})
  }
}

/** The links at the product's own threshold; calibration and the likeliest return are over all that was weighed. */
export function scoreOf({ links, rings, rated }: LinkedWorld, truth: readonly Truth[]): Score {
  return measure({ links, rings, truth, threshold: ringThreshold, candidates: rated.candidates })
}

/** Of all pairs that a trap makes, those taken for one controller's. */
function printTraps({ label, truth, full, made }: MeasuredWorld): void {
  if (made === undefined) return
  for (const { trap, ...counts } of trapPairs(made.trapGroups, full.links, truth, ringThreshold))
    printBeside(label, flattened(`pairs of trap ${trap}`, counts), {})
}

/** The scores of the rules settled by hand, by rule, on the same evidence and the same rows of truth. */
function yardsticksOf(
  evidence: Evidence,
): (truth: readonly Truth[]) => Readonly<Record<string, Score>> {
  const found = Object.entries(handRules).map(([name, rule]) => {
    const links = raritySum(evidence, rule)
    return { name, links, rings: joinedRings(links, ringThreshold) }
  })
  return (truth) =>
    Object.fromEntries(
      found.map(({ name, links, rings }) => [
        name,
        measure({ links, rings, truth, threshold: ringThreshold }),
      ]),
    )
}
