import { Router } from 'express'

import { routes } from '../contract/routes.ts'
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
    return presentLinks(found, {
      nodes: await store.nodes([from.key, to.key, ...valuesCited(found)]),
      records: await store.records(recordsCited(found)),
    })
  })
  return router
}
