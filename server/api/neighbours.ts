import { Router } from 'express'

import type { NeighboursAnswer } from '../contract/graph.ts'
import { routes } from '../contract/routes.ts'
import type { EdgeType, NodeKind } from '../domain/graph.ts'
import type { Direction, GraphReads, NeighbourCount } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

export function neighbours(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.neighbours, async ({ query }) => {
    const { store } = context.stores.served()
    const { key } = await knownNode(store, query.key)
    const counts = await store.neighbourCounts(key)
    const { type, direction = 'out', kind, limit, cursor } = query
    if (type === undefined) return countsAlone(counts)
    return pageOf(store, key, { counts, type, direction, kind, limit, cursor })
  })
  return router
}

function countsAlone(counts: readonly NeighbourCount[]): NeighboursAnswer {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return { counts: [...counts], items: [], total, omitted: total }
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
  store: GraphReads,
  key: string,
  { counts, ...query }: Asked,
): Promise<NeighboursAnswer> {
  const page = await store.neighbours(key, query).catch((cause: unknown) => {
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
