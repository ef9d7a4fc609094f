import { z } from 'zod'

import { Case } from './case.ts'
import { Forgetting } from './forgetting.ts'
import { Hold } from './hold.ts'
import { LeadFile } from './lead.ts'
import { Note } from './note.ts'
import { StatedRole } from './role.ts'
import { SavedScene } from './scene.ts'

const Id = z.string().min(1).max(200)

export const CasePaper = z.object({ id: Id, kind: z.literal('case'), body: Case })
export type CasePaper = z.infer<typeof CasePaper>
export const NotePaper = z.object({ id: Id, kind: z.literal('note'), body: Note })
export type NotePaper = z.infer<typeof NotePaper>
export const HoldPaper = z.object({ id: Id, kind: z.literal('hold'), body: Hold })
export type HoldPaper = z.infer<typeof HoldPaper>
export const ScenePaper = z.object({ id: Id, kind: z.literal('scene'), body: SavedScene })
export type ScenePaper = z.infer<typeof ScenePaper>
/** Its id is that of the lead with its version: `L-2026-000001-v1`. */
export const LeadPaper = z.object({ id: Id, kind: z.literal('lead'), body: LeadFile })
export type LeadPaper = z.infer<typeof LeadPaper>
export const RolePaper = z.object({ id: Id, kind: z.literal('role'), body: StatedRole })
export type RolePaper = z.infer<typeof RolePaper>
export const ForgettingPaper = z.object({
  id: Id,
  kind: z.literal('forgetting'),
  body: Forgetting,
})
export type ForgettingPaper = z.infer<typeof ForgettingPaper>

/** What people write beside the graph. Never deleted: taking it back marks it. Ids sort by the time of the first writing. */
export const Paper = z.discriminatedUnion('kind', [
  CasePaper,
  NotePaper,
  HoldPaper,
  ScenePaper,
  LeadPaper,
  RolePaper,
  ForgettingPaper,
])
export type Paper = z.infer<typeof Paper>
export type PaperKind = Paper['kind']
/** The papers of one kind. */
export type PaperOf<Kind extends PaperKind> = Extract<Paper, { kind: Kind }>
