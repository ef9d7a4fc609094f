import { CasePaper, HoldPaper, NotePaper, RolePaper, ScenePaper } from '../domain/paper/paper.ts'
import {
  CaseBody,
  CasesAnswer,
  ConflictsAnswer,
  ConflictsQuery,
  GatherAnswer,
  GatherBody,
  HoldBody,
  HoldsAnswer,
  MatchAnswer,
  MatchBody,
  NoteBody,
  NotesAnswer,
  NotesQuery,
  ReviewAnswer,
  ReviewQuery,
  SceneBody,
  ScenesAnswer,
} from './desk.ts'
import { RoleBody, RolesAnswer, RolesQuery, WithdrawBody } from './roles.ts'
import type { Route } from './route.ts'
import { byId, get, nothing, post, takeBack } from './route.ts'

const nodeProblems = ['node-unknown', 'origin-refused'] as const
const paperProblems = ['paper-unknown', 'origin-refused'] as const

/** Addresses of what people write, and of the work that they do without a picture. */
export const deskRoutes = {
  cases: get('/api/cases', 'Cases, retracted ones too', {
    params: nothing,
    query: nothing,
    answer: CasesAnswer,
  }),
  putCase: post('/api/cases', 'Opens a case, or replaces one as it was last seen', {
    body: CaseBody,
    answer: CasePaper,
    problems: ['paper-unknown', 'paper-changed', 'origin-refused'],
  }),
  retractCase: takeBack('/api/cases/:id', 'Takes a case back; it stays on record as retracted', {
    answer: CasePaper,
    problems: paperProblems,
  }),
  conflicts: get('/api/conflicts', 'Whether others have a ring or a thing in a case or a lead', {
    params: nothing,
    query: ConflictsQuery,
    answer: ConflictsAnswer,
  }),
  notes: get('/api/notes', 'What people wrote of things and links, retracted notes too', {
    params: nothing,
    query: NotesQuery,
    answer: NotesAnswer,
  }),
  putNote: post('/api/notes', 'Writes a note on a thing or a link', {
    body: NoteBody,
    answer: NotePaper,
    problems: nodeProblems,
  }),
  retractNote: takeBack('/api/notes/:id', 'Takes a note back; it stays on record as retracted', {
    answer: NotePaper,
    problems: paperProblems,
  }),
  holds: get('/api/holds', 'Shops that were put on hold, released and past holds too', {
    params: nothing,
    query: nothing,
    answer: HoldsAnswer,
  }),
  putHold: post('/api/holds', 'Puts a shop on hold: no taking down, warning or test buy', {
    body: HoldBody,
    answer: HoldPaper,
    problems: nodeProblems,
  }),
  releaseHold: takeBack('/api/holds/:id', 'Releases a hold before its day', {
    answer: HoldPaper,
    problems: paperProblems,
  }),
  scenes: get('/api/scenes', 'Saved scenes, retracted ones too', {
    params: nothing,
    query: nothing,
    answer: ScenesAnswer,
  }),
  putScene: post('/api/scenes', 'Saves a scene, or replaces one', {
    body: SceneBody,
    answer: ScenePaper,
    problems: paperProblems,
  }),
  retractScene: takeBack('/api/scenes/:id', 'Takes a scene back; it stays on record as retracted', {
    answer: ScenePaper,
    problems: paperProblems,
  }),
  roles: get('/api/roles', 'What people stated of who controls and does what, withdrawn too', {
    params: nothing,
    query: RolesQuery,
    answer: RolesAnswer,
  }),
  stateRole: post('/api/roles', 'States with evidence who controls a shop or ring, or does what', {
    body: RoleBody,
    answer: RolePaper,
    problems: ['node-unknown', 'ring-unknown', 'run-missing', 'origin-refused'],
  }),
  withdrawRole: {
    method: 'post' as const,
    path: '/api/roles/:id/withdrawal',
    summary: 'Withdraws a statement; it stays on record with who withdrew it and when',
    params: byId,
    query: nothing,
    body: WithdrawBody,
    answer: RolePaper,
    problems: paperProblems,
  },
  gather: post('/api/gatherings', 'Things by their keys with what is known among them', {
    body: GatherBody,
    answer: GatherAnswer,
  }),
  match: post('/api/matches', 'Which things the lines of a pasted list name', {
    body: MatchBody,
    answer: MatchAnswer,
  }),
  nextReview: get('/api/reviews/next', 'The next pair to decide on without seeing its score', {
    params: nothing,
    query: ReviewQuery,
    answer: ReviewAnswer,
    problems: ['run-missing'],
  }),
} satisfies Record<string, Route>
