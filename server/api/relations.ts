import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { graphAt } from '../jobs/read-past.ts'
import type { ApiContext } from './context.ts'
import { keyOf } from './known-node.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

/** Records in one answer at most; what is left out is counted. */
const recordsShown = 100

export function relations(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.relation, async ({ query }) => {
    const { type, discriminator, from: start, to: end, ...when } = query
    const { store } = context.stores.served()
    const [from, to] = [keyOf(start), keyOf(end)]
    const between = await graphAt(store, when).edgesAmong([from, to], [from])
    const edge = between.find((own) => own.type === type && own.discriminator === discriminator)
    if (edge === undefined) {
      throw new ProblemError(
        'relation-unknown',
        `No record says that ${from} is related to ${to} by ${type}; /api/neighbours tells what is.`,
      )
    }
    const shown = edge.records.slice(0, recordsShown)
    return {
      edge,
      records: await store.records(shown),
      omitted: edge.records.length - shown.length,
    }
  })
  return router
}
