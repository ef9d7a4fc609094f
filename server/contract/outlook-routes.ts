import { z } from 'zod'

import { Amounts } from '../domain/leads/amounts.ts'
import { ClearedOutcome } from '../domain/leads/cleared.ts'
import { ConcernedRight } from '../domain/leads/concerned-right.ts'
import { Routing } from '../domain/leads/routing.ts'
import { LeadFilesAnswer, ReviseBody } from './lead-files.ts'
import { leadRoutes } from './lead-routes.ts'
import { byId, get, nothing, post, type Route } from './route.ts'
import { routes } from './routes.ts'
import { sealingRoutes } from './sealing-routes.ts'

/** Acquittals and the like, latest first. */
const ClearedAnswer = z.object({ items: z.array(ClearedOutcome) })

const names = z.record(z.string(), z.string())

/** Registered rights that a lead concerns and what its shops took in, with the names of its shops. */
const LeadRightsAnswer = z.object({
  rights: z.array(ConcernedRight),
  amounts: Amounts,
  names,
})
export type LeadRightsAnswer = z.infer<typeof LeadRightsAnswer>

/** Who may be competent for a lead; nothing is sent. */
const LeadRouteAnswer = Routing.extend({ names })
export type LeadRouteAnswer = z.infer<typeof LeadRouteAnswer>

/** Addresses of what a lead concerns; apart from the others, so that the page fetches their answers' shapes only when it asks. */
export const outlookRoutes = {
  leadRights: get(
    '/api/lead-files/:id/rights',
    'Registered rights that a lead concerns, and what its shops took in',
    {
      params: byId,
      query: nothing,
      answer: LeadRightsAnswer,
      problems: ['lead-unknown', 'lead-refused'],
    },
  ),
  leadRoute: get(
    '/api/lead-files/:id/route',
    'Who may be competent for a lead, by province; nothing is sent',
    {
      params: byId,
      query: nothing,
      answer: LeadRouteAnswer,
      problems: ['lead-unknown', 'lead-refused'],
    },
  ),
  splitLead: {
    ...post('/api/lead-files/:id/split', 'Splits a draft into one lead for each province', {
      body: ReviseBody.extend({ seen: z.int() }),
      answer: LeadFilesAnswer,
      problems: ['lead-unknown', 'lead-refused', 'paper-changed', 'origin-refused'],
    }),
    params: byId,
  },
  ringCleared: get(
    '/api/rings/:id/cleared',
    'What came of leads about shops of a ring of the current run and speaks for them',
    {
      params: byId,
      query: nothing,
      answer: ClearedAnswer,
      problems: ['ring-unknown', 'run-missing'],
    },
  ),
} satisfies Record<string, Route>

/** Everything that the server answers by contract. */
export const everyRoute = { ...routes, ...leadRoutes, ...outlookRoutes, ...sealingRoutes }
