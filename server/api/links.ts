import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { rescoredBetween } from '../jobs/rescored.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { presentLinks, recordsCited, valuesCited } from './present/link-answer.ts'
import { runOf } from './run-of.ts'

export function links(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.links, async ({ query }) => {
    const { store } = context.stores.served()
    const from = await knownNode(store, query.from)
    const to = await knownNode(store, query.to)
    const run = await runOf(store)
    const found = await store.linksBetween(run.id, from.key, to.key)
    const rescored = await rescoredBetween(store, from.key, to.key)
    const values = rescored.map(({ value }) => value)
    return presentLinks(found, {
      rescored,
      nodes: await store.bareNodes([from.key, to.key, ...valuesCited(found), ...values]),
      records: await store.records(recordsCited(found)),
    })
  })
  return router
}
