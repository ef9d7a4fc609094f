import { z } from 'zod'

import { Channel, Family } from './link.ts'
import { RingEvent } from './ring-event.ts'
import { Fragility } from './ring-fragility.ts'
import { IsoDate, Probability } from './units.ts'

/** How a shop came to belong to a ring. */
export const Membership = z.object({
  shop: z.string(),
  /** The weakest step of its best path to the ring's first shop: shown as that, never as a probability of membership. */
  weakestStep: Probability,
  /** Product of the steps of that path: the chance that all of them hold. */
  joint: Probability,
  /** Shops along the path, from the ring's first shop to this one. */
  path: z.array(z.string()),
})
export type Membership = z.infer<typeof Membership>

/** Two parts that would be one ring if a person confirmed the link between them. */
/** Which guard held a link back, and by what; a witness is the one kind of evidence that spoke. */
export const BridgeReason = z.object({
  code: z.enum(['one_account', 'one_kind', 'no_kind', 'called_different', 'divided']),
  witness: Family.or(z.literal('gap')).optional(),
  /** Of the links between the two parts. */
  surest: Probability.optional(),
})
export type BridgeReason = z.infer<typeof BridgeReason>

export const ProposedBridge = z.object({
  from: z.string(),
  to: z.string(),
  probability: Probability,
  channels: z.array(Channel),
  /** Why it was not taken: which guard, in one sentence. */
  because: z.string(),
  /** The same for whoever says it in another language; absent in runs of versions that did not keep it. */
  reason: BridgeReason.optional(),
})
export type ProposedBridge = z.infer<typeof ProposedBridge>

/** One stated part of a ring's rank. */
export const RankPart = z.object({
  part: z.string(),
  value: z.number(),
  /** Points for one of what counts; absent in runs of versions that did not say. */
  weight: z.number().optional(),
  points: z.number(),
})
export type RankPart = z.infer<typeof RankPart>

/** Two shops that people called the same or different while the evidence says otherwise. `a` < `b`. */
export const Strain = z.object({
  a: z.string(),
  b: z.string(),
  verdict: z.enum(['same', 'different']),
  /** Of one controller, by the evidence without the decision, and as it is told with it. */
  evidence: Probability,
  decided: Probability,
  /** True where people called the two different, and the same as others that hold both in one ring. */
  contradicted: z.boolean().optional(),
})
export type Strain = z.infer<typeof Strain>

/** Shops that one controller or one organised group runs, with what they share. A ring has a rank, not a probability. */
export const Ring = z.object({
  /** `ring:…`, after the shop that was its first when it was found; kept from run to run (docs/rings.md). */
  id: z.string(),
  name: z.string(),
  /** 1 is first in the queue. */
  rank: z.int().min(1),
  parts: z.array(RankPart),
  /** First opened first. */
  members: z.array(Membership),
  size: z.int(),
  /** Shops not known to be closed. */
  live: z.int(),
  closed: z.int(),
  /** The weakest link among those that hold the ring together. */
  weakestStep: Probability,
  bridges: z.array(ProposedBridge),
  /** Channels that hold it together, most used first. */
  channels: z.array(Channel),
  /** The day to which the first run that had it under this id answers; absent in runs of versions that did not keep ids. */
  since: IsoDate.optional(),
  /** What became of it against the run before; absent where its shops are the same. */
  event: RingEvent.optional(),
  /** Decisions about its shops that the evidence strains against, by shops; absent where there are none. */
  strains: z.array(Strain).optional(),
  /** The fewest facts without which it falls apart; absent where no facts do it, and in runs of versions that did not say. */
  fragility: Fragility.optional(),
})
export type Ring = z.infer<typeof Ring>
