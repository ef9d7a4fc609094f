import { z } from 'zod'

import { Decision } from './decision.ts'
import { Genericness } from './generic.ts'
import { Bits, Days, IsoDate, Probability, Sha256 } from './units.ts'

export const channels = [
  'registrant',
  'id_number',
  'phone',
  'email',
  'messenger',
  'device',
  'domain',
  'tracking_id',
  'network',
  'account',
  'origin',
  'factory',
  'name',
  'images',
  'titles',
  'brands',
  'prices',
] as const
/** One kind of evidence. */
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

/** Channels that tend to change together count as one family: only independent families confirm each other. */
export const families: Record<Channel, Family> = {
  registrant: 'who',
  id_number: 'who',
  phone: 'contact',
  email: 'contact',
  messenger: 'contact',
  device: 'contact',
  domain: 'contact',
  tracking_id: 'contact',
  network: 'place',
  account: 'money',
  origin: 'place',
  factory: 'place',
  name: 'catalogue',
  images: 'catalogue',
  titles: 'catalogue',
  brands: 'catalogue',
  prices: 'catalogue',
}
export const Family = z.enum(['who', 'contact', 'money', 'place', 'catalogue'])
export type Family = z.infer<typeof Family>

export const LinkKind = z.enum(['came_back_as', 'same_controller', 'shares_supply'])
export type LinkKind = z.infer<typeof LinkKind>

/** One literal value at one end of a link, with the records that say so. */
export const LedgerValue = z.object({
  /** As the source typed it. */
  literal: z.string(),
  /** The node that stands for the value, when it is one. */
  key: z.string().optional(),
  records: z.array(Sha256),
  firstSeen: IsoDate.optional(),
  lastSeen: IsoDate.optional(),
})
export type LedgerValue = z.infer<typeof LedgerValue>

/** What one channel adds to a link. Negative bits are counter-evidence and are shown as large as the others. */
export const LedgerBar = z.object({
  channel: Channel,
  family: Family,
  /** How the two values agree, by the channel's own level names: `same`, `near`, `differ`. */
  level: z.string(),
  a: LedgerValue,
  b: LedgerValue,
  /** Probability of this level under one controller, and by chance. */
  m: z.number(),
  u: z.number(),
  /** Distinct holders of the rarer value, both ends included. */
  holders: z.int(),
  /** True when so many hold the value that it says nothing about identity. */
  generic: z.boolean(),
  /** Since when and why; absent when it is not generic, and in runs of versions that did not say. */
  genericness: Genericness.optional(),
  /** log2(m/u), before the slope and before family damping. */
  rawBits: Bits,
  /**
   * Days for which nobody was seen to have the value that both have, where they make it worth less: numbers are given out again, rooms are re-let.
   * With what they take off, which is part of `rawBits`.
   */
  apartDays: Days.optional(),
  apartBits: Bits.optional(),
  /** Calibrated slope; 1 as long as nothing was calibrated. */
  beta: z.number(),
  /** Factor from 0 to 1 for channels that tend to change together, and for a family that agrees alone. */
  damping: z.number(),
  /** What of the damping is owed to the family agreeing alone, as a factor of it; absent in company, and in runs of versions that did not ask. */
  alone: z.number().optional(),
  /** What the bar adds to the total: rawBits × beta × damping. */
  bits: Bits,
  /** How two strangers could come to share it; absent where the values differ. */
  innocent: z.string().optional(),
})
export type LedgerBar = z.infer<typeof LedgerBar>

/** Another shop that could be what the closed one came back as, with its share. */
export const Rival = z.object({ shop: z.string(), name: z.string(), probability: Probability })
export type Rival = z.infer<typeof Rival>

/**
 * What tells that a life began: a recorded opening; the first sign that somebody ran the shop, where its account is older; the day on which all that shows who runs it was
 * exchanged; or, where none is recorded, that it was first seen.
 */
export const BegunBy = z.enum(['opening', 'activity', 'handover', 'sighting'])
export type BegunBy = z.infer<typeof BegunBy>

/** The whole reason for a link. Invariants: prior + bars + gap or together + calibration + untied + through = total, and probability = 1 / (1 + 2^-total). */
export const Ledger = z.object({
  prior: z.object({
    bits: Bits,
    /** "One in N pairs": how many pairs a link had to be picked from, per true one. */
    oneIn: z.number(),
  }),
  bars: z.array(LedgerBar),
  /** Absent when no closure precedes an opening. */
  gap: z
    .object({
      closed: IsoDate,
      opened: IsoDate,
      /** Absent in runs of versions that did not say. */
      begunBy: BegunBy.optional(),
      days: Days,
      bits: Bits,
    })
    .optional(),
  /** Present when both are dated and ran side by side; absent beside a gap. */
  together: z.object({ bits: Bits }).optional(),
  calibration: z.object({
    bits: Bits,
    model: z.string(),
    /** Labels the probability was checked against; 0 means "not yet checked here". */
    labels: z.int(),
    /** What a decision moved it by, which is part of `bits`; absent where none did, and in runs of versions that did not say. */
    decided: Bits.optional(),
    /** What is taken off because no sum is surer than its sources, which is part of `bits`; absent where nothing is, and in runs of versions that did not. */
    ceiling: Bits.optional(),
  }),
  /**
   * A third shop that ties the two surer than what they have in common: what it adds, and how probable it is that one controller runs it and the first, and it and the second, each by their own
   * evidence. Absent where none does, and in runs of versions that asked none.
   */
  through: z
    .object({
      a: Probability,
      b: Probability,
      bits: Bits,
      name: z.string(),
      shop: z.string(),
    })
    .optional(),
  /**
   * Present, in place of `through`, where no third shop ties the two as it does many pairs of one controller with as much in common: what that takes off. Absent where it takes nothing, and in runs
   * of versions that did not say.
   */
  untied: z.object({ bits: Bits }).optional(),
  total: Bits,
  /** Of one controller. */
  probability: Probability,
  /**
   * The third outcome: that the two draw on one supplier, or one copies what the other shows, without one controller. Beside the probability of one
   * controller and not part of its sum; absent where nothing of the goods agrees.
   */
  supply: z
    .object({
      probability: Probability,
      /** What place and catalogue are worth as signs of one supply, against chance. */
      bits: Bits,
      /** True when the public face agrees (name, pictures, titles) while nothing of place or supply does: an imitation. */
      imitation: z.boolean(),
      /** Where a source says that one shop sells the goods of the other: the shop it names, with the records that say so. */
      stated: LedgerValue.optional(),
    })
    .optional(),
  /** How the closed shop's return is shared out: every rival, and nobody. Absent when no closure precedes an opening. */
  succession: z
    .object({
      rivals: z.array(Rival),
      notReturned: Probability,
      /** True while the closure is so recent that most who return have not yet done so. */
      tooEarly: z.boolean(),
    })
    .optional(),
  /** Channels that one side or both have no value for: 0 bits, and not a disagreement. */
  unknown: z.array(Channel),
  /** The smallest set of channels without which the probability falls below the ring threshold. */
  standsOn: z.array(Channel),
  decisions: z.array(Decision),
})
export type Ledger = z.infer<typeof Ledger>

/** A derived relation of two shops. `came_back_as` runs from the closed shop to the later one; otherwise from < to. */
export const Link = z.object({
  from: z.string(),
  to: z.string(),
  kind: LinkKind,
  /** Of the kind: succession for `came_back_as`, one controller for `same_controller`. */
  probability: Probability,
  bits: Bits,
  gapDays: Days.optional(),
  /** Channels that speak for it, strongest first. */
  channels: z.array(Channel),
  ledger: Ledger,
})
export type Link = z.infer<typeof Link>
