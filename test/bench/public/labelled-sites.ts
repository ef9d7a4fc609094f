import { joinClusters } from '../../../server/linkage/identities/join-clusters.ts'
import { joinRecords } from '../../../server/linkage/identities/join-records.ts'
import { resolve } from '../../../server/linkage/identities/resolve.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { identityTable } from './identity-table.ts'
import { drawLabels, randomHalf } from './labelled-draw.ts'
import { weighLabelled } from './labelled-weigh.ts'
import type { Figure } from './measure.ts'
import { type PartitionScore, scorePartition } from './score.ts'
import { publicSets } from './sets.ts'
import { halfOf } from './transactions-half.ts'

const seeds = [1, 2, 3, 4]
/** Labels of pairs of one organization, and as many of two. */
const each = 30
const engine = { seed: 1, pairBudget: 2_000_000 }
const recordOptions = { above: 0, unseen: -1, most: 20, least: -5 }
const clusterOptions = { comparedFrom: -6, above: 0, best: 0.3, mostCrossPairs: 400 }

/**
 * Resolves the sites with a few labels, once for each of four seeds. A seed picks a random half of the organizations, and labels are of pairs within that
 * half: `others` are all organizations of the other half, `others, held out` those of them on whose figures no setting was
 * chosen (the hash of the name tells, as without labels), `all` the whole table, labels included. `without labels` is the same
 * partition for all seeds, scored on the same records. In the two parts, pairs of a counted and an uncounted record do not count; in `all` every pair does.
 */
export function* labelledSitesFigures(): Generator<Figure> {
  const runs = seeds.map(runSeed(readSites()))
  for (const [place, figures] of runs.entries())
    for (const { name, ...figure } of figures)
      yield { name: `labelled sites, seed ${seeds[place]}: ${name}`, ...figure }
  for (const [place, { name, unit }] of (runs[0] ?? []).entries()) {
    const value = runs.reduce((sum, figures) => sum + (figures[place]?.value ?? 0), 0)
    yield { name: `labelled sites, mean: ${name}`, value: value / runs.length, unit }
  }
}

type Sites = ReturnType<typeof readSites>

function readSites() {
  const set = publicSets.sites?.()
  if (set === undefined) throw new Error('the public sets have no sites')
  const table = identityTable(set.described)
  const { codes, values } = textColumn(set.truth)
  return { table, codes, values, unlabelled: resolve(table, engine) }
}

function runSeed({ table, codes, values, unlabelled }: Sites): (seed: number) => Figure[] {
  const { pairs, weighed } = unlabelled
  return (seed) => {
    const trains = randomHalf(values.length, seed)
    const drawn = { pairs, bits: weighed.bits, entityOf: codes, trains }
    const labels = drawLabels(drawn, each, seed)
    const better = weighLabelled(table, pairs, weighed, labels, engine.seed)
    const joined = joinRecords(table.records, pairs, better.bits, recordOptions)
    const clusterOf = joinClusters(joined, pairs, better, clusterOptions)
    const heldOut = values.map((name) => halfOf(name) === 1)
    const parts: Record<string, (entity: number) => boolean> = {
      others: (entity) => trains[entity] === false,
      'others, held out': (entity) => trains[entity] === false && heldOut[entity] === true,
      all: () => true,
    }
    const scores = Object.entries(parts).flatMap(([part, counts]) => {
      const isCounted = (record: number) => counts(codes[record] as number)
      return [
        ...scoreFigures(part, scorePartition(clusterOf, codes, isCounted)),
        ...scoreFigures(
          `${part}, without labels`,
          scorePartition(unlabelled.clusterOf, codes, isCounted),
        ),
      ]
    })
    return [{ name: 'labels', value: labels.pair.length, unit: 'count' }, ...scores]
  }
}

function scoreFigures(part: string, { pairs, bCubed }: PartitionScore): Figure[] {
  return Object.entries({ pairs, 'B-cubed': bCubed }).flatMap(([group, own]) =>
    Object.entries(own).map(([figure, value]) => ({
      name: `${part}: ${group} ${figure}`,
      value: value as number,
      unit: 'share',
    })),
  )
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, value, unit } of labelledSitesFigures()) {
    const rounded = Math.round(value * 1e4) / 1e4
    process.stdout.write(`${JSON.stringify({ name, value: rounded, unit })}\n`)
  }
}
