import { z } from 'zod'

import { Audience, OutcomeKind } from '../../domain/paper/lead.ts'
import { isAuthorityUrl, policyPattern } from '../../domain/time-stamp.ts'
import { IsoDate } from '../../domain/units.ts'

const name = z.string().trim().min(1).max(200)
const words = z.string().trim().min(1).max(4_000)

/** What the steps of a lead take; each says what it lacks. */
export const LeadCommandOptions = z.object({
  to: name.optional().meta({ value: 'RECIPIENT', description: 'whom it is for' }),
  out: z.string().min(1).optional().meta({
    value: 'FILE.zip',
    description: 'where the package is written; a folder for several recipients',
  }),
  by: name
    .optional()
    .meta({ value: 'NAME', description: 'who does it; the name of your account when absent' }),
  audience: Audience.default('authority').meta({
    value: 'AUDIENCE',
    description: 'authority, rights_holder or platform; only the first sees personal data',
  }),
  territory: z
    .string()
    .regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as CN.')
    .optional()
    .meta({ value: 'COUNTRY', description: 'where the recipient is, such as CN' }),
  asks: words.optional().meta({ value: 'TEXT', description: 'what the recipient is asked to do' }),
  language: z
    .enum(['en', 'zh-CN'])
    .default('en')
    .meta({ value: 'LANGUAGE', description: 'en or zh-CN' }),
  names: z.enum(['stated', 'all']).default('stated').meta({
    value: 'WHICH',
    description: 'registrants by name: those with a stated role (`revenant role`), or all of them',
  }),
  right: z
    .string()
    .min(1)
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .optional()
    .meta({
      value: 'ID,…',
      description: 'registered rights concerned, beside those that records lead to',
    }),
  shops: z
    .string()
    .min(1)
    .transform((keys) => keys.split(',').map((key) => key.trim()))
    .optional()
    .meta({
      value: 'SHOP,…',
      description: 'shops of the ring that the lead is about; all of them when absent',
    }),
  because: words
    .optional()
    .meta({ value: 'TEXT', description: 'why, for a lead given back, declined or withdrawn' }),
  kind: OutcomeKind.optional().meta({ value: 'KIND', description: 'of an outcome' }),
  on: IsoDate.optional().meta({ value: 'DATE', description: 'of an outcome' }),
  count: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ value: 'N', description: 'persons, sites or units' }),
  amount: z.coerce
    .number()
    .min(0)
    .optional()
    .meta({ value: 'N', description: 'what it was worth, with --currency and --basis' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, such as CNY.')
    .optional()
    .meta({ value: 'CURRENCY', description: 'such as CNY' }),
  basis: name.optional().meta({ value: 'TEXT', description: 'what it was valued by' }),
  source: words.optional().meta({ value: 'TEXT', description: 'the document that says so' }),
  'time-stamp': z
    .string()
    .refine(isAuthorityUrl, 'An authority is an http or https address without a user name in it.')
    .optional()
    .meta({
      value: 'URL',
      description: 'time-stamping authority (RFC 3161) that gets the hash; none when absent',
    }),
  'time-stamp-policy': z
    .string()
    .regex(policyPattern, 'A policy is an object identifier, such as 1.2.3.4.')
    .optional()
    .meta({ value: 'OID', description: 'rules that the authority has to keep to' }),
})
export type LeadCommandOptions = z.output<typeof LeadCommandOptions>
