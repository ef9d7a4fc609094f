import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { shopFace } from '../jobs/shop-face.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { runOf } from './run-of.ts'

/** Pairs to decide on without their scores; the decision itself goes to /api/decisions with the basis `blind`. */
export function reviews(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.nextReview, async ({ query }) => {
    const { store, ask } = context.stores.served()
    const run = await runOf(store)
    const { pair, strata, wanted } = await ask('nextPair', run, query)
    if (pair === undefined) return { run: run.id, strata, wanted }
    const [a, b] = [await knownNode(store, pair.a), await knownNode(store, pair.b)]
    return {
      run: run.id,
      pair: { a: await shopFace(store, a), b: await shopFace(store, b) },
      strata,
      wanted,
    }
  })
  return router
}
