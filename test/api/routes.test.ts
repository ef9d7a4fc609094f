import { expect } from 'chai'
import request, { type Response } from 'supertest'

import { everyRoute } from '../../server/contract/outlook-routes.ts'
import type { Route } from '../../server/contract/routes.ts'
import { detect } from '../../server/jobs/detect.ts'
import { writeSmallDataset } from '../jobs/small-dataset.ts'
import { anAuthority, type StampAuthority } from '../support/stamp-authority.ts'
import { evidenceAsks } from './evidence-sent.ts'
import { fetchedGraph } from './fetched-graph.ts'
import { leadAsks } from './leads-sent.ts'
import { firstRing, servingSmallDataset } from './loaded.ts'
import { aCase, aDecision, aHold, aNote, aRole, aRuling, aScene } from './papers-sent.ts'
import { noon, type Serving, untilIdle } from './serving.ts'
import {
  dropAnUpload,
  forgetAnUpload,
  loadAnUpload,
  openAnUpload,
  previewAnUpload,
  proposeAnUpload,
  withdrawAnUpload,
} from './uploads-sent.ts'

const shop = (id: string) => `shop:taobao.com/${id}`

describe('the routes of the contract', () => {
  let served: Serving
  let authority: StampAuthority
  before(async () => {
    authority = await anAuthority()
    served = await servingSmallDataset({ authority })
  })
  after(async () => {
    await served[Symbol.asyncDispose]()
    await authority[Symbol.asyncDispose]()
  })

  const get = (path: string, query: Record<string, string> = {}) =>
    request(served.app).get(path).query(query)
  const post = (path: string, body: object) => request(served.app).post(path).send(body)

  const ofFirstRing = async (path: string) =>
    get(`/api/rings/${encodeURIComponent(await firstRing(served))}${path}`)
  const takenBack = async (path: string, made: object) => {
    const { body } = await post(path, made)
    return request(served.app).delete(`${path}/${body.id}`)
  }
  /** One honest request for each route; a route without one fails the test below. */
  const asks: Record<keyof typeof everyRoute, () => PromiseLike<Response>> = {
    candidates: () =>
      post('/api/candidates', {
        key: shop('101'),
        type: 'PAID_INTO',
        direction: 'out',
        kind: 'PaymentAccount',
        among: [shop('102')],
      }),
    paths: () => post('/api/paths', { from: shop('101'), to: shop('103') }),
    health: () => get('/api/health'),
    search: () => get('/api/search', { q: '金莲' }),
    node: () => get('/api/nodes', { key: shop('101') }),
    neighbours: () => get('/api/neighbours', { key: shop('101'), type: 'PAID_INTO' }),
    relation: async () => {
      const { body } = await get('/api/neighbours', { key: shop('101'), type: 'PAID_INTO' })
      const { from, type, to } = body.items[0].edge
      return get('/api/relations', { from, type, to })
    },
    links: () => get('/api/links', { from: shop('101'), to: shop('102') }),
    events: () => get('/api/events'),
    rings: () => get('/api/rings', { limit: '1' }),
    ring: () => ofFirstRing(''),
    ringCleared: () => ofFirstRing('/cleared'),
    ringHistory: () => ofFirstRing('/history'),
    ringCompared: () => ofFirstRing('/compared'),
    ringInRun: () => ofFirstRing('/runs/1'),
    flows: () => ofFirstRing('/flows'),
    enablers: () => get('/api/enablers'),
    chokePoints: () => get('/api/choke-points?actions=3'),
    runs: () => get('/api/runs'),
    changes: async () => {
      await detect(served.own, { at: noon, onProgress: () => undefined })
      return get('/api/runs/2/changes')
    },
    sources: () => get('/api/sources'),
    decisions: () => get('/api/decisions'),
    decide: () => post('/api/decisions', aDecision),
    retract: () => takenBack('/api/decisions', aDecision),
    generics: () => get('/api/runs/current/generics'),
    rulings: () => get('/api/rulings'),
    rule: () => post('/api/rulings', aRuling),
    unrule: () => takenBack('/api/rulings', aRuling),
    load: () => post('/api/loads', { paths: [writeSmallDataset(served.folder)] }),
    adopt: async () => {
      await untilIdle(served.board)
      return post('/api/adoptions', { folder: await fetchedGraph(served.folder) })
    },
    detect: async () => {
      await untilIdle(served.board)
      return post('/api/detections', { asOf: '2024-07-31' })
    },
    openUpload: () => openAnUpload(served.app),
    heldUploads: () => get('/api/uploads'),
    stopJob: async () => {
      const { body } = await post('/api/detections', {})
      return request(served.app).delete(`/api/jobs/${body.id}`)
    },
    loadUpload: () => loadAnUpload(served.app),
    proposeUpload: () => proposeAnUpload(served.app),
    previewUpload: () => previewAnUpload(served.app),
    withdraw: () => withdrawAnUpload(served.app, () => untilIdle(served.board)),
    forget: () => forgetAnUpload(served.app, () => untilIdle(served.board)),
    forgettings: () => get('/api/forgettings'),
    previewForgetting: () => post('/api/forgettings/previews', { name: 'taobao.com/101' }),
    dropUpload: () => dropAnUpload(served.app),
    quarantine: () => get('/api/quarantine'),
    jobs: () => get('/api/jobs'),
    job: async () => {
      await untilIdle(served.board)
      const { body } = await post('/api/detections', {})
      return get(`/api/jobs/${body.id}`)
    },
    leads: () => get('/api/leads'),
    seal: async () =>
      post('/api/leads', {
        ring: await firstRing(served),
        to: 'PIPCU',
        by: 'An',
        rights: ['lotus-word'],
      }),
    cases: () => get('/api/cases'),
    putCase: () => post('/api/cases', aCase),
    retractCase: () => takenBack('/api/cases', aCase),
    conflicts: () => get('/api/conflicts', { about: shop('101') }),
    notes: () => get('/api/notes', { about: shop('101') }),
    putNote: () => post('/api/notes', aNote),
    retractNote: () => takenBack('/api/notes', aNote),
    holds: () => get('/api/holds'),
    putHold: () => post('/api/holds', aHold),
    releaseHold: () => takenBack('/api/holds', aHold),
    scenes: () => get('/api/scenes'),
    putScene: () => post('/api/scenes', aScene),
    retractScene: () => takenBack('/api/scenes', aScene),
    roles: () => get('/api/roles', { about: shop('101') }),
    stateRole: async () => post('/api/roles', aRole(await firstRing(served))),
    withdrawRole: async () => {
      const { body } = await post('/api/roles', aRole(await firstRing(served)))
      return post(`/api/roles/${body.id}/withdrawal`, { by: 'An' })
    },
    gather: () => post('/api/gatherings', { keys: [shop('101'), shop('102')] }),
    match: () => post('/api/matches', { lines: ['lotus', shop('101'), '?'] }),
    nextReview: () => get('/api/reviews/next'),
    ...leadAsks(() => served, { get, post }),
    ...evidenceAsks(() => served, { get, post }),
  }

  // What takes the dataset back comes last.
  const inOrder = Object.entries<Route>(everyRoute).toSorted(
    ([one], [other]) => Number(one === 'withdraw') - Number(other === 'withdraw'),
  )
  for (const [name, route] of inOrder) {
    it(`${name} answers as the contract says`, async () => {
      const { status, body } = await asks[name as keyof typeof everyRoute]()
      expect(status, JSON.stringify(body)).to.equal(200)
      // The server checks too, in tests; this says that what passed the wire still holds.
      expect(route.answer.parse(body)).to.deep.equal(body)
      await untilIdle(served.board)
    })
  }
})
