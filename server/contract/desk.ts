import { z } from 'zod'

import { BareEdge, BareNode, EdgeType, NodeKind } from '../domain/graph.ts'
import { Link } from '../domain/link.ts'
import { Case } from '../domain/paper/case.ts'
import { Hold } from '../domain/paper/hold.ts'
import { Note } from '../domain/paper/note.ts'
import { CasePaper, HoldPaper, NotePaper, ScenePaper } from '../domain/paper/paper.ts'
import { SavedScene, sceneKeysMax } from '../domain/paper/scene.ts'
import { SubjectId } from '../domain/paper/subject.ts'
import { Person } from '../domain/paper/words.ts'
import { SourceRecord } from '../domain/record.ts'
import { EpochMs, IsoDate } from '../domain/units.ts'
import { Direction, When } from './graph.ts'

export const CasesAnswer = z.object({ items: z.array(CasePaper) })
export const CaseBody = Case.omit({ at: true, revision: true, retractedAt: true }).extend({
  /** Absent for a new case. */
  id: z.string().max(200).optional(),
  /** The revision that the change was made to; absent for a new case. */
  seen: z.int().optional(),
})

export const NotesQuery = z.object({
  /** Of one thing or link; without it, those of everything. */
  about: SubjectId.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})
export const NotesAnswer = z.object({
  /** Latest first. */
  items: z.array(NotePaper),
  total: z.int(),
  omitted: z.int(),
})
export const NoteBody = Note.pick({ about: true, by: true, text: true })

export const HoldsAnswer = z.object({ items: z.array(HoldPaper) })
/** Of a day in the past; of today when absent. */
export const HoldsTableQuery = z.strictObject({ asOf: IsoDate.optional() })
export const HoldBody = Hold.pick({ shop: true, until: true, why: true, by: true })

export const ScenesAnswer = z.object({ items: z.array(ScenePaper) })
export const SceneBody = SavedScene.omit({ at: true, retractedAt: true }).extend({
  /** Absent for a new scene. */
  id: z.string().max(200).optional(),
})

/** Things by their keys with what is known among them, for a picture that no ring is. */
export const GatherBody = z.object({
  keys: z.array(z.string().min(1).max(2_000)).min(1).max(sceneKeysMax),
  /** As all of it was known at a moment, run and links included. */
  knownAt: When.knownAt,
})
export const GatherAnswer = z.object({
  nodes: z.array(BareNode),
  edges: z.array(BareEdge),
  /** The run that was published last by then; absent where there was none. */
  run: z.int().optional(),
  /** Its links among the shops. */
  links: z.array(Link),
  holders: z.record(z.string(), z.int()),
  generic: z.array(z.string()),
  events: z.array(SourceRecord),
  /** Keys that the store does not know, or no longer, or did not know then. */
  unknown: z.array(z.string()),
  /** Events that found no room. */
  omitted: z.int(),
})
export type GatherAnswer = z.infer<typeof GatherAnswer>

export const ConflictsQuery = z.object({
  /** A ring by its id, or a thing by its key. */
  about: z.string().min(1).max(2_000),
  /** The case that asks, which is no other case. */
  case: z.string().max(200).optional(),
})
/** That others are at it already: who, and nothing of what they found. */
export const ConflictsAnswer = z.object({
  cases: z.array(z.object({ owner: Person, status: z.enum(['open', 'closed']) })),
  leads: z.array(z.object({ sealedBy: z.string(), sealedAt: EpochMs })),
})
export type ConflictsAnswer = z.infer<typeof ConflictsAnswer>

/** Lines in one pasted list at most. */
export const matchLinesMax = 500
export const MatchBody = z.object({
  lines: z.array(z.string().max(2_000)).min(1).max(matchLinesMax),
})
export const MatchFound = z.object({ key: z.string(), kind: NodeKind, name: z.string() })
export type MatchFound = z.infer<typeof MatchFound>
export const MatchedLine = z.object({
  line: z.string(),
  /** `unasked`: the time for one request was over before its turn came. */
  state: z.enum(['matched', 'ambiguous', 'unknown', 'unasked']),
  /** One when matched; the first ten when ambiguous. */
  found: z.array(MatchFound),
  /** Found, and not told. */
  more: z.int(),
})
export type MatchedLine = z.infer<typeof MatchedLine>
export const MatchAnswer = z.object({
  lines: z.array(MatchedLine),
  /** Empty lines and repetitions, which were left out. */
  skipped: z.int(),
})

export const ReviewQuery = z.object({
  /** One letter of the answer's strata; without it, the one that was reviewed least. */
  stratum: z
    .string()
    .regex(/^[A-J]$/)
    .optional(),
})
/** One shop as its records describe it, without anything that a run derived. */
export const ShopFace = z.object({
  node: BareNode,
  values: z.array(
    z.object({
      type: EdgeType,
      direction: Direction,
      node: BareNode.pick({ key: true, kind: true, name: true, properties: true }),
      firstSeen: z.string().optional(),
      lastSeen: z.string().optional(),
    }),
  ),
  listings: z.array(SourceRecord),
  /** Values and listings that found no room. */
  omitted: z.int(),
})
export type ShopFace = z.infer<typeof ShopFace>
export const ReviewAnswer = z.object({
  run: z.int(),
  /** Absent when nothing is left to review. */
  pair: z.object({ a: ShopFace, b: ShopFace }).optional(),
  /** Strata go by letters that are dealt anew for each run, so that none says how probable its pairs are. */
  strata: z.array(z.object({ stratum: z.string(), decided: z.int() })),
  /** Over all strata: how large each is would say which holds the surest pairs. */
  wanted: z.int(),
})
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

/** What people write, as it passes the wire: the client takes it from here. */
export type { Case, Hypothesis, HypothesisState, Question } from '../domain/paper/case.ts'
export type { CasePaper, HoldPaper, NotePaper, ScenePaper } from '../domain/paper/paper.ts'
