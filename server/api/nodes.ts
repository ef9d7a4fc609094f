import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import { aboutKinds } from '../jobs/about.ts'
import { holdersOf } from '../jobs/holders.ts'
import { nomineeIndicators, readNominees } from '../jobs/nominees.ts'
import { findPlaces, placesInRun } from '../jobs/places.ts'
import { graphAt } from '../jobs/read-past.ts'
import type { ApiContext } from './context.ts'
import { knownWithRecords } from './known-node.ts'
import { mount } from './mount.ts'
import { presentNode } from './present/node-answer.ts'
import { oncePerRun } from './store-state.ts'

/** Records of one sort in one answer at most; what is left out is counted. */
const recordsShown = 100

export function nodes(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const samePlaces = oncePerRun(async ({ store }) => {
    const run = await store.currentRun()
    return placesInRun(run && (await store.runSupply(run.id)))
  })
  const book = oncePerRun(({ store }) => readNominees(store))
  mount(router, context, routes.node, async ({ query: { key, indicators, ...when } }) => {
    const served = context.stores.served()
    const { store } = served
    const graph = graphAt(store, when)
    const node = await knownWithRecords(graph, key)
    const run = await store.currentRun()
    const isShop = node.kind === 'Shop'
    const [ring] = isShop && run !== undefined ? await store.ringsOf(run.id, [node.key]) : []
    const isCounted = indicators === true && node.kind === 'Identity'
    return presentNode(node, {
      ring: ring?.id,
      holders: isShop ? undefined : await holdersOf(graph, node.key),
      records: await store.records(node.records.slice(0, recordsShown)),
      places: await findPlaces(graph, node, await samePlaces(served)),
      indicators: isCounted
        ? await nomineeIndicators(store, await book(served), node.key)
        : undefined,
      about: await graph.recordsAbout(node.key, { kinds: aboutKinds, limit: recordsShown }),
    })
  })
  return router
}
