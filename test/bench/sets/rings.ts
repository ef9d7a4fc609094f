import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { readApplicants } from '../../../server/jobs/applicants.ts'
import { rawBudget } from '../../../server/jobs/raw-rings.ts'
import { readTruth } from '../../../server/jobs/truth.ts'
import { findRawRings } from '../../../server/rings/raw/find-raw-rings.ts'
import { incidenceOf } from '../../../server/rings/raw/incidence.ts'
import { timed } from '../bench-figures.ts'
import { print } from '../figures.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { linkWorld } from '../link-world.ts'
import { scoreOf } from '../measure-folder.ts'
import { rawScore } from '../raw-score.ts'
import { rawMixtures, rawWorld } from '../raw-world.ts'
import { writeLaboratory } from './laboratory.ts'

/**
 * Rings by themselves: in bare memberships of both mixtures and both sizes, and in linked laboratory worlds. `--seeds 101,102` and `--sizes 50000,400000` choose the memberships, `--laboratory 7` the seed of the worlds,
 * `--evasions 1,4` how much changes there at a return; an empty list leaves that part out.
 */
export async function measureRingSets(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      seeds: { type: 'string', default: '101' },
      sizes: { type: 'string', default: '50000,400000' },
      laboratory: { type: 'string', default: '7' },
      evasions: { type: 'string', default: '1,4' },
    },
  })
  for (const seed of listed(values.seeds))
    for (const shops of listed(values.sizes)) measureRaw(Number(shops), Number(seed))
  for (const seed of listed(values.laboratory))
    for (const evasion of listed(values.evasions)) await measureLaboratoryRings(seed, evasion)
}

function listed(typed: string): string[] {
  return typed.split(',').filter((text) => text !== '')
}

function measureRaw(shops: number, seed: number): void {
  for (const [name, mixture] of Object.entries(rawMixtures)) {
    const world = rawWorld({ shops, seed, ...mixture })
    const { result: rings, processor } = timed(() => {
      const incidence = incidenceOf(world.shops, world.identifiers, world)
      return findRawRings(incidence, { budget: rawBudget(incidence), seed: 1 })
    })
    const whole = rawScore(rings.ringOf, world.controller)
    const byTwo = rings.ringOf.map((ring, shop) => (rings.heldByTwo[shop] === 1 ? ring : -1))
    const strict = rawScore(byTwo, world.controller)
    const label = `raw rings ${name}, ${shops} shops, seed ${seed}: `
    for (const part of ['f1', 'precision', 'recall'] as const) {
      print({ name: `${label}pairs ${part}`, value: whole[part], unit: 'share' })
      print({ name: `${label}held by two, pairs ${part}`, value: strict[part], unit: 'share' })
    }
    const candidates = rings.candidateOf.reduce((sum, ring) => sum + Number(0 <= ring), 0)
    print({ name: `${label}rings`, value: rings.rings, unit: 'count' })
    print({ name: `${label}candidates`, value: candidates, unit: 'count' })
    print({ name: `${label}time`, value: processor, unit: 'CPU seconds' })
  }
}

async function measureLaboratoryRings(seed: string, evasion: string): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    writeLaboratory(folder, ['--seed', seed, '--evasion', evasion])
    const nothing = { nodes: [], edges: [], decisions: [] }
    const { evidence, asOf } = await readApplicants(join(folder, 'data'), nothing)
    const truth = await readTruth(join(folder, 'truth', 'truth.csv'))
    const { bCubed, rings } = scoreOf(linkWorld(evidence, { asOf }), truth)
    const label = `linked rings, laboratory seed ${seed} evasion ${evasion}: `
    for (const part of ['f1', 'precision', 'recall'] as const)
      print({ name: `${label}B-cubed ${part}`, value: bCubed[part] ?? 0, unit: 'share' })
    print({ name: `${label}largest found`, value: rings.largest, unit: 'shops' })
    print({ name: `${label}largest true`, value: rings.largestTrue ?? 0, unit: 'shops' })
  })
}
