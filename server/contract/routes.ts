import { Decision } from '../domain/decision.ts'
import { GenericRuling } from '../domain/generic.ts'
import { CandidatesAnswer, CandidatesBody } from './candidates.ts'
import { deskRoutes } from './desk-routes.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { FlowsAnswer } from './flows.ts'
import {
  NeighboursAnswer,
  NeighboursQuery,
  NodeAnswer,
  NodeQuery,
  RelationAnswer,
  RelationQuery,
  SearchAnswer,
  SearchQuery,
} from './graph.ts'
import { Health } from './health.ts'
import { PathsAnswer, PathsBody } from './paths.ts'
import { EventsAnswer, LinkAnswer, LinkQuery, PageQuery, RingAnswer, RingsAnswer } from './ring.ts'
import {
  RingCompared,
  RingComparedQuery,
  RingHistoryAnswer,
  RingHistoryQuery,
  RingInRunAnswer,
  RingInRunParams,
} from './ring-history.ts'
import { byId, get, nothing, post, type Route } from './route.ts'
import { ChangesAnswer, ChangesQuery, RunNumber, RunsAnswer } from './runs.ts'
import { ChokePointsAnswer, ChokePointsQuery, EnablersAnswer } from './supply.ts'
import { uploadRoutes } from './upload-routes.ts'
import { QuarantineAnswer, QuarantineQuery } from './uploads.ts'
import {
  AdoptBody,
  DecisionBody,
  DecisionsAnswer,
  DetectBody,
  GenericsAnswer,
  Job,
  JobsAnswer,
  LoadBody,
  RulingBody,
  RulingsAnswer,
  SourcesAnswer,
} from './work.ts'

export type { Route } from './route.ts'

export const routes = {
  health: get('/api/health', 'Which store is open, and its current run', {
    params: nothing,
    query: nothing,
    answer: Health,
  }),
  search: get('/api/search', 'Things whose name, key or identifier holds a text', {
    params: nothing,
    query: SearchQuery,
    answer: SearchAnswer,
  }),
  node: get('/api/nodes', 'One thing with the records behind it', {
    params: nothing,
    query: NodeQuery,
    answer: NodeAnswer,
    problems: ['node-unknown'],
  }),
  neighbours: get(
    '/api/neighbours',
    'What a thing is related to: counts first, then pages by type',
    {
      params: nothing,
      query: NeighboursQuery,
      answer: NeighboursAnswer,
      problems: ['node-unknown'],
    },
  ),
  relation: get('/api/relations', 'One relation with the records behind it', {
    params: nothing,
    query: RelationQuery,
    answer: RelationAnswer,
    problems: ['relation-unknown'],
  }),
  links: get('/api/links', 'Why two shops are linked, in bits', {
    params: nothing,
    query: LinkQuery,
    answer: LinkAnswer,
    problems: ['node-unknown', 'run-missing'],
  }),
  candidates: post(
    '/api/candidates',
    'Neighbors to choose from, first those that share more with a picture',
    {
      body: CandidatesBody,
      answer: CandidatesAnswer,
      problems: ['node-unknown', 'origin-refused'],
    },
  ),
  paths: post('/api/paths', 'The strongest ways between two things, hop by hop', {
    body: PathsBody,
    answer: PathsAnswer,
    problems: ['node-unknown', 'origin-refused'],
  }),
  events: get('/api/events', 'Openings, closures and returns by month', {
    params: nothing,
    query: nothing,
    answer: EventsAnswer,
  }),
  rings: get('/api/rings', 'The ring queue of the current run', {
    params: nothing,
    query: PageQuery,
    answer: RingsAnswer,
  }),
  ring: get('/api/rings/:id', 'One ring with everything its picture is drawn from', {
    params: byId,
    query: nothing,
    answer: RingAnswer,
    problems: ['ring-unknown', 'run-missing'],
  }),
  ringHistory: get('/api/rings/:id/history', 'One ring in every run, and what became of it', {
    params: byId,
    query: RingHistoryQuery,
    answer: RingHistoryAnswer,
    problems: ['ring-unknown'],
  }),
  ringCompared: get('/api/rings/:id/compared', 'The shops of one ring in two runs', {
    params: byId,
    query: RingComparedQuery,
    answer: RingCompared,
    problems: ['ring-unknown', 'run-unknown'],
  }),
  ringInRun: get('/api/rings/:id/runs/:run', 'One ring as a run knew it', {
    params: RingInRunParams,
    query: nothing,
    answer: RingInRunAnswer,
    problems: ['ring-unknown', 'run-unknown'],
  }),
  flows: get('/api/rings/:id/flows', 'Parcels and relations from factories to origins, by day', {
    params: byId,
    query: nothing,
    answer: FlowsAnswer,
    problems: ['ring-unknown', 'run-missing'],
  }),
  enablers: get(
    '/api/enablers',
    'What very many shops share, against how many of them were closed for counterfeit',
    { params: nothing, query: nothing, answer: EnablersAnswer },
  ),
  chokePoints: get(
    '/api/choke-points',
    'Which few accounts, origins, factories and sellers to act on to remove most harm',
    {
      params: nothing,
      query: ChokePointsQuery,
      answer: ChokePointsAnswer,
      problems: ['run-missing'],
    },
  ),
  runs: get('/api/runs', 'Published runs, latest first', {
    params: nothing,
    query: nothing,
    answer: RunsAnswer,
  }),
  changes: get('/api/runs/:id/changes', 'What a run says that an earlier one did not', {
    params: RunNumber,
    query: ChangesQuery,
    answer: ChangesAnswer,
    problems: ['run-unknown'],
  }),
  sources: get('/api/sources', 'Loaded files, each an evidence item', {
    params: nothing,
    query: nothing,
    answer: SourcesAnswer,
  }),
  decisions: get('/api/decisions', 'What people decided, retracted decisions too', {
    params: nothing,
    query: nothing,
    answer: DecisionsAnswer,
  }),
  decide: post('/api/decisions', 'Records what a person says of two shops', {
    body: DecisionBody,
    answer: Decision,
    problems: ['node-unknown', 'origin-refused'],
  }),
  retract: {
    method: 'delete' as const,
    path: '/api/decisions/:id',
    summary: 'Takes a decision back; it stays on record as retracted',
    params: byId,
    query: nothing,
    body: nothing,
    answer: Decision,
    problems: ['decision-unknown', 'origin-refused'] as const,
  },
  generics: get(
    '/api/runs/current/generics',
    'Values that counted for nothing, and the links that this changed against the run before',
    { params: nothing, query: nothing, answer: GenericsAnswer, problems: ['run-missing'] },
  ),
  rulings: get('/api/rulings', 'What people said of values, retracted rulings too', {
    params: nothing,
    query: nothing,
    answer: RulingsAnswer,
  }),
  rule: post('/api/rulings', 'Records that a value counts for nothing, or that it counts', {
    body: RulingBody,
    answer: GenericRuling,
    problems: ['node-unknown', 'origin-refused'],
  }),
  unrule: {
    method: 'delete' as const,
    path: '/api/rulings/:id',
    summary: 'Takes a ruling back; it stays on record as retracted',
    params: byId,
    query: nothing,
    body: nothing,
    answer: GenericRuling,
    problems: ['ruling-unknown', 'origin-refused'] as const,
  },
  load: post('/api/loads', 'Loads datasets into the user’s own store', {
    body: LoadBody,
    answer: Job,
    problems: ['job-running', 'dataset-refused', 'origin-refused'],
  }),
  adopt: post('/api/adoptions', 'Loads what a command fetched of a graph of somebody else’s', {
    body: AdoptBody,
    answer: Job,
    problems: ['job-running', 'dataset-refused', 'origin-refused'],
  }),
  quarantine: get('/api/quarantine', 'Rows that could not be loaded, with their reasons', {
    params: nothing,
    query: QuarantineQuery,
    answer: QuarantineAnswer,
  }),
  detect: post('/api/detections', 'Works out links, rings and factories and publishes a run', {
    body: DetectBody,
    answer: Job,
    problems: ['job-running', 'origin-refused'],
  }),
  jobs: get('/api/jobs', 'Jobs that the server remembers, latest first', {
    params: nothing,
    query: nothing,
    answer: JobsAnswer,
  }),
  job: get('/api/jobs/:id', 'How far a long piece of work is', {
    params: byId,
    query: nothing,
    answer: Job,
    problems: ['job-unknown'],
  }),
  stopJob: {
    method: 'delete' as const,
    path: '/api/jobs/:id',
    summary:
      'Ends a running job; batches that it has written stay until the same is loaded again or taken back',
    params: byId,
    query: nothing,
    body: nothing,
    answer: Job,
    problems: ['job-unknown', 'origin-refused'] as const,
  },
  ...uploadRoutes,
  ...deskRoutes,
  ...evidenceRoutes,
} satisfies Record<string, Route>

/** Addresses that answer with something other than JSON: an event stream, a file, this description. */
export const otherAddresses = {
  jobEvents: '/api/jobs/:id/events',
  uploadFile: '/api/uploads/:id/files/:place',
  quarantineTable: '/api/quarantine.csv',
  holdsTable: '/api/holds.csv',
  evidenceFile: '/api/evidence/receipts/:id/file',
  evidenceCopy: '/api/evidence/exports/:id',
  leadPackage: '/api/leads/:id/package',
  leadStamp: '/api/leads/:id/stamp.tsr',
  openapi: '/api/openapi.json',
} as const
