import { z } from 'zod'

import { IsoDate } from '../units.ts'

/** A decimal number as text, `1234.50`, in the currency beside it. */
const AmountText = z.string().regex(/^\d+\.\d{2,4}$/)

/** Null where nothing on record says so: unknown is not nothing. */
const bounds = {
  low: AmountText.nullable(),
  likely: AmountText.nullable(),
  high: AmountText.nullable(),
}

/** What one shop sold under one set of rights in one period, after refunds and brushing. */
export const AmountRow = z.object({
  shop: z.string(),
  /** Ids of the rights that the goods stand under; several are not divided, none means that no right is known for them. */
  rights: z.array(z.string()),
  /** A calendar year, or from year to year where one statement spans several. */
  period: z.string(),
  from: IsoDate,
  to: IsoDate,
  /** ISO 4217; null where the rows do not say, and then in no total. */
  currency: z.string().nullable(),
  ...bounds,
  /** What the goods were bought for; null unless every counted statement says so. */
  cost: AmountText.nullable(),
  /** `whole`, `part`: how far the shop was authorised under these rights; `whole` stands in no total, `part` only in the high one. */
  authorised: z.enum(['none', 'part', 'whole']),
  /** Statements counted in the likely amount, by basis. */
  counted: z.object({ orders: z.int(), public_counter: z.int(), estimate: z.int() }),
  /** Statements that overlap those, and so are counted in the high amount at most. */
  setAside: z.int(),
  /** Counted statements that do not say it. */
  without: z.object({ refunds: z.int(), brushing: z.int(), cost: z.int() }),
  evidence: z.array(z.string()),
})
export type AmountRow = z.infer<typeof AmountRow>

export const AmountTotal = z.object({
  currency: z.string(),
  ...bounds,
  cost: AmountText.nullable(),
  /** Likely less cost; null unless the cost of all that is counted is known, or where it is more than was taken in. */
  gain: AmountText.nullable(),
})
export type AmountTotal = z.infer<typeof AmountTotal>

/** A figure that amounts are set beside, from a dated table that anybody can edit. No rule of law is applied by it. */
export const ReferenceFigure = z.object({
  id: z.string(),
  /** What it is a figure of: sales, gains, or goods not yet sold. */
  measure: z.enum(['sales', 'gains', 'unsold']),
  currency: z.string(),
  amount: AmountText,
  validFrom: IsoDate,
  validTo: IsoDate.optional(),
  about: z.object({ en: z.string(), 'zh-CN': z.string() }),
  /** The text that it is from, with its number. */
  text: z.string(),
  /** Where it was read. */
  source: z.string(),
})
export type ReferenceFigure = z.infer<typeof ReferenceFigure>

export const ReferenceComparison = z.object({
  figure: ReferenceFigure,
  /** The smallest of the three amounts that is not below the figure; `none` where even the high one is below; `unknown` where nothing on record can be compared. */
  reachedBy: z.enum(['low', 'likely', 'high', 'none', 'unknown']),
})
export type ReferenceComparison = z.infer<typeof ReferenceComparison>

export const Amounts = z.object({
  rows: z.array(AmountRow),
  /** By currency: amounts of different currencies are never added up. */
  totals: z.array(AmountTotal),
  /** Shops of the ring without a row that says what they sold. */
  silent: z.array(z.string()),
  /** Rows about sales without an amount, day or basis that can be read. */
  unread: z.int(),
  /** Figures in force on the day of the run. */
  references: z.array(ReferenceComparison),
})
export type Amounts = z.infer<typeof Amounts>
