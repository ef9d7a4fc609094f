import { compareText } from '../../domain/canonical.ts'
import type { Fragility } from '../../domain/ring-fragility.ts'
import { probabilityToBits } from '../../domain/units.ts'
import { piecesOf } from '../pieces.ts'
import type { Step } from '../steps.ts'
import { greedyCut } from './greedy-cut.ts'
import { type Resting, type RestingStep, restingFacts } from './resting-facts.ts'
import { stands } from './standing.ts'

/** Sets of facts that are tried at most before the smallest one found is told as a bound. */
const setsTried = 3_000

/**
 * The fewest facts without which a ring falls apart, or undefined where it stands without any.
 *
 * A smallest labelled cut (facts are labels, and a step needs several of them gone), which is hard to find (Zhang and Fu 2016,
 * Theoretical Computer Science 648, 72–83): a greedy set bounds it from above, and all smaller sets are tried by size, which proves it for small rings; where that takes too many, `atLeast` says how far the proof goes.
 */
export function fragilityOf(
  shops: readonly string[],
  steps: readonly Step[],
  threshold: number,
): Fragility | undefined {
  const line = probabilityToBits(threshold)
  const keys = shops.toSorted(compareText)
  const resting = restingFacts(steps)
  const bound = greedyCut(keys, resting, line)
  if (bound === undefined) return undefined
  const { found, atLeast } = smallest(keys, resting, line, bound)
  return {
    facts: found.flatMap((place) => resting.facts[place] ?? []),
    atLeast,
    apart: apartWithout(keys, resting, line, found),
  }
}

/** The first set by size, then by places, that is smaller than the bound; all those of `atLeast` - 1 facts and fewer were tried. */
function smallest(
  keys: readonly string[],
  resting: Resting,
  line: number,
  bound: readonly number[],
): { found: readonly number[]; atLeast: number } {
  const { facts } = resting
  if (bound.length <= 1) return { found: bound, atLeast: bound.length }
  const restingOn = stepsByFact(resting)
  let tried = 0
  for (let size = 1; size < bound.length; size += 1) {
    tried += combinations(facts.length, size)
    if (setsTried < tried) return { found: bound, atLeast: size }
    const set = Array.from({ length: size }, (_, place) => place)
    for (let isOne = true; isOne; isOne = advance(set, facts.length)) {
      const removed = new Set(set)
      // Most sets break no step at all, which is quickly seen.
      if (!set.some((place) => isBroken(restingOn[place] ?? [], removed, line))) continue
      if (piecesWithout(keys, resting, line, set).length > 1) return { found: set, atLeast: size }
    }
  }
  return { found: bound, atLeast: bound.length }
}

function isBroken(
  steps: readonly RestingStep[],
  removed: ReadonlySet<number>,
  line: number,
): boolean {
  return steps.some((step) => !stands(step, removed, line))
}

/** By place, the steps that rest on a fact. */
function stepsByFact({ facts, steps }: Resting): RestingStep[][] {
  const byFact = facts.map((): RestingStep[] => [])
  for (const step of steps) {
    for (const { fact } of step.supports) byFact[fact]?.push(step)
    if (step.decision !== undefined) byFact[step.decision]?.push(step)
  }
  return byFact
}

function combinations(of: number, size: number): number {
  let count = 1
  for (let n = 0; n < size; n += 1) count = (count * (of - n)) / (n + 1)
  return count
}

/** Makes of a set of places below `of` the next of its size, in order; false when it was the last. */
function advance(set: number[], of: number): boolean {
  let turning = set.length - 1
  while (0 <= turning && set[turning] === of - set.length + turning) turning--
  if (turning < 0) return false
  const next = (set[turning] as number) + 1
  for (let place = turning; place < set.length; place++) set[place] = next + place - turning
  return true
}

function piecesWithout(
  keys: readonly string[],
  { steps }: Resting,
  line: number,
  facts: readonly number[],
): string[][] {
  const removed = new Set(facts)
  return piecesOf(
    keys,
    steps.filter((step) => stands(step, removed, line)),
  )
}

/** All but the largest piece; of equals that with the first shop stays. */
function apartWithout(
  keys: readonly string[],
  resting: Resting,
  line: number,
  facts: readonly number[],
): string[] {
  // Of two that fall apart the first stays.
  if (keys.length === 2) return keys.slice(1)
  const pieces = piecesWithout(keys, resting, line, facts)
  const [largest] = pieces.toSorted(
    (x, y) => y.length - x.length || compareText(x[0] ?? '', y[0] ?? ''),
  )
  return keys.filter((key) => largest?.includes(key) !== true)
}
