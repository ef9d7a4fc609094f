import { Router } from 'express'

import { HoldsTableQuery } from '../contract/desk.ts'
import { otherAddresses, routes } from '../contract/routes.ts'
import type { NotePaper } from '../domain/paper/paper.ts'
import { thingsOf } from '../domain/paper/subject.ts'
import { dayOfMoment } from '../domain/units.ts'
import { conflictsAbout } from '../jobs/conflicts.ts'
import { gather } from '../jobs/gather.ts'
import { holdsNow, notesNow } from '../jobs/papers-now.ts'
import { storeAt } from '../jobs/store-at.ts'
import type { ApiContext } from './context.ts'
import { knownNode } from './known-node.ts'
import { mount } from './mount.ts'
import { keep, knownPaper, paperId } from './paper-rack.ts'
import { holdsTable } from './present/holds-table.ts'
import { ProblemError, parseRequest } from './problem.ts'

type Context = Pick<ApiContext, 'stores' | 'now' | 'newId' | 'checkAnswers'>

/** What people write beside the graph: cases, notes, holds and scenes. Nothing is deleted; taking back marks. */
export function papers(context: Context) {
  const router = Router()
  mountCases(router, context)
  mountNotes(router, context)
  mountHolds(router, context)
  mountScenes(router, context)
  return router
}

function mountCases(router: Router, context: Context): void {
  const { stores, now } = context
  mount(router, context, routes.cases, async () => ({
    items: await stores.served().store.papers('case'),
  }))
  mount(router, context, routes.putCase, async ({ body: { id, seen, ...said } }) => {
    const { store } = stores.served()
    if (id === undefined) {
      const body = { ...said, at: now(), revision: 1 }
      return await keep(store, { id: paperId(context), kind: 'case', body })
    }
    const { body } = await knownPaper(store, 'case', id)
    if (seen !== body.revision) {
      throw new ProblemError(
        'paper-changed',
        `The case “${body.name}” was changed since it was last read; look at it again, then repeat the change.`,
      )
    }
    const changed = { ...body, ...said, revision: body.revision + 1 }
    return await keep(store, { id, kind: 'case', body: changed })
  })
  mount(router, context, routes.retractCase, async ({ params: { id } }) => {
    const { store } = stores.served()
    const paper = await knownPaper(store, 'case', id)
    if (paper.body.retractedAt !== undefined) return paper
    const { revision } = paper.body
    return await keep(store, {
      ...paper,
      body: { ...paper.body, revision: revision + 1, retractedAt: now() },
    })
  })
  mount(router, context, routes.conflicts, async ({ query }) =>
    conflictsAbout(stores.served().store, query),
  )
}

function mountNotes(router: Router, context: Context): void {
  const { stores, now } = context
  mount(router, context, routes.notes, async ({ query: { about, limit } }) => {
    const all = await notesNow(stores.served().store)
    const wanted = about === undefined ? all : all.filter(({ body }) => body.about === about)
    const items = wanted.toReversed().slice(0, limit)
    return { items, total: wanted.length, omitted: wanted.length - items.length }
  })
  mount(router, context, routes.putNote, async ({ body }) => {
    const { store } = stores.served()
    for (const thing of thingsOf(body.about)) await knownNode(store, thing)
    const note: NotePaper = { id: paperId(context), kind: 'note', body: { ...body, at: now() } }
    return await keep(store, note)
  })
  mount(router, context, routes.retractNote, async ({ params: { id } }) => {
    const { store } = stores.served()
    const paper = await knownPaper(store, 'note', id)
    // Taking back twice is taking back once: the first time stands.
    if (paper.body.retractedAt !== undefined) return paper
    return await keep(store, { ...paper, body: { ...paper.body, retractedAt: now() } })
  })
}

function mountHolds(router: Router, context: Context): void {
  const { stores, now } = context
  const today = () => dayOfMoment(now())
  mount(router, context, routes.holds, async () => ({
    items: await holdsNow(stores.served().store),
  }))
  mount(router, context, routes.putHold, async ({ body }) => {
    const { store } = stores.served()
    const { key, kind } = await knownNode(store, body.shop)
    if (kind !== 'Shop') {
      throw new ProblemError('request-invalid', `${key} is no shop; only shops are put on hold.`)
    }
    if (body.until < today()) {
      throw new ProblemError(
        'request-invalid',
        `${body.until} is past; a hold ends today or later.`,
      )
    }
    const hold = { ...body, shop: key, at: now() }
    return await keep(store, { id: paperId(context), kind: 'hold', body: hold })
  })
  mount(router, context, routes.releaseHold, async ({ params: { id } }) => {
    const { store } = stores.served()
    const paper = await knownPaper(store, 'hold', id)
    if (paper.body.releasedAt !== undefined) return paper
    return await keep(store, { ...paper, body: { ...paper.body, releasedAt: now() } })
  })
  router.get(otherAddresses.holdsTable, async (request, response) => {
    const { asOf = today() } = parseRequest(HoldsTableQuery, request.query)
    const { store } = stores.served()
    const holds = await holdsNow(store)
    const shops = await store.bareNodes(holds.map(({ body }) => body.shop))
    response
      .attachment('holds.csv')
      .type('csv')
      .send(holdsTable(holds, shops, asOf))
  })
}

function mountScenes(router: Router, context: Context): void {
  const { stores, now } = context
  mount(router, context, routes.scenes, async () => ({
    items: await stores.served().store.papers('scene'),
  }))
  mount(router, context, routes.putScene, async ({ body: { id, ...said } }) => {
    const { store } = stores.served()
    const known = id === undefined ? undefined : await knownPaper(store, 'scene', id)
    const body = { ...said, at: now() }
    return await keep(store, { id: known?.id ?? paperId(context), kind: 'scene', body })
  })
  mount(router, context, routes.retractScene, async ({ params: { id } }) => {
    const { store } = stores.served()
    const paper = await knownPaper(store, 'scene', id)
    if (paper.body.retractedAt !== undefined) return paper
    return await keep(store, { ...paper, body: { ...paper.body, retractedAt: now() } })
  })
  mount(router, context, routes.gather, async ({ body: { keys, knownAt } }) =>
    gather(storeAt(stores.served().store, { knownAt }), keys),
  )
}
