import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { Router } from 'express'

import { otherAddresses, routes } from '../contract/routes.ts'
import { QuarantineTableQuery } from '../contract/uploads.ts'
import { firstQuarantined, quarantineLines } from '../jobs/quarantine.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { parseRequest } from './problem.ts'

/** Rows that could not be loaded, with their reasons: a page to look at, and all of them as a table. */
export function quarantine(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.quarantine, async ({ query: { limit, ...wanted } }) => {
    const { store } = context.stores.served()
    const { items, total } = await firstQuarantined(store, wanted, limit)
    return { items, total, omitted: total - items.length }
  })
  router.get(otherAddresses.quarantineTable, async (request, response) => {
    const wanted = parseRequest(QuarantineTableQuery, request.query)
    const { store } = context.stores.served()
    response.attachment('quarantine.csv').type('csv')
    await pipeline(Readable.from(quarantineLines(store, wanted)), response)
  })
  return router
}
