import { z } from 'zod'

import { ReferenceFigure } from '../domain/leads/amounts.ts'
import { Agency, AgencyKind } from '../domain/leads/routing.ts'
import { IsoDate } from '../domain/units.ts'
import { amountText, readAmount } from '../leads/money/amount.ts'
import { packagePath } from './package-root.ts'
import { readTable } from './table-file.ts'

/** Tables that anybody can edit; those that come with the program where no path is named. */
export interface LeadTables {
  readonly figures?: string | undefined
  readonly agencies?: string | undefined
}

/** The figures that amounts are set beside. Throws a RefusalError that names the row that cannot be read. */
export function referenceFigures({ figures }: LeadTables = {}): Promise<ReferenceFigure[]> {
  return readTable(figures ?? packagePath('datasets/reference-figures/figures.csv'), FigureRow)
}

/** Who may be competent, by kind and province, in the order of the table. Throws a RefusalError that names the row that cannot be read. */
export function agencyTable({ agencies }: LeadTables = {}): Promise<Agency[]> {
  return readTable(agencies ?? packagePath('datasets/agencies/agencies.csv'), AgencyRow)
}

const maybeDay = z.union([z.literal(''), IsoDate]).default('')

const AgencyRow = z
  .object({
    kind: AgencyKind,
    province: Agency.shape.province,
    name_en: z.string().min(1),
    name_zh: z.string().min(1),
    valid_from: maybeDay,
    valid_to: maybeDay,
    as_of: IsoDate,
    source: z.string().min(1),
  })
  .transform(
    (row): Agency => ({
      kind: row.kind,
      province: row.province,
      name: { en: row.name_en, 'zh-CN': row.name_zh },
      ...(row.valid_from !== '' && { validFrom: row.valid_from }),
      ...(row.valid_to !== '' && { validTo: row.valid_to }),
      asOf: row.as_of,
      source: row.source,
    }),
  )

const FigureRow = z
  .object({
    id: z.string().min(1),
    measure: ReferenceFigure.shape.measure,
    currency: z.string().regex(/^[A-Z]{3}$/),
    amount: z.string(),
    valid_from: IsoDate,
    valid_to: maybeDay,
    about_en: z.string().min(1),
    about_zh: z.string().min(1),
    text: z.string().min(1),
    source: z.string().min(1),
  })
  .transform((row, context): ReferenceFigure => {
    const amount = readAmount(row.amount)
    if (amount === undefined) {
      context.addIssue({ code: 'custom', message: `not an amount: ${row.amount}` })
      return z.NEVER
    }
    return {
      ...{ id: row.id, measure: row.measure, currency: row.currency, text: row.text },
      amount: amountText(amount),
      validFrom: row.valid_from,
      ...(row.valid_to !== '' && { validTo: row.valid_to }),
      about: { en: row.about_en, 'zh-CN': row.about_zh },
      source: row.source,
    }
  })
