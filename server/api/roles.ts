import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { checkStatement, stateRole, withdrawRole } from '../jobs/roles/state-role.ts'
import { tellRoles } from '../jobs/roles/tell-roles.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

type Context = Pick<ApiContext, 'stores' | 'now' | 'newId' | 'checkAnswers'>

/** Who controls and who does what, as people state it. Nothing here is worked out, and nothing is deleted. */
export function roles(context: Context) {
  const { stores, now, newId } = context
  const router = Router()
  mount(router, context, routes.roles, async ({ query: { about, limit } }) => {
    const told = await tellRoles(stores.served().store, about)
    const items = told.slice(0, limit)
    return { items, total: told.length, omitted: told.length - items.length }
  })
  mount(router, context, routes.stateRole, async ({ body }) => {
    const { store } = stores.served()
    const said = await checkStatement(store, body)
    if ('code' in said) throw new ProblemError(said.code, said.sentence)
    return await stateRole(store, said, { now: now(), id: newId() })
  })
  mount(router, context, routes.withdrawRole, async ({ params: { id }, body }) => {
    const paper = await withdrawRole(stores.served().store, id, { ...body, at: now() })
    if (paper !== undefined) return paper
    throw new ProblemError(
      'paper-unknown',
      `No statement has the id ${id}; /api/roles lists those that there are.`,
    )
  })
  return router
}
