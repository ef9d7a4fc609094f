import type { WalkQuery } from '../walk-reads.ts'
import { lotsOf } from './lots-of.ts'
import { type Counting, relationNumbers, relationQuestion } from './relations.ts'
import type { WalkNodes } from './walk-nodes.ts'
import type { Steps, StepsReader } from './walk-steps.ts'

/** Counts the relations of nodes, and keeps of those that have few where they lead: whoever counts is about to follow them. */
export interface Ahead {
  counts(nodes: readonly number[]): readonly number[]
  /** What is kept of a node, which then is forgotten here; absent where nothing is. */
  take(node: number): readonly Steps[] | undefined
}

/** A node with more relations in a direction is counted. */
const fewRelations = 200
/** Nodes that are read in one statement. */
const nodesAtOnce = 250
/** Relations that are kept at most, give or take those of the nodes of one statement. */
const mostKept = 20_000

export function readAhead(
  counting: Counting,
  { nodes, read }: { readonly nodes: WalkNodes; readonly read: StepsReader },
  { types, since, until }: WalkQuery,
): Ahead {
  const kept = new Map<number, readonly Steps[]>()
  let relationsKept = 0
  const count = (keys: readonly string[]) => relationNumbers(counting, keys, types)
  const countAhead = (keys: readonly string[]) => {
    const found = stepsByNode(read(keys.map(nodes.numberOf), fewRelations + 1))
    const many: string[] = []
    const counts = new Map<string, number>()
    for (const key of keys) {
      const node = nodes.numberOf(key)
      const steps = found.get(node) ?? []
      if (steps.some(({ others }) => fewRelations < others.length)) many.push(key)
      else {
        counts.set(key, sizeOf(steps))
        kept.set(node, steps)
        relationsKept += sizeOf(steps)
      }
    }
    for (const [place, own] of count(many).entries()) counts.set(many[place] ?? '', own)
    return keys.map((key) => counts.get(key) ?? 0)
  }
  // Relations are counted whenever they were.
  const isAlways = since === undefined && until === undefined
  return {
    counts: (some) =>
      [...lotsOf(some, nodesAtOnce)].flatMap((lot) =>
        counting.hubs.of(
          relationQuestion(types),
          lot.map(nodes.keyOf),
          isAlways && relationsKept < mostKept ? countAhead : count,
        ),
      ),
    take(node) {
      const steps = kept.get(node)
      if (steps === undefined) return undefined
      kept.delete(node)
      relationsKept -= sizeOf(steps)
      return steps
    },
  }
}

export function stepsByNode(all: readonly Steps[]): Map<number, Steps[]> {
  const found = new Map<number, Steps[]>()
  for (const steps of all) {
    const own = found.get(steps.own)
    if (own === undefined) found.set(steps.own, [steps])
    else own.push(steps)
  }
  return found
}

function sizeOf(steps: readonly Steps[]): number {
  return steps.reduce((sum, { others }) => sum + others.length, 0)
}
