import { compareEdges } from '../compare-edges.ts'
import type { BareRelation, Walk, WalkQuery } from '../walk-reads.ts'
import { lotsOf } from './lots-of.ts'
import type { Counting } from './relations.ts'
import { readAhead, stepsByNode } from './walk-ahead.ts'
import { walkNodes } from './walk-nodes.ts'
import { metBetween, relationsAt } from './walk-relations.ts'
import { type Steps, stepsReader } from './walk-steps.ts'

/** Relations that are looked at in one statement. */
const relationsAtOnce = 2_000

/**
 * Where a node leads is read from the two indexes of relations alone, with the rows these stand in; of the rows only those are looked at that turn out to matter. Nodes that are counted to be followed
 * are read at once where they have few relations: to count these takes nearly as long.
 */
export function walkOf(counting: Counting, query: WalkQuery): Walk {
  const nodes = walkNodes()
  const read = stepsReader(counting, nodes, query)
  const ahead = readAhead(counting, { nodes, read }, query)
  const met: Steps[] = []
  return {
    get size() {
      return nodes.size
    },
    numberOf: nodes.numberOf,
    keyOf: nodes.keyOf,
    async counts(some) {
      return ahead.counts(some)
    },
    async around(some) {
      const known = new Map(some.map((node) => [node, ahead.take(node)]))
      const left = some.filter((node) => known.get(node) === undefined)
      const found = stepsByNode(left.length === 0 ? [] : read(left))
      return some.map((node) => {
        const steps = known.get(node) ?? found.get(node) ?? []
        met.push(...steps)
        return steps.flatMap(({ others }) => others)
      })
    },
    async relations(among) {
      const relations: BareRelation[] = []
      for (const some of lotsOf(metBetween(met, new Set(among)), relationsAtOnce)) {
        relations.push(...relationsAt(counting.database, some, nodes.keyOf))
      }
      return relations.sort(compareEdges)
    },
  }
}
