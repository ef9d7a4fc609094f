import {
  BoardAnswer,
  DraftBody,
  EditBody,
  LeadFileAnswer,
  LeadFilesAnswer,
  OutcomeBody,
  OutcomeChangeBody,
  OutcomeParams,
  ReviseBody,
  StepBody,
} from './lead-files.ts'
import { byId, get, nothing, post, type Route } from './route.ts'

const problems = ['lead-unknown', 'lead-refused', 'paper-changed', 'origin-refused'] as const

/** Addresses of leads as people work at them, from the draft to what came of it; sealing-routes.ts has the packages. Apart from the others, so that the page fetches their answers' shapes only when it asks. */
export const leadRoutes = {
  leadFiles: get('/api/lead-files', 'Leads as people work at them, latest first', {
    params: nothing,
    query: nothing,
    answer: LeadFilesAnswer,
  }),
  leadFile: get('/api/lead-files/:id', 'One lead with its steps, packages and outcomes', {
    params: byId,
    query: nothing,
    answer: LeadFileAnswer,
    problems: ['lead-unknown'],
  }),
  draft: post('/api/lead-files', 'Begins a lead about a ring of the current run', {
    body: DraftBody,
    answer: LeadFileAnswer,
    problems: ['ring-unknown', 'run-missing', 'origin-refused'],
  }),
  editDraft: {
    ...post('/api/lead-files/:id', 'Changes a draft: recipients, what is asked, language', {
      body: EditBody,
      answer: LeadFileAnswer,
      problems,
    }),
    params: byId,
  },
  stepLead: {
    ...post('/api/lead-files/:id/steps', 'Takes a lead one step further', {
      body: StepBody,
      answer: LeadFileAnswer,
      problems,
    }),
    params: byId,
  },
  reviseLead: {
    ...post('/api/lead-files/:id/versions', 'Begins the next version of a lead that has left', {
      body: ReviseBody,
      answer: LeadFileAnswer,
      problems: [...problems, 'run-missing'],
    }),
    params: byId,
  },
  putOutcome: {
    ...post('/api/lead-files/:id/outcomes', 'Records what came of a lead', {
      body: OutcomeBody,
      answer: LeadFileAnswer,
      problems,
    }),
    params: byId,
  },
  changeOutcome: {
    ...post('/api/lead-files/:id/outcomes/:outcome', 'Verifies an outcome, or takes it back', {
      body: OutcomeChangeBody,
      answer: LeadFileAnswer,
      problems,
    }),
    params: OutcomeParams,
  },
  leadBoard: get('/api/lead-board', 'Where leads stand and what came of them, by year', {
    params: nothing,
    query: nothing,
    answer: BoardAnswer,
  }),
} satisfies Record<string, Route>
