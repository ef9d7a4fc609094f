import express, { type Express, Router } from 'express'

import { candidates } from './candidates.ts'
import { clientFiles } from './client-files.ts'
import type { ApiContext } from './context.ts'
import { decisions } from './decisions.ts'
import { events } from './events.ts'
import { evidence } from './evidence.ts'
import { flows } from './flows.ts'
import { health } from './health.ts'
import { jobs } from './jobs.ts'
import { leadFiles } from './lead-files.ts'
import { leads } from './leads.ts'
import { links } from './links.ts'
import { matches } from './matches.ts'
import { neighbours } from './neighbours.ts'
import { nodes } from './nodes.ts'
import { openapi } from './openapi.ts'
import { papers } from './papers.ts'
import { paths } from './paths.ts'
import { answerProblem, unknownPath } from './problem.ts'
import { quarantine } from './quarantine.ts'
import { relations } from './relations.ts'
import { reviews } from './reviews.ts'
import { ringHistories } from './ring-history.ts'
import { rings } from './rings.ts'
import { roles } from './roles.ts'
import { rulings } from './rulings.ts'
import { runs } from './runs.ts'
import { search } from './search.ts'
import { guardChanges, guardHost, secureHeaders } from './security.ts'
import { sources } from './sources.ts'
import { supply } from './supply.ts'
import { uploads } from './uploads.ts'
import { withdrawals } from './withdrawals.ts'

/** One router a noun. */
const nouns = [
  health,
  search,
  nodes,
  neighbours,
  relations,
  links,
  paths,
  candidates,
  events,
  ringHistories,
  rings,
  flows,
  supply,
  runs,
  sources,
  decisions,
  rulings,
  jobs,
  uploads,
  withdrawals,
  quarantine,
  leads,
  evidence,
  leadFiles,
  papers,
  roles,
  matches,
  reviews,
  openapi,
]

/** Bytes of a request body; the largest honest one is a saved scene in which everything was moved. */
const bodyLimitBytes = 1_048_576

/** The API and the explorer's files as one request handler. */
export function createApp(context: ApiContext): Express {
  const app = express().disable('x-powered-by')
  app.use(secureHeaders(context.instance), guardHost, guardChanges)
  app.use('/api', noStore(), express.json({ limit: bodyLimitBytes }))
  for (const noun of nouns) app.use(noun(context))
  app.use('/api', unknownPath)
  app.use(clientFiles(context.clientFolder))
  app.use(unknownPath)
  app.use(answerProblem(context.log))
  return app
}

/** Answers hold what people told in confidence, so no cache keeps them. */
function noStore(): Router {
  return Router().use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
}
