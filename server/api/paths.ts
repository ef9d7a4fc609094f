import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { storeAt } from '../jobs/store-at.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

/** Ways between two things; asked by POST, for a question can be longer than an address. */
export function paths(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.paths, async ({ body: { knownAt, ...body } }) => {
    const { store: now, ask } = context.stores.served()
    const store = storeAt(now, { knownAt })
    const from = await knownNode(store, body.from)
    const to = await knownNode(store, body.to)
    if (from.key === to.key)
      throw new ProblemError('request-invalid', 'Both ends are the same; name two things.')
    const run = (await store.currentRun())?.id
    return await ask('pathsAt', { knownAt }, { ...body, from, to, run })
  })
  return router
}
