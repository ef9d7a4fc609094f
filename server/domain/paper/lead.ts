import { z } from 'zod'

import { LeadPart } from '../leads/lead-part.ts'
import { EpochMs, IsoDate } from '../units.ts'
import { Person, Title, Wording } from './words.ts'

/** Where a lead stands, from the first draft to the last answer. */
export const LeadState = z.enum([
  'draft',
  'reviewed',
  'approved',
  'sealed',
  'transmitted',
  'acknowledged',
  'accepted',
  'declined',
  'investigating',
  'outcome',
  'closed',
  'withdrawn',
  'superseded',
])
export type LeadState = z.infer<typeof LeadState>

/** One step of a lead: never taken out again. */
export const LeadStep = z.object({
  to: LeadState,
  by: Person,
  at: EpochMs,
  because: Wording.optional(),
})
export type LeadStep = z.infer<typeof LeadStep>

/** What a recipient may see: an authority all that belongs to the ring, others no personal data. */
export const Audience = z.enum(['authority', 'rights_holder', 'platform'])
export type Audience = z.infer<typeof Audience>

export const Recipient = z.object({
  name: Title,
  audience: Audience,
  /** ISO 3166-1 country that the package goes to. */
  territory: z.string().regex(/^[A-Z]{2}$/),
})
export type Recipient = z.infer<typeof Recipient>

/** What came of a lead, by kind: how many, or how much. */
export const OutcomeKind = z.enum([
  'detained',
  'arrested',
  'prosecuted',
  'not_prosecuted',
  'convicted',
  'acquitted',
  'sites_closed',
  'goods_seized',
  'funds_frozen',
  'penalty',
  'unfounded',
])
export type OutcomeKind = z.infer<typeof OutcomeKind>

export const Outcome = z.object({
  id: z.string().min(1).max(100),
  kind: OutcomeKind,
  on: IsoDate,
  /** Persons, sites or units of goods. */
  count: z.int().min(0).optional(),
  /** Of goods, funds or a fine; `basis` says what it is worth by: price tag, price of the genuine article, expert opinion. */
  value: z
    .object({
      amount: z.number().min(0),
      currency: z.string().regex(/^[A-Z]{3}$/),
      basis: Title,
    })
    .optional(),
  /** The document that says so. */
  source: Wording,
  by: Person,
  at: EpochMs,
  /** A second person who compared it with the document. */
  verifiedBy: Person.optional(),
  retractedAt: EpochMs.optional(),
})
export type Outcome = z.infer<typeof Outcome>

/** A lead as people work at it. Its packages are kept apart, one a recipient. */
export const LeadFile = z.object({
  /** What it is about, as it was at the run. */
  ring: z.string().min(1).max(2_000),
  run: z.int(),
  name: Title,
  author: Person,
  to: z.array(Recipient).min(1).max(20),
  /** What the recipients are asked to do. */
  asks: Wording,
  language: z.enum(['en', 'zh-CN']),
  /**
   * Which registrants and account holders go by their names, where the audience may see names at all: those to whom a person stated a role in the ring or one of its shops, as many
   * a registrant has lent his name or lost it; or all of them.
   */
  names: z.enum(['stated', 'all']).default('stated'),
  /** Registered rights that the author names, by `right_id` or `dataset/right_id`, beside those that records lead to. */
  rights: z.array(z.string().trim().min(1).max(400)).max(50).optional(),
  /** Keys of the ring's shops that it is about, where its author chose some; all of them when absent. */
  shops: z.array(z.string().min(1).max(2_000)).min(1).max(500).optional(),
  /** All leads about the ring where it was split by jurisdiction, this one among them, the main one first: each counts its own shops. */
  parts: z.array(LeadPart).max(34).optional(),
  /** Oldest first; the first is the draft. */
  steps: z.array(LeadStep).min(1),
  /** Ids of the packages that were sealed, in the order of the recipients; empty until then. */
  packages: z.array(z.string()),
  /** The version of this lead that it takes the place of. */
  supersedes: z.string().optional(),
  outcomes: z.array(Outcome).max(500),
  at: EpochMs,
  /** Counts up with each change, so that of two people who change it at once the second is told. */
  revision: z.int().min(1),
})
export type LeadFile = z.infer<typeof LeadFile>
