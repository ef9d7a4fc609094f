import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { rule, whyNoValue } from '../jobs/rulings.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'

type Context = Pick<ApiContext, 'stores' | 'now' | 'newId' | 'checkAnswers'>

/** Values that count for nothing, by count and by what people say. */
export function rulings(context: Context) {
  const router = Router()
  mount(router, context, routes.generics, async () => {
    const { store } = context.stores.served()
    const run = await runOf(store)
    const { values = [], rescored = [] } = (await store.generics(run.id)) ?? {}
    return { run: run.id, values, rescored }
  })
  mount(router, context, routes.rulings, async () => ({
    items: await context.stores.served().store.rulings(),
  }))
  mount(router, context, routes.rule, async ({ body: { value, ...said } }) => {
    const { store } = context.stores.served()
    const { key } = await knownNode(store, value)
    const why = whyNoValue(key)
    if (why !== undefined) throw new ProblemError('request-invalid', why)
    return await rule(store, { value: key, ...said, now: context.now(), id: context.newId() })
  })
  mount(router, context, routes.unrule, async ({ params: { id } }) => {
    const { store } = context.stores.served()
    const ruling = (await store.rulings()).find((own) => own.id === id)
    if (ruling === undefined)
      throw new ProblemError(
        'ruling-unknown',
        `No ruling has the id ${id}; /api/rulings lists those that there are.`,
      )
    // Taking back twice is taking back once: the first time stands.
    if (ruling.retractedAt !== undefined) return ruling
    const retracted = { ...ruling, retractedAt: context.now() }
    await store.putRuling(retracted)
    return retracted
  })
  return router
}
