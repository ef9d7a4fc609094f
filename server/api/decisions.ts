import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { Decision } from '../domain/decision.ts'
import { dayOfMoment } from '../domain/units.ts'
import { allDecisions, orderedPair, recordPrefix } from '../jobs/decisions.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

type Context = Pick<ApiContext, 'stores' | 'now' | 'newId' | 'checkAnswers'>

export function decisions(context: Context) {
  const router = Router()
  mount(router, context, routes.decisions, async () => ({
    items: await allDecisions(context.stores.served().store),
  }))
  mount(router, context, routes.decide, async ({ body: { a, b, ...said } }) => {
    const { store } = context.stores.served()
    const decision: Decision = {
      id: decisionId(context),
      ...(await twoShops(store, a, b)),
      ...said,
      on: dayOfMoment(context.now()),
    }
    await store.putDecision(decision)
    return decision
  })
  mount(router, context, routes.retract, async ({ params: { id } }) => {
    const { store } = context.stores.served()
    const decision = await knownDecision(store, id)
    // Taking back twice is taking back once: the first time stands.
    if (decision.retractedAt !== undefined) return decision
    const retracted = { ...decision, retractedAt: context.now() }
    await store.putDecision(retracted)
    return retracted
  })
  return router
}

/** Ids sort by time, so that of two decisions on one day the later is the latest. */
function decisionId({ now, newId }: Pick<Context, 'now' | 'newId'>): string {
  return `${String(now()).padStart(13, '0')}-${newId()}`
}

/** Both shops in the order that decisions keep. */
async function twoShops(store: Store, a: string, b: string): Promise<{ a: string; b: string }> {
  const [first, second] = [await knownNode(store, a), await knownNode(store, b)]
  const other = [first, second].find(({ kind }) => kind !== 'Shop')
  if (other !== undefined) {
    throw new ProblemError('request-invalid', `${other.key} is no shop; decisions are about shops.`)
  }
  if (first.key === second.key) {
    throw new ProblemError('request-invalid', 'A decision needs two different shops.')
  }
  return orderedPair(first.key, second.key)
}

async function knownDecision(store: Store, id: string): Promise<Decision> {
  const decision = (await store.decisions()).find((candidate) => candidate.id === id)
  if (decision !== undefined) return decision
  throw new ProblemError(
    'decision-unknown',
    id.startsWith(recordPrefix)
      ? 'This decision came in a dataset; correct it there and load it again.'
      : `No decision has the id ${id}; /api/decisions lists those that there are.`,
  )
}
