import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { readApplicants } from '../../../server/jobs/applicants.ts'
import { samePlaces } from '../../../server/linkage/identities/same-places.ts'
import { supplyOf } from '../../../server/trace/supply.ts'
import { print } from '../figures.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { linkWorld } from '../link-world.ts'
import { facilityFigures } from '../supply/labelled-facilities.ts'
import { madeSupply } from '../supply/made-supply.ts'
import { supplyOverlay } from '../supply/overlay.ts'
import { ringFigures } from '../supply/ring-figures.ts'
import { saidOfRings } from '../supply/ring-sources.ts'
import { generate } from './worlds.ts'

/**
 * `npm run accuracy -- supply`: how right it is which factories are one, on labelled pairs, and which factories are behind rings, on generated worlds whose seeds (`--seeds`, 201 and 202) no weight was chosen
 * on; `--evasions` and `--shops` as in `worlds`. `as generated`: the factories that shops state, no more is on record. `with parcels`: parcels, test
 * buys, yards, hubs and telephones added, at rates that are assumptions.
 */
export async function measureSupply(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      seeds: { type: 'string', default: '201,202' },
      evasions: { type: 'string', default: '1,4' },
      shops: { type: 'string', default: '5000' },
    },
  })
  for (const figure of facilityFigures())
    print({ ...figure, name: `factories of two lists, cross-validated: ${figure.name}` })
  for (const seed of values.seeds.split(',').filter((own) => own !== '')) {
    for (const evasion of values.evasions.split(','))
      await inTemporaryFolder((folder) =>
        measureWorld(join(folder, 'world'), { seed, evasion, shops: values.shops }),
      )
  }
}

async function measureWorld(
  folder: string,
  options: Readonly<Record<'seed' | 'evasion' | 'shops', string>>,
): Promise<void> {
  generate(
    folder,
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  )
  const [seed, evasion, shops] = [options.seed, options.evasion, options.shops].map(Number)
  const made = { seed: seed ?? 0, evasion: evasion ?? 0, shops: shops ?? 0, twin: false, labels: 0 }
  const nobody = { nodes: [], edges: [], decisions: [] }
  const { evidence, asOf } = await readApplicants(join(folder, 'data'), nobody)
  const { rings } = linkWorld(evidence, { asOf })
  const truth = madeSupply(made, evidence)
  const overlay = supplyOverlay(truth, evidence, made.seed)
  const worlds = {
    'as generated': { nodes: [], edges: [], records: [] },
    'with parcels': overlay,
  }
  for (const [name, { nodes, edges, records }] of Object.entries(worlds)) {
    const all = [...evidence.nodes, ...nodes]
    const related = [...evidence.edges, ...edges]
    const supply = supplyOf({
      nodes: new Map(all.map((node) => [node.key, node])),
      edges: related,
      records,
      listings: evidence.listings,
      places: samePlaces(all, related),
    })
    for (const figure of ringFigures(saidOfRings(rings, supply, truth)))
      print({
        ...figure,
        name: `seed ${seed} evasion ${evasion}, factories of rings, ${name}: ${figure.name}`,
      })
  }
}
