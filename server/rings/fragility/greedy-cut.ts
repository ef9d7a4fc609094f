import type { Resting, RestingStep } from './resting-facts.ts'
import { stands } from './standing.ts'

/** Ways to part a ring are tried, those that the fewest steps cross first, until this many steps were looked at. */
const stepsTried = 1_500

/**
 * A set of facts without which the ring falls in two, in order; undefined where it stands without any. Not always the smallest: for every shop by itself and for both
 * sides of every step of a surest spanning tree, facts are taken that weaken the steps between the sides most, and those that turn out not to be needed are put back.
 */
export function greedyCut(
  keys: readonly string[],
  resting: Resting,
  line: number,
): readonly number[] | undefined {
  const ways = sidesOf(keys, resting.steps)
    .map((side) => resting.steps.filter(({ a, b }) => side.has(a) !== side.has(b)))
    .toSorted((x, y) => x.length - y.length)
  let left = stepsTried
  return ways
    .filter((crossing) => {
      left -= crossing.length
      return 0 <= left + crossing.length
    })
    .flatMap((crossing) => {
      const cover = coverOf(crossing, resting.facts.length, line)
      return cover === undefined ? [] : [cover]
    })
    .reduce<readonly number[] | undefined>(
      (best, cover) => (best === undefined || cover.length < best.length ? cover : best),
      undefined,
    )
}

function sidesOf(keys: readonly string[], steps: readonly RestingStep[]): ReadonlySet<string>[] {
  // All sides of two shops are one.
  if (keys.length === 2) return [new Set(keys.slice(0, 1))]
  const neighbors = new Map<string, string[]>(keys.map((key) => [key, []]))
  const tree = spanningTree(keys, steps)
  for (const { a, b } of tree) {
    neighbors.get(a)?.push(b)
    neighbors.get(b)?.push(a)
  }
  return [
    ...keys.map((key) => new Set([key])),
    ...tree.map((cut) => sideOf(cut.a, cut.b, neighbors)),
  ]
}

/** What a tree holds on the side of `from` when its edge to `beyond` is cut. */
function sideOf(
  from: string,
  beyond: string,
  neighbors: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const side = new Set([from])
  for (const key of side) {
    for (const next of neighbors.get(key) ?? [])
      if (!(key === from && next === beyond)) side.add(next)
  }
  return side
}

/** Steps come surest first, so that those which join two pieces make a surest tree (Kruskal). */
function spanningTree(keys: readonly string[], steps: readonly RestingStep[]): RestingStep[] {
  const pieceOf = new Map(keys.map((key) => [key, key]))
  const rootOf = (key: string): string => {
    const parent = pieceOf.get(key) ?? key
    return parent === key ? key : rootOf(parent)
  }
  return steps.filter(({ a, b }) => {
    const [one, other] = [rootOf(a), rootOf(b)]
    pieceOf.set(one, other)
    return one !== other
  })
}

/** Facts without which none of the steps stands, in order; undefined where one stands without any fact. */
function coverOf(
  crossing: readonly RestingStep[],
  facts: number,
  line: number,
): number[] | undefined {
  const removed = new Set<number>()
  let standing = crossing
  while (standing.length > 0) {
    const next = mostWeakening(standing, removed, facts, line)
    if (next === undefined) return undefined
    removed.add(next)
    standing = standing.filter((step) => stands(step, removed, line))
  }
  for (const fact of [...removed]) {
    removed.delete(fact)
    if (crossing.some((step) => stands(step, removed, line))) removed.add(fact)
  }
  return [...removed].toSorted((x, y) => x - y)
}

/** The fact that takes most from the steps, of each no more than it has above the line; of equals the first. */
function mostWeakening(
  standing: readonly RestingStep[],
  removed: ReadonlySet<number>,
  facts: number,
  line: number,
): number | undefined {
  const taken = new Float64Array(facts)
  for (const step of standing) takeFrom(step, removed, line, taken)
  const most = taken.reduce((best, own) => Math.max(best, own), 0)
  return most === 0 ? undefined : taken.indexOf(most)
}

/** Adds to what each fact takes, what it takes from one step. */
function takeFrom(
  { base, supports, decision, decidedBits }: RestingStep,
  removed: ReadonlySet<number>,
  line: number,
  taken: Float64Array,
): void {
  let spoken = 0
  for (const { fact, bits } of supports) if (!removed.has(fact)) spoken += bits
  const above = Math.max(base + decidedBits + spoken - line, 1)
  for (const { fact, bits } of supports)
    if (!removed.has(fact)) taken[fact] = (taken[fact] as number) + Math.min(bits, above)
  if (decision !== undefined && !removed.has(decision))
    taken[decision] = (taken[decision] as number) + above
}
