import { isSupportedCountry } from 'libphonenumber-js/max'
import { z } from 'zod'

import { type AddressPart, addressOrders, addressParts } from '../domain/address-parts.ts'
import { delimiters, encodings, mostHeaderRows, mostSkipped } from '../domain/file-reading.ts'
import { recordKinds } from '../domain/record.ts'
import { IsoDate } from '../domain/units.ts'
import { contradict, dayReaderOf } from './day-patterns.ts'
import { decimalMarks } from './decimal.ts'
import { idSchemes } from './normalise/id-number.ts'
import { quotes } from './readers/dialect.ts'

const DayPattern = z.string().refine((pattern) => dayReaderOf(pattern) !== undefined, {
  error:
    'the date pattern must name year, month and day once each, such as dd/MM/yyyy, or be serial or serial1904',
})

const DayPatterns = z
  .array(DayPattern)
  .min(1)
  .refine((patterns) => !contradict(patterns), {
    error: 'the date patterns must not read one text as two days, as d/M/yyyy and M/d/yyyy do',
  })
  .readonly()

/** What is done to a column's text, always in this order: split, part, map, lower, upper, prefix, suffix, date, decimal. */
const transforms = {
  /** Text between several values, such as `/`; several where any of them may stand there. */
  split: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).readonly()]).optional(),
  /** After a split, only this piece: 0 is the first, -1 the last. */
  part: z.int().optional(),
  /** What is written → what is meant; a value that is not listed stays as it is. */
  map: z.record(z.string(), z.string()).optional(),
  lower: z.literal(true).optional(),
  upper: z.literal(true).optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  /** Pattern of a date, such as `dd/MM/yyyy`, or `serial` for the number that a spreadsheet counts a day by; several where a column is written in several ways. */
  date: z.union([DayPattern, DayPatterns]).optional(),
  /** What stands before the decimals of its numbers; a point where absent. */
  decimal: z.enum(decimalMarks).optional(),
}

/** One column, with what is done to its text. */
const OneColumn = z.union([
  z.string().min(1),
  z.strictObject({ column: z.string().min(1), ...transforms }),
])
export type OneColumn = z.infer<typeof OneColumn>

const addressColumns = Object.fromEntries(
  addressParts.map((part) => [part, OneColumn.optional()]),
) as Record<AddressPart, z.ZodOptional<typeof OneColumn>>

/** An address that stands in several columns, each with a part of it. */
const PartedAddress = z.strictObject({
  address: z.strictObject(addressColumns),
  /** Of what is not written in Chinese; `en` where absent. */
  order: z.enum(addressOrders).optional(),
})
export type PartedAddress = z.infer<typeof PartedAddress>

const ColumnSource = z.union(
  [
    OneColumn,
    PartedAddress,
    z.strictObject({
      columns: z.array(z.union([OneColumn, PartedAddress])).min(1),
      join: z.string().default(' '),
      /** Says nothing where any of the columns is empty: half of a name is none. */
      whole: z.literal(true).optional(),
      ...transforms,
    }),
    z.strictObject({ row: z.literal(true), prefix: z.string().optional() }),
    z.strictObject({ constant: z.string() }),
  ],
  {
    error:
      'a field takes "Column", {"column": …} with split, part, map, lower, upper, prefix, suffix, date or decimal, {"columns": […], "join": " "}, {"address": {"city": "Column", "street": "Column", …}}, {"row": true} or {"constant": "…"}',
  },
)
export type ColumnSource = z.infer<typeof ColumnSource>

/** What a file should hold; a load outside is held until a person accepts it. */
const Expectations = z.strictObject({
  /** How many rows, give or take the share `within`. */
  rows: z.int().min(0).optional(),
  within: z.number().min(0).max(1).default(0.2),
  /** By field, the least share of accepted rows in which it is filled. */
  filled: z.record(z.string(), z.number().min(0).max(1)).default({}),
})
export type Expectations = z.infer<typeof Expectations>

export const FileEntry = z.strictObject({
  file: z.string().min(1),
  kind: z.enum(recordKinds, {
    error: ({ input }) =>
      input === 'truth'
        ? 'truth is for `revenant score --truth` and is never loaded; keep it in a folder of its own'
        : `a record kind is one of ${recordKinds.join(', ')}`,
  }),
  columns: z.record(z.string(), ColumnSource).default({}),
  constants: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Path of a list in objects of NDJSON: each of its elements is a row, with what stands around it within reach. */
  each: z.string().min(1).optional(),
  /** Between cells, where it is not to be found out. */
  delimiter: z.enum(delimiters).optional(),
  /** Around cells that hold a delimiter; `none` where quotes are letters like any other. */
  quote: z.enum(quotes).optional(),
  encoding: z.enum(encodings).optional(),
  /** Of a workbook; its first where absent. */
  sheet: z.string().min(1).optional(),
  /** How many rows stand above the header, blank ones not counted (CSVW: `skipRows`); found out where absent. */
  skipRows: z.int().min(0).max(mostSkipped).optional(),
  /** How many rows the header takes (CSVW: `headerRowCount`), none where the columns have no names; found out where absent. */
  headerRowCount: z.int().min(0).max(mostHeaderRows).optional(),
  expect: Expectations.optional(),
})
export type FileEntry = z.infer<typeof FileEntry>

/** Names that would make a key of one dataset read like the key of a number: `factory:CN/…`, `identity:uscc/…`. */
const reserved = new RegExp(`^([A-Z]{2}|${idSchemes.join('|')})$`)

/** The shape of a `dataset.json`; unknown names are mistakes. */
export const DatasetDescription = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(/^[^/\p{Cc}]+$/u, 'a name is text without “/”')
    .refine((name) => !reserved.test(name), {
      error: 'a country code or the name of an id scheme cannot name a dataset',
    }),
  source: z.string().min(1),
  licence: z.string().min(1),
  asOf: IsoDate,
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'a time zone is written Asia/Shanghai or UTC' })
    .default('UTC'),
  /** ISO 3166-1 alpha-2: where telephone numbers without a country are from. */
  phoneRegion: z
    .string()
    .refine(isSupportedCountry, { error: 'a region is a country code such as CN' })
    .optional(),
  collectedUnder: z.string().optional(),
  storedIn: z.string().optional(),
  mayGoTo: z.array(z.string()).optional(),
  files: z.array(FileEntry).min(1, 'a dataset names at least one file'),
})
export type DatasetDescription = z.infer<typeof DatasetDescription>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
