import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { matchLines } from '../jobs/match.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'

/** Of the searches that one request may cause. */
const budgetMs = 8_000

export function matches(context: Pick<ApiContext, 'stores' | 'now' | 'checkAnswers'>) {
  const router = Router()
  mount(router, context, routes.match, async ({ body: { lines } }) => {
    const { store } = context.stores.served()
    const asked = [...new Set(lines.map((line) => line.trim()))].filter((line) => line !== '')
    const found = await matchLines(store, asked, { budgetMs, now: context.now })
    return { lines: found, skipped: lines.length - asked.length }
  })
  return router
}
