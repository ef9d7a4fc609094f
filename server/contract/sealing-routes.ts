import { z } from 'zod'

import { SealedLead } from '../domain/lead.ts'
import { LeadScope } from '../domain/leads/lead-scope.ts'
import { LeadFile } from '../domain/paper/lead.ts'
import { Person } from '../domain/paper/words.ts'
import { LeadFileAnswer } from './lead-files.ts'
import { byId, get, nothing, post, type Route } from './route.ts'

const LeadsAnswer = z.object({
  items: z.array(SealedLead),
  /** Address of the authority that gives time stamps; absent where none is named. */
  authority: z.string().optional(),
})

const LeadBody = z.object({
  ring: z.string().min(1),
  shops: LeadFile.shape.shops,
  to: z.string().trim().min(1).max(200),
  /** ISO 3166-1 country of the recipient, which datasets that may not go everywhere ask for. */
  territory: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  by: z.string().trim().min(1).max(200),
  /** Registered rights that the author names. */
  rights: z.array(z.string().trim().min(1).max(400)).max(50).optional(),
})

/** What a lead about some of a ring's shops would hold and lack. */
const ScopeAnswer = LeadScope.pick({ lost: true, targets: true, shared: true }).extend({
  chosen: z.array(z.string()),
  leftOut: z.array(z.string()),
  /** All shops of the ring by key, as they are called. */
  names: z.record(z.string(), z.string()),
})
export type ScopeAnswer = z.infer<typeof ScopeAnswer>

const SealDraftAnswer = z.object({
  lead: LeadFileAnswer,
  packages: z.array(SealedLead),
  /** Recipients of the version that this one takes the place of: they have to be told. */
  toTell: z.array(z.string()),
})

/** Addresses of sealed packages; apart from the others, so that the page fetches their answers' shapes only when it asks. */
export const sealingRoutes = {
  leads: get('/api/leads', 'Sealed leads, latest first', {
    params: nothing,
    query: nothing,
    answer: LeadsAnswer,
  }),
  leadScope: {
    ...post(
      '/api/rings/:id/scope',
      'What a lead about some shops of a ring of the current run would leave out',
      {
        body: z.object({ shops: LeadFile.shape.shops.unwrap() }),
        answer: ScopeAnswer,
        problems: ['ring-unknown', 'run-missing', 'origin-refused'],
      },
    ),
    params: byId,
  },
  seal: post('/api/leads', 'Drafts and seals a lead for one recipient, approved by nobody', {
    body: LeadBody,
    answer: SealedLead,
    problems: ['ring-unknown', 'run-missing', 'origin-refused'],
  }),
  sealDraft: {
    ...post('/api/lead-files/:id/seal', 'Seals an approved lead, one package a recipient', {
      body: z.object({ seen: z.int(), by: Person }),
      answer: SealDraftAnswer,
      problems: ['lead-unknown', 'lead-refused', 'paper-changed', 'origin-refused'],
    }),
    params: byId,
  },
  stampLead: {
    ...post('/api/leads/:id/stamp', 'Asks for the time stamp of a sealed package', {
      body: nothing,
      answer: SealedLead,
      problems: ['lead-unknown', 'lead-refused', 'time-stamp-missing', 'origin-refused'],
    }),
    params: byId,
  },
} satisfies Record<string, Route>

/** What was sealed, as it passes the wire: the client takes it from here. */
export type { SealedLead } from '../domain/lead.ts'
