import { Router } from 'express'

import { otherAddresses, routes } from '../contract/routes.ts'
import { sealLead } from '../jobs/seal-lead.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'
import { sendFile } from './send-file.ts'

type Context = Pick<ApiContext, 'stores' | 'now' | 'signer' | 'tables' | 'checkAnswers'>

export function leads(context: Context) {
  const router = Router()
  mount(router, context, routes.leads, async () => ({
    items: await context.stores.served().store.leads(),
  }))
  mount(router, context, routes.seal, async ({ body: { rights, ...body } }) => {
    const { ring } = body
    const { store } = context.stores.served()
    const run = await runOf(store)
    const [now, signer] = [context.now(), await context.signer()]
    const { tables } = context
    const sealed = await sealLead(store, { ...body, run, rights, now, signer, tables })
    if (sealed !== undefined) return sealed
    throw new ProblemError('ring-unknown', `Run ${run.id} has no ring ${ring}.`)
  })
  router.get(otherAddresses.leadPackage, async (request, response) => {
    const { id } = request.params
    const sealed = await context.stores.served().store.leadPackage(id)
    if (sealed === undefined) {
      throw new ProblemError('lead-unknown', `No lead has the id ${id}; /api/leads lists them.`)
    }
    await sendFile(sealed, response.attachment(`${id}.zip`).type('zip'))
  })
  return router
}
