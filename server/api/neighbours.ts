import { Router } from 'express'

import type { NeighboursAnswer } from '../contract/graph.ts'
import { routes } from '../contract/routes.ts'
import type { EdgeType, NodeKind } from '../domain/graph.ts'
import { graphAt } from '../jobs/read-past.ts'
import type { Direction, GraphReads, Neighbour, NeighbourCount } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { keyOf, knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

export function neighbours(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.neighbours, async ({ query }) => {
    const { store } = context.stores.served()
    const { type, all = false, direction = 'out', kind, limit, cursor, ...when } = query
    const graph = graphAt(store, when)
    const key = keyOf(query.key)
    const { counts, items } = await graph.expand(key, {
      most: all && type === undefined ? limit : 0,
    })
    // Whatever is related to something is there.
    if (counts.length === 0) await knownNode(graph, query.key)
    if (type === undefined) return expanded(counts, items)
    return pageOf(graph, key, { counts, type, direction, kind, limit, cursor })
  })
  return router
}

function expanded(
  counts: readonly NeighbourCount[],
  items: readonly Neighbour[],
): NeighboursAnswer {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return { counts: [...counts], items: [...items], total, omitted: total - items.length }
}

interface Asked {
  readonly counts: readonly NeighbourCount[]
  readonly type: EdgeType
  readonly direction: Direction
  readonly kind: NodeKind | undefined
  readonly limit: number
  readonly cursor: string | undefined
}

/** One page of neighbours; `omitted` are those that are not on it. */
async function pageOf(
  graph: Pick<GraphReads, 'neighbours'>,
  key: string,
  { counts, ...query }: Asked,
): Promise<NeighboursAnswer> {
  const page = await graph.neighbours(key, query).catch((cause: unknown) => {
    if (query.cursor === undefined) throw cause
    throw new ProblemError('request-invalid', 'The cursor is none that this list gave out.', {
      cause,
    })
  })
  return {
    counts: [...counts],
    items: [...page.items],
    total: page.total,
    omitted: page.total - page.items.length,
    ...(page.next !== undefined && { next: page.next }),
  }
}
