import { Router } from 'express'

import type { LeadFileAnswer } from '../contract/lead-files.ts'
import { leadRoutes } from '../contract/lead-routes.ts'
import { outlookRoutes } from '../contract/outlook-routes.ts'
import { sealingRoutes } from '../contract/sealing-routes.ts'
import { RefusalError } from '../domain/failure.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'
import { draftLead, editDraft, reviseLead, sealDraft, stepLead } from '../jobs/lead-course.ts'
import { leadRights, leadRoute } from '../jobs/lead-outlook.ts'
import { splitLead } from '../jobs/split-lead.ts'
import { leadBoard } from '../leads/board.ts'
import { nextStates, stateOf } from '../leads/course.ts'
import { changedOutcome, withOutcome } from '../leads/outcomes.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { keep } from './paper-rack.ts'
import { ProblemError } from './problem.ts'
import { runOf } from './run-of.ts'

type Context = Pick<
  ApiContext,
  'stores' | 'now' | 'newId' | 'signer' | 'tables' | 'authority' | 'checkAnswers'
>

/** Leads as people work at them. Nothing is deleted: withdrawing is a step like any other. */
export function leadFiles(context: Context) {
  const router = Router()
  mountReads(router, context)
  mountSteps(router, context)
  mountSealing(router, context)
  mountOutcomes(router, context)
  return router
}

function mountReads(router: Router, context: Context): void {
  const { stores } = context
  mount(router, context, leadRoutes.leadFiles, async () => {
    const papers = await stores.served().store.papers('lead')
    return { items: papers.toReversed().map(answerOf) }
  })
  mount(router, context, leadRoutes.leadFile, async ({ params: { id } }) =>
    answerOf(await known(stores.served().store, id)),
  )
  const { tables = {} } = context
  mount(router, context, outlookRoutes.leadRights, async ({ params: { id } }) => {
    const { store } = stores.served()
    const paper = await known(store, id)
    const { rights, amounts, names } = await refusing(() => leadRights(store, paper, tables))
    return { rights: [...rights], amounts, names: { ...names } }
  })
  mount(router, context, outlookRoutes.leadRoute, async ({ params: { id } }) => {
    const { store } = stores.served()
    const paper = await known(store, id)
    const { names, ...routing } = await refusing(() => leadRoute(store, paper, tables))
    return { ...routing, names: { ...names } }
  })
  mount(router, context, leadRoutes.leadBoard, async () => {
    const { states, years, reference } = leadBoard(await stores.served().store.papers('lead'))
    return { states, years: [...years], reference }
  })
}

function mountSteps(router: Router, context: Context): void {
  const { stores, now } = context
  mount(router, context, leadRoutes.draft, async ({ body }) => {
    const { store } = stores.served()
    const run = await runOf(store)
    const paper = await draftLead(store, run, { ...body, now: now() })
    if (paper !== undefined) return answerOf(paper)
    throw new ProblemError('ring-unknown', `Run ${run.id} has no ring ${body.ring}.`)
  })
  mount(
    router,
    context,
    leadRoutes.editDraft,
    async ({ params: { id }, body: { seen, ...said } }) => {
      const { store } = stores.served()
      const paper = await known(store, id, seen)
      return answerOf(await refusing(() => editDraft(store, paper, said)))
    },
  )
  mount(
    router,
    context,
    outlookRoutes.splitLead,
    async ({ params: { id }, body: { seen, by } }) => {
      const { store } = stores.served()
      const paper = await known(store, id, seen)
      const splitting = { by, now: now(), tables: context.tables ?? {} }
      const papers = await refusing(() => splitLead(store, paper, splitting))
      return { items: papers.map(answerOf) }
    },
  )
  mount(
    router,
    context,
    leadRoutes.stepLead,
    async ({ params: { id }, body: { seen, ...step } }) => {
      const { store } = stores.served()
      const paper = await known(store, id, seen)
      return answerOf(await refusing(() => stepLead(store, paper, { ...step, at: now() })))
    },
  )
}

function mountSealing(router: Router, context: Context): void {
  const { stores, now, signer, tables, authority } = context
  mount(
    router,
    context,
    sealingRoutes.sealDraft,
    async ({ params: { id }, body: { seen, by } }) => {
      const { store } = stores.served()
      const paper = await known(store, id, seen)
      const sealing = { by, now: now(), signer: await signer(), tables, authority }
      const sealed = await refusing(() => sealDraft(store, paper, sealing))
      return {
        lead: answerOf(sealed.paper),
        packages: [...sealed.packages],
        toTell: [...sealed.toTell],
      }
    },
  )
  mount(router, context, leadRoutes.reviseLead, async ({ params: { id }, body: { by } }) => {
    const { store } = stores.served()
    const [paper, run] = [await known(store, id), await runOf(store)]
    return answerOf(await refusing(() => reviseLead(store, paper, { by, run, now: now() })))
  })
}

function mountOutcomes(router: Router, context: Context): void {
  const { stores, now, newId } = context
  mount(router, context, leadRoutes.putOutcome, async ({ params: { id }, body }) => {
    const { store } = stores.served()
    const paper = await known(store, id)
    const outcome = { ...body, id: newId(), at: now() }
    const changed = await refusing(async () => withOutcome(paper.body, outcome))
    return answerOf(await keep(store, { ...paper, body: changed }))
  })
  mount(router, context, leadRoutes.changeOutcome, async ({ params: { id, outcome }, body }) => {
    const { store } = stores.served()
    const paper = await known(store, id)
    const { verifiedBy } = body
    const change = verifiedBy === undefined ? { retractedAt: now() } : { verifiedBy }
    const changed = await refusing(async () => changedOutcome(paper.body, outcome, change))
    return answerOf(await keep(store, { ...paper, body: changed }))
  })
}

function answerOf(paper: LeadPaper): LeadFileAnswer {
  return { ...paper, state: stateOf(paper.body), next: [...nextStates(paper.body)] }
}

/** The lead by its id, as it was last seen where that is said. */
async function known(store: Store, id: string, seen?: number): Promise<LeadPaper> {
  const paper = (await store.papers('lead')).find((own) => own.id === id)
  if (paper === undefined)
    throw new ProblemError('lead-unknown', `No lead has the id ${id}; /api/lead-files lists them.`)
  if (seen !== undefined && seen !== paper.body.revision)
    throw new ProblemError(
      'paper-changed',
      `${id} was changed since it was last read; look at it again, then repeat the change.`,
    )
  return paper
}

/** What is refused here is refused for what the lead is, not for how the request is written. */
function refusing<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw error instanceof RefusalError
      ? new ProblemError('lead-refused', error.message, { refusal: error.refusal })
      : error
  })
}
