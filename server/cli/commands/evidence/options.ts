import { z } from 'zod'

import { Countries, Credibility, Moment, Reliability } from '../../../domain/evidence/collection.ts'
import { IsoDate, Sha256 } from '../../../domain/units.ts'

const line = (value: string, description: string) =>
  z.string().trim().min(1).max(4_000).optional().meta({ value, description })

/** Options of all actions: which of them an action reads is said in each description. */
export const EvidenceOptions = z.object({
  by: line('NAME', 'who does it; the name of your account when absent'),
  about: line(
    'KEYS',
    'what it is about, several separated by |: keys of nodes, record:HASH, waybill:NUMBER, test_buy:DATASET/ID (add, describe, list)',
  ),
  because: line('TEXT', 'why (hold, release, export, destroy, describe)'),
  'collected-by': line('NAME', 'who collected it; --by when absent (add)'),
  'collected-at': Moment.optional().meta({
    value: 'MOMENT',
    description: 'when, as 2026-03-14 or 2026-03-14T09:30:00+08:00 (add)',
  }),
  place: line('TEXT', 'where (add)'),
  method: line('TEXT', 'how (add)'),
  device: line('TEXT', 'with which device (add)'),
  clock: line('TEXT', 'where the time comes from (add)'),
  witness: line('NAME', 'who was there (add)'),
  tool: line('NAME', 'program and version that made the file (add)'),
  alterations: line('TEXT', 'what was done to it before, or none (add)'),
  grade: z
    .string()
    .regex(/^[A-F][1-6]$/, 'a letter from A to F and a digit from 1 to 6')
    .transform((grade) => ({
      reliability: Reliability.parse(grade[0]),
      credibility: Credibility.parse(grade[1]),
    }))
    .optional()
    .meta({ value: 'B2', description: 'reliability A–F and credibility 1–6 (add)' }),
  'transaction-end': IsoDate.optional().meta({
    value: 'DATE',
    description: 'when the transaction that it shows was completed (add, describe)',
  }),
  case: line('NAME', 'a case that it is kept for (add, describe)'),
  'case-closed': IsoDate.optional().meta({
    value: 'DATE',
    description: 'when that case was closed (add, describe)',
  }),
  dataset: line('NAME', 'the dataset that it belongs to, whose terms it shares (add, describe)'),
  'may-go-to': z
    .string()
    .transform((said) => (said === 'nowhere' ? [] : said.split(',').map((one) => one.trim())))
    .pipe(Countries)
    .optional()
    .meta({
      value: 'CN,HK',
      description: 'the only countries that it may go to, or nowhere (add, describe)',
    }),
  'derived-from': Sha256.optional().meta({
    value: 'SHA256',
    description: 'the original that it was made from (add)',
  }),
  other: z.boolean().optional().meta({ description: 'takes a file of any format (add)' }),
  hold: z.coerce.number().int().min(1).optional().meta({
    value: 'N',
    description: 'which hold to release, where there are several (release)',
  }),
  to: line('TEXT', 'where the original, or the medium that holds it, is now (move)'),
  out: line('FILE', 'where the file is written (export)'),
})
export type EvidenceOptions = z.output<typeof EvidenceOptions>
