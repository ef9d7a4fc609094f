import { z } from 'zod'

import { Attribution } from './attribution.ts'
import { Link } from './link.ts'
import { RunReliability } from './reliability.ts'
import { RunGenerics } from './rescored.ts'
import { Ring } from './ring.ts'
import { RunLineage } from './ring-event.ts'
import { RunSupply } from './run-supply.ts'
import { UnfinishedSource } from './unfinished.ts'
import { EpochMs, IsoDate, Probability, Sha256 } from './units.ts'

export const RunSummary = z.object({
  shops: z.int(),
  closures: z.int(),
  pairsCompared: z.int(),
  links: z.int(),
  cameBack: z.int(),
  rings: z.int(),
  largestRing: z.int(),
  proposedBridges: z.int(),
  /** Values so widely held that they counted for nothing. */
  genericValues: z.int(),
  /** Shared values whose holders were not all compared, to keep the number of pairs in bounds; absent when there was none. */
  keysOmitted: z.int().optional(),
  /** Files of which the store may have held only a part when the graph was read; absent where there was none, and in runs of versions that did not tell. */
  unfinished: z.array(UnfinishedSource).optional(),
  /** Absent where too few people decided without seeing the score. */
  reliability: RunReliability.optional(),
})
export type RunSummary = z.infer<typeof RunSummary>

/** What a run was computed from and by; the same of each gives the same links and rings. */
export const RunDraft = z.object({
  at: EpochMs,
  asOf: IsoDate,
  model: z.string(),
  seed: z.int(),
  /** Links at or above it hold rings together. */
  threshold: Probability,
  /** Canonical hash of the graph that was read. */
  graph: Sha256,
  summary: RunSummary,
})
export type RunDraft = z.infer<typeof RunDraft>

export const Run = RunDraft.extend({
  /** 1 for the first run of a store; given by the store when the run is published. */
  id: z.int().min(1),
})
export type Run = z.infer<typeof Run>

/**
 * What a run judged pairs by, as linkage wrote it down. Of its shape only the name is promised: a version that weighs evidence otherwise keeps
 * and moves it unread.
 */
export const StoredModel = z.looseObject({ name: z.string() })
export type StoredModel = z.infer<typeof StoredModel>

/** Everything a run publishes, whole or not at all. */
export const RunContents = z.object({
  links: z.array(Link),
  rings: z.array(Ring),
  attributions: z.array(Attribution),
  /** Absent in runs of versions that did not keep it. */
  model: StoredModel.optional(),
  /** What counted for nothing, and which links of the run before that changed; absent in runs of versions that did not keep it. */
  generics: RunGenerics.optional(),
  /** Which rings are no more, and which shops came and went; absent in runs of versions that did not keep it. */
  lineage: RunLineage.optional(),
  /** Which actions hit its rings hardest, and which places are one; absent in runs of versions that did not keep it. */
  supply: RunSupply.optional(),
})
export type RunContents = z.infer<typeof RunContents>
