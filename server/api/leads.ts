import { Router } from 'express'

import type { ProblemCode } from '../contract/problem.ts'
import { otherAddresses } from '../contract/routes.ts'
import { sealingRoutes } from '../contract/sealing-routes.ts'
import type { FailureError, RefusalError } from '../domain/failure.ts'
import type { SealedLead } from '../domain/lead.ts'
import { failure, refusal } from '../domain/refusals.ts'
import { previewScope } from '../jobs/preview-scope.ts'
import { sealLead } from '../jobs/seal-lead.ts'
import { stampLeads } from '../jobs/time-stamp/stamp-lead.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'
import { sendFile } from './send-file.ts'

type Context = Pick<
  ApiContext,
  'stores' | 'now' | 'signer' | 'tables' | 'authority' | 'checkAnswers'
>

export function leads(context: Context) {
  const router = Router()
  mount(router, context, sealingRoutes.leads, async () => ({
    items: await context.stores.served().store.leads(),
    ...(context.authority && { authority: context.authority.url }),
  }))
  mount(router, context, sealingRoutes.leadScope, async ({ params: { id }, body: { shops } }) => {
    const { store } = context.stores.served()
    const run = await runOf(store)
    const preview = await previewScope(store, run, id, shops)
    if (preview === undefined)
      throw new ProblemError('ring-unknown', `Run ${run.id} has no ring ${id}.`)
    const { chosen, leftOut, lost, names, ...rest } = preview
    return {
      ...rest,
      chosen: [...chosen],
      leftOut: [...leftOut],
      lost: [...lost],
      names: { ...names },
    }
  })
  mount(router, context, sealingRoutes.seal, async ({ body: { rights, ...body } }) => {
    const { ring } = body
    const { store } = context.stores.served()
    const run = await runOf(store)
    const [now, signer] = [context.now(), await context.signer()]
    const { tables, authority } = context
    const sealed = await sealLead(store, { ...body, run, rights, now, signer, tables, authority })
    if (sealed !== undefined) return sealed
    throw new ProblemError('ring-unknown', `Run ${run.id} has no ring ${ring}.`)
  })
  mount(router, context, sealingRoutes.stampLead, async ({ params: { id } }) => {
    const { store } = context.stores.served()
    const lead = await known(store, id)
    if (context.authority === undefined && lead.stamp === undefined)
      throw problemOf('lead-refused', refusal('stamp-off', {}))
    const [stamped = lead] = await stampLeads(store, [lead], context.authority)
    if (stamped.unstamped === undefined) return stamped
    throw problemOf('time-stamp-missing', failure('stamp-failed', { id, ...stamped.unstamped }))
  })
  router.get(otherAddresses.leadStamp, async (request, response) => {
    const { id } = request.params
    const { store } = context.stores.served()
    const { stamp } = await known(store, id)
    const file = stamp && (await store.file('leads', stamp.sha256))
    if (file === undefined)
      throw new ProblemError('lead-unknown', `The package ${id} has no time stamp.`)
    await sendFile(file, response.attachment(`${id}.tsr`).type('application/timestamp-reply'))
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

async function known(store: Store, id: string): Promise<SealedLead> {
  const lead = (await store.leads()).find((own) => own.id === id)
  if (lead !== undefined) return lead
  throw new ProblemError('lead-unknown', `No lead has the id ${id}; /api/leads lists them.`)
}

function problemOf(code: ProblemCode, error: RefusalError | FailureError): ProblemError {
  return new ProblemError(code, error.message, { refusal: error.refusal })
}
