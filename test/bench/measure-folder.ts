import { join } from 'node:path'

import type { Probability } from '../../server/domain/units.ts'
import { readApplicants } from '../../server/jobs/applicants.ts'
import { linkMinimum, ringThreshold } from '../../server/jobs/thresholds.ts'
import { readTruth } from '../../server/jobs/truth.ts'
import { type Evidence, linkShops } from '../../server/linkage/link-shops.ts'
import { measure, type Score } from '../../server/rings/accuracy.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import type { Truth } from '../../server/rings/truth.ts'
import { type Figure, figuresOf, print } from './figures.ts'
import { joinedRings } from './joined-rings.ts'
import { handRules, raritySum } from './rarity-sum.ts'

/** The likeliest return of a closed shop counts for "top 1" even where it is too improbable to be told. */
const likeliestMinimum = 0.01 as Probability

/** Rows of truth that are scored by themselves, by the name of the part. */
export type Parts = (
  truth: readonly Truth[],
  decisions: Evidence['decisions'],
) => Readonly<Record<string, readonly Truth[]>>

/**
 * Reads `folder/data` as the command line would, runs linkage and rings without a store, and prints every figure against `folder/truth`, with
 * those of the yardsticks beside it. `label` begins every name.
 */
export async function measureFolder(folder: string, label: string, parts: Parts): Promise<void> {
  const { evidence, asOf } = await readApplicants(join(folder, 'data'), {
    nodes: [],
    edges: [],
    decisions: [],
  })
  const truth = await readTruth(join(folder, 'truth', 'truth.csv'))
  const started = process.cpuUsage()
  const { links: every, pairsCompared } = linkShops(evidence, {
    asOf,
    threshold: ringThreshold,
    minimum: likeliestMinimum,
  })
  const links = every.filter(({ probability }) => linkMinimum <= probability)
  const { user, system } = process.cpuUsage(started)
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
  const rings = findRings({ links, shops }, { threshold: ringThreshold, seed: 1, maxSize: 40 })
  const counts: readonly Figure[] = [
    { name: 'shops', value: shops.length, unit: 'count' },
    { name: 'decisions', value: evidence.decisions.length, unit: 'count' },
    { name: 'pairs compared', value: pairsCompared, unit: 'count' },
    { name: 'links', value: links.length, unit: 'count' },
    { name: 'rings', value: rings.length, unit: 'count' },
    { name: 'linkage', value: (user + system) / 1e6, unit: 'CPU seconds' },
  ]
  for (const figure of counts) print({ ...figure, name: `${label}${figure.name}` })
  const yardsticks = yardsticksOf(evidence)
  for (const [part, rows] of Object.entries(parts(truth, evidence.decisions))) {
    const ours = measure({ links, rings, truth: rows, threshold: ringThreshold })
    const likeliest = measure({ links: every, rings, truth: rows, threshold: ringThreshold })
    const { top1, top1SameController } = likeliest.succession
    const succession = { ...ours.succession, top1, top1SameController }
    printScores(`${label}${part}: `, { ...ours, succession }, yardsticks(rows))
  }
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

function printScores(
  label: string,
  ours: Score,
  yardsticks: Readonly<Record<string, Score>>,
): void {
  const others = Object.entries(yardsticks).map(([method, score]) => ({
    method,
    values: new Map(figuresOf(score).map(({ name, value }) => [name, value])),
  }))
  for (const figure of figuresOf(ours)) {
    const beside = others.map(({ method, values }) => [method, values.get(figure.name)])
    print({ ...figure, name: `${label}${figure.name}` }, Object.fromEntries(beside))
  }
}
