import { z } from 'zod'

/** A probability or share, from 0 to 1 inclusive. */
export const Probability = z.number().min(0).max(1).brand<'Probability'>()
export type Probability = z.infer<typeof Probability>

/** log2 of a likelihood ratio or of odds: how much more likely an agreement is under one controller than by chance. */
export const Bits = z.number().brand<'Bits'>()
export type Bits = z.infer<typeof Bits>

/** Whole days; negative when the later thing began before the earlier one ended. */
export const Days = z.int().brand<'Days'>()
export type Days = z.infer<typeof Days>

/** Milliseconds since 1970-01-01T00:00:00Z, as an integer. */
export const EpochMs = z.int().brand<'EpochMs'>()
export type EpochMs = z.infer<typeof EpochMs>

/** A calendar day that exists, `2026-03-14`, in the time zone of its dataset. Sorts as text. */
export const IsoDate = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
export type Sha256 = z.infer<typeof Sha256>

const msPerDay = 86_400_000

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): Days {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay) as Days
}

/** The day of a moment, in UTC. */
export function dayOfMoment(at: EpochMs): IsoDate {
  return IsoDate.parse(new Date(at).toISOString().slice(0, 10))
}

/** The logistic function to base 2: the probability that `bits` of posterior log-odds stand for. */
export function bitsToProbability(bits: number): Probability {
  return (1 / (1 + 2 ** -bits)) as Probability
}

/** The inverse of {@link bitsToProbability}; ±Infinity at 0 and 1. */
export function probabilityToBits(probability: number): Bits {
  return Math.log2(probability / (1 - probability)) as Bits
}
