import { z } from 'zod'

import { Sha256 } from './units.ts'

/** What can be counted of a registrant, in the order in which people are told it. */
export const nomineeCodes = [
  'shops',
  'platforms',
  'companies',
  'dispatch_apart',
  'phones_apart',
  'phones_apart_from_dispatch',
  'phones_abroad',
  'accounts_of_others',
  'shared_contacts',
  'youngest',
  'oldest',
  'changes_before_closing',
] as const
export const NomineeCode = z.enum(nomineeCodes)
export type NomineeCode = z.infer<typeof NomineeCode>

/** A province of China by GB/T 2260, as people call it. */
const NamedProvince = z.object({
  code: z.string().regex(/^\d{6}$/),
  name: z.object({ en: z.string(), 'zh-CN': z.string() }),
})
export type NamedProvince = z.infer<typeof NamedProvince>

/** One count about a registrant: a figure beside how common it is, never a verdict. */
export const NomineeIndicator = z.object({
  code: NomineeCode,
  /** A count; of `youngest` and `oldest` an age in whole years; of `shared_contacts` other registrants. */
  value: z.int(),
  /** Registrants of whom it is known, and those of them who have at least as many (of `youngest`: are as young or younger). */
  known: z.int(),
  asMany: z.int(),
  /** What is counted, by keys, sorted, the first 50. */
  keys: z.array(z.string()),
  keysOmitted: z.int(),
  /** Of what lies in another province: in which each of `keys` lies, in their order, and the provinces that it is held against. */
  apart: z.object({ at: z.array(NamedProvince), from: z.array(NamedProvince) }).optional(),
  /** Records that say so, sorted, the first 50. */
  records: z.array(Sha256),
  recordsOmitted: z.int(),
})
export type NomineeIndicator = z.infer<typeof NomineeIndicator>
