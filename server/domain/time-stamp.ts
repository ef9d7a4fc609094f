import { z } from 'zod'

import { EpochMs, Sha256 } from './units.ts'

/** What a time-stamping authority states of the signed bytes of a package: RFC 3161, TSTInfo. */
export const TimeStamp = z.object({
  /** When the authority saw them. */
  at: EpochMs,
  /** How far that may be off, where the authority says so. */
  accuracyMs: z.number().optional(),
  /** As its certificate names it. */
  authority: z.string(),
  /** Object identifier of the rules that it keeps to. */
  policy: z.string(),
  /** Hexadecimal, one number a token of the authority. */
  serial: z.string(),
  /** SHA-256 of the certificate that signed. */
  certificate: Sha256,
})
export type TimeStamp = z.infer<typeof TimeStamp>

/** A time stamp that is kept beside a package, as the authority sent it. */
export const KeptStamp = TimeStamp.extend({ sha256: Sha256, size: z.int() })

/** Why an authority gave no time stamp that holds. */
const StampReason = z.enum([
  'unreachable',
  'late',
  'answered',
  'large',
  'unreadable',
  'rejected',
  'unsound',
])

/** An attempt that gave no time stamp; the package is sealed all the same. */
export const StampFailure = z.object({
  /** Of the authority that was asked. */
  url: z.string(),
  reason: StampReason,
  /** What was wrong, in English or the authority's own words. */
  detail: z.string(),
})
export type StampFailure = z.infer<typeof StampFailure>

/** The address of an authority: over HTTP, and without a name or password in it. */
export function isAuthorityUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return (
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === ''
  )
}

/** An object identifier in dots, such as `1.3.6.1.4.1.4146.2.3`. */
export const policyPattern = /^[0-2](?:\.(?:0|[1-9]\d{0,15})){1,30}$/
