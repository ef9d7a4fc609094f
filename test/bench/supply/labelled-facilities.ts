import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Papa from 'papaparse'

import { mulberry32 } from '../../../server/domain/random.ts'
import { fitSlopes } from '../../../server/linkage/calibrate/fit-slopes.ts'
import { likenessBits } from '../../../server/linkage/identities/factory-bits.ts'
import { factoryShapes } from '../../../server/linkage/identities/factory-likeness.ts'
import type { Figure } from '../figures.ts'

/** Two factories as two lists have them, and whether people say that they are one. */
export interface LabelledPair {
  readonly likeness: readonly number[]
  readonly same: boolean
  /** Pairs that have a factory in common, whole or by way of others, are of one group: never on both sides of a fold. */
  readonly group: number
}

const folds = 10
const shuffles = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const prior = { mean: 0.5, meanSpread: 0.5, spread: 0.5, offsetSpread: 4 }
const file = join(import.meta.dirname, '../../../datasets/benchmarks/facility-pairs/data/pairs.csv')

/**
 * Cross-validation on the labelled pairs of the Open Apparel Registry: each of ten folds is told by weights fitted on the other nine, ten times with folds drawn
 * anew. Which likenesses there are and from where a number counts as a postcode was chosen with an eye on the first of them.
 */
export function facilityFigures(): Figure[] {
  const pairs = readPairs()
  const scores = shuffles.map((seed) => scoreFolds(pairs, seed))
  const mean = (of: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length
  return [
    { name: 'pairs', value: pairs.length, unit: 'count' },
    { name: 'precision', value: mean(({ right, told }) => right / told), unit: 'share' },
    { name: 'recall', value: mean(({ right, same }) => right / same), unit: 'share' },
    { name: 'F1', value: mean(f1), unit: 'share' },
    { name: 'F1, lowest of ten', value: Math.min(...scores.map(f1)), unit: 'share' },
  ]
}

interface Score {
  readonly right: number
  readonly told: number
  readonly same: number
}

function f1({ right, told, same }: Score): number {
  return (2 * right) / (told + same)
}

function scoreFolds(pairs: readonly LabelledPair[], seed: number): Score {
  const random = mulberry32(seed)
  const groups = [...new Set(pairs.map(({ group }) => group))]
  const turns = groups.map((group) => ({ group, turn: random() }))
  const order = turns.toSorted((a, b) => a.turn - b.turn).map(({ group }) => group)
  const foldOf = new Map(order.map((group, place) => [group, place % folds]))
  let [right, told] = [0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const isTested = ({ group }: LabelledPair) => foldOf.get(group) === fold
    const tells = fitOn(pairs.filter((pair) => !isTested(pair)))
    const saidSame = pairs.filter((pair) => isTested(pair) && tells(pair))
    told += saidSame.length
    right += saidSame.filter(({ same }) => same).length
  }
  return { right, told, same: pairs.filter(({ same }) => same).length }
}

function fitOn(pairs: readonly LabelledPair[]): (pair: LabelledPair) => boolean {
  const { alpha, slopes } = fitSlopes(
    {
      bits: Float64Array.from(pairs.flatMap(({ likeness }) => [...likeness])),
      channels: pairs[0]?.likeness.length ?? 0,
      outcomes: Uint8Array.from(pairs, ({ same }) => Number(same)),
      weights: new Float64Array(pairs.length).fill(1),
      priorBits: 0,
    },
    prior,
  )
  return ({ likeness }) => 0 < likenessBits(likeness, alpha, slopes)
}

function readPairs(): LabelledPair[] {
  const { data } = Papa.parse<Readonly<Record<string, string>>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const sides = data.flatMap((row) =>
    ['a', 'b'].map((side) => ({
      name: row[`${side}_name`] ?? '',
      address: row[`${side}_address`] ?? '',
    })),
  )
  const { likeness } = factoryShapes(sides)
  const ids = data.map((row) => [row.a_id ?? '', row.b_id ?? ''] as const)
  const groups = groupsOf(ids)
  return data.map(({ label }, place) => ({
    likeness: likeness(2 * place, 2 * place + 1),
    same: label === 'match',
    group: groups[place] ?? place,
  }))
}

/** By pair, the first pair of its group. */
export function groupsOf(ids: readonly (readonly [string, string])[]): number[] {
  const groups = ids.map((_, place) => place)
  for (const [place, own] of ids.entries()) {
    const touching = ids.flatMap((other, at) =>
      at < place && other.some((id) => own.includes(id)) ? [groups[at] ?? at] : [],
    )
    const first = Math.min(place, ...touching)
    for (const [at, group] of groups.entries())
      if (at === place || touching.includes(group)) groups[at] = first
  }
  return groups
}
