import { compareText } from '../domain/canonical.ts'
import type { Decision } from '../domain/decision.ts'
import { mulberry32 } from '../domain/random.ts'
import type { Run } from '../domain/run.ts'
import type { Runs, Store } from '../store/port.ts'
import { allDecisions, orderedPair } from './decisions.ts'

/** Pairs that are wanted from each stratum before it counts as done. */
const wantedPerStratum = 20

/** Names of strata. They are dealt anew for each run, so that a letter does not say how probable its pairs are. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'] as const

export interface Drawn {
  /** Undefined when nothing is left to review. */
  readonly pair: { readonly a: string; readonly b: string } | undefined
  readonly strata: { stratum: string; decided: number }[]
  /** Pairs that are wanted from all strata together. */
  readonly wanted: number
}

/**
 * The next pair to decide on without its score: of the stratum that is asked for, or of the one that was reviewed least, in an order that
 * the run's seed deals. Pairs that anybody has decided on are passed over. Strata are tenths of the probability of one controller; those that hold
 * nothing are left out.
 */
export async function drawPair(
  store: Store,
  run: Run,
  { stratum }: { readonly stratum?: string | undefined },
): Promise<Drawn> {
  const strata = await strataOf(store, run)
  const standing = (await allDecisions(store)).filter(
    ({ retractedAt }) => retractedAt === undefined,
  )
  const decided = new Set(standing.map(nameOf))
  const blind = new Set(standing.filter(({ basis }) => basis === 'blind').map(nameOf))
  const told = strata.map(({ letter, pairs }) => ({
    letter,
    next: firstBut(decided, pairs),
    decided: [...blind].filter((name) => pairs.has(name)).length,
    wanted: Math.min(wantedPerStratum, pairs.size),
  }))
  const open = told.filter(
    ({ letter, next }) => next !== undefined && (stratum === undefined || letter === stratum),
  )
  const [least] = open.toSorted((a, b) => a.decided - b.decided)
  return {
    pair: least?.next,
    strata: told.map(({ letter, decided }) => ({ stratum: letter, decided })),
    wanted: told.reduce((sum, { wanted }) => sum + wanted, 0),
  }
}

interface Stratum {
  readonly letter: string
  /** By name, in the order in which they are drawn. */
  readonly pairs: ReadonlyMap<string, Pair>
}
type Pair = Pick<Decision, 'a' | 'b'>

function firstBut(decided: ReadonlySet<string>, pairs: Stratum['pairs']): Pair | undefined {
  for (const [name, pair] of pairs) if (!decided.has(name)) return pair
  return undefined
}

/** Links of a run never change, and reading all of them for each pair would make the reviewer wait. */
const dealt = new WeakMap<Runs, { readonly run: number; readonly strata: Promise<Stratum[]> }>()

function strataOf(store: Runs, run: Run): Promise<Stratum[]> {
  const known = dealt.get(store)
  if (known?.run === run.id) return known.strata
  const strata = deal(store, run)
  dealt.set(store, { run: run.id, strata })
  strata.catch(() => dealt.delete(store))
  return strata
}

async function deal(store: Runs, run: Run): Promise<Stratum[]> {
  const tenths = new Map<number, Map<string, Pair>>()
  for await (const link of store.linkOutlines(run.id, { minProbability: 0 })) {
    const { from, to, kind, controller } = link
    if (kind === 'shares_supply') continue
    const tenth = Math.min(9, Math.floor(controller * 10))
    const pair = orderedPair(from, to)
    const group = tenths.get(tenth) ?? new Map<string, Pair>()
    tenths.set(tenth, group.set(nameOf(pair), pair))
  }
  const random = mulberry32(run.seed * 1_000_003 + run.id)
  const names = shuffled(letters.slice(0, tenths.size), random)
  return [...tenths]
    .toSorted(([a], [b]) => a - b)
    .map(([, group], place) => ({
      letter: names[place] ?? '',
      pairs: new Map(
        shuffled(
          [...group].toSorted(([a], [b]) => compareText(a, b)),
          random,
        ),
      ),
    }))
    .toSorted((a, b) => compareText(a.letter, b.letter))
}

function nameOf({ a, b }: Pair): string {
  return JSON.stringify([a, b])
}

/** In an order that the numbers deal. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, at: random() }))
  return keyed.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}
