import { z } from 'zod'

import { Channel, Family } from '../domain/link.ts'
import { Bits, Probability, type Sha256 } from '../domain/units.ts'

const claimKinds = [
  'ring',
  'closed',
  'came_back_as',
  'same_controller',
  'shares_supply',
  'shared',
  'test_buy',
  'event',
  'supply',
  'right',
] as const

/** What one channel adds to a claim that two shops belong together. */
export const Ground = z.object({
  channel: Channel,
  family: Family,
  /** How the two values agree: `same`, `near`, `differ`. */
  level: z.string(),
  /** The values as the sources typed them. */
  a: z.string(),
  b: z.string(),
  /** Shops that hold the rarer value, both ends included. */
  holders: z.int(),
  bits: Bits,
  /** How two strangers could come to share it. */
  innocent: z.string().optional(),
  evidence: z.array(z.string()),
})
export type Ground = z.infer<typeof Ground>

/** One numbered statement of a lead. There is none without evidence. */
export const Claim = z.object({
  /** `C1`. */
  id: z.string(),
  kind: z.enum(claimKinds),
  text: z.string(),
  /** `observed`: the cited rows say it; `inferred`: it follows from them. */
  basis: z.enum(['observed', 'inferred']),
  /** Of what is inferred; absent where none was computed. */
  probability: Probability.optional(),
  /** Labels the probability was checked against; 0 means that it was not checked here yet. */
  labels: z.int().optional(),
  /** Shops of the ring that it is about. */
  shops: z.array(z.string()),
  grounds: z.array(Ground),
  evidence: z.array(z.string()).min(1),
  /** Ids of what speaks against it. */
  against: z.array(z.string()),
})
export type Claim = z.infer<typeof Claim>

/** One numbered statement that speaks against a claim, or for another explanation. */
export const Counter = z.object({
  /** `K1`. */
  id: z.string(),
  text: z.string(),
  /** Ids of the claims that it speaks against. */
  claims: z.array(z.string()),
  /** What it takes from the claim, where it was weighed. */
  bits: Bits.optional(),
  /** The channels that speak against it, each with its values. */
  grounds: z.array(Ground),
  evidence: z.array(z.string()).min(1),
})
export type Counter = z.infer<typeof Counter>

/** A claim before it has a number: `about` is what counters name it by. */
export interface ClaimDraft
  extends Omit<Claim, 'id' | 'grounds' | 'evidence' | 'against' | 'probability' | 'labels'> {
  readonly about: string
  readonly probability?: Probability | undefined
  readonly labels?: number | undefined
  readonly grounds?: readonly Ground[] | undefined
  readonly records: readonly Sha256[]
}

/** A counter before it has a number; it speaks against every claim about `about`. */
export interface CounterDraft {
  readonly about: string
  readonly text: string
  readonly bits?: Bits | undefined
  readonly grounds?: readonly Ground[] | undefined
  readonly records: readonly Sha256[]
}
