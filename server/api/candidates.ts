import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { findCandidates } from '../jobs/candidates.ts'
import { graphAt } from '../jobs/read-past.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'

/** Neighbors to choose from, by what else ties them to a picture; asked by POST, for the picture is part of the question. */
export function candidates(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.candidates, async ({ body }) => {
    const { store } = context.stores.served()
    const graph = graphAt(store, body)
    const { key } = await knownNode(graph, body.key)
    const run = (await store.currentRun())?.id
    const { items, total, compared } = await findCandidates(graph, store, { ...body, key, run })
    return { items, total, compared, omitted: total - items.length }
  })
  return router
}
