import { z } from 'zod'

import { IsoDate, Sha256 } from './units.ts'

/** The public half of a key that leads are signed with. */
export const SigningKey = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** SHA-256 of the 32 bytes of the key: short enough to be read out over a telephone. */
  fingerprint: Sha256,
  /** The 32 bytes of RFC 8032, as base64. */
  publicKey: z.base64().length(44),
  from: IsoDate,
  /** The day on which another key took its place; absent for the key in use. */
  until: IsoDate.optional(),
})
export type SigningKey = z.infer<typeof SigningKey>

/** Every key that one deployment has signed with, oldest first; the last is in use. */
export const KeyHistory = z.strictObject({ keys: z.array(SigningKey).min(1) })
export type KeyHistory = z.infer<typeof KeyHistory>
