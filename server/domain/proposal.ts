import { z } from 'zod'

import { addressParts } from './address-parts.ts'
import { CodedRefusal } from './coded-refusal.ts'
import { delimiters, encodings, mostHeaderRows, mostSkipped } from './file-reading.ts'
import { FieldValue, FileReading, QuarantinedRow, RecordKind, RefusedField } from './record.ts'

/** Why a column is taken for a field: it has the field's name, it is called by a word for it, its name holds such a word, what it holds looks like it, or a person chose it. */
export const GuessReason = z.enum(['name', 'word', 'part', 'content', 'chosen'])
export type GuessReason = z.infer<typeof GuessReason>

/** A column taken for a field, with what speaks for it. A field that takes several values may have several. */
export const FieldGuess = z.object({
  field: z.string(),
  column: z.string(),
  /** Another column whose value stands in front, divided by `/`: the platform of a shop's id. */
  beside: z.object({ column: z.string(), samples: z.array(z.string()) }).optional(),
  reason: GuessReason,
  /** Where the columns of the field are one address together, which part of it this one is. */
  part: z.enum(addressParts).optional(),
  /** Of the accounts in this column alone, where others have another or rows no field for it. */
  scheme: z.string().optional(),
  /** Other columns that say it as surely, where the field takes one value: a person says which is meant. */
  rivals: z.array(z.string()).optional(),
  /** Of the values looked at, how many the field can take as they are mapped. */
  fits: z.int(),
  of: z.int(),
  /** Pattern in which its dates are written, or several with `or` between, where they are not read as they stand. */
  date: z.string().optional(),
  /** The patterns that they could be in, where its values do not tell which: without a person's word none is taken. */
  couldBe: z.array(z.string()).optional(),
  /** Its days up to the 12th stand as a spreadsheet writes days, and later ones alone as text: it probably took day and month of the first for each other. */
  turnedRound: z.literal(true).optional(),
  /** What stands before the decimals of its numbers, where that is no point. */
  decimal: z.enum([',', '.']).optional(),
  /** A value that would be another number with a comma before its decimals, where none of the values tells. */
  unsureDecimal: z.string().optional(),
  /** By value as it is typed, the listed value that it is a word for, and by name of a platform, its site. */
  map: z.record(z.string(), z.string()).optional(),
  /** What divides the several values of a cell, where that is not `|`. */
  split: z.string().optional(),
  /** The first different values, at most five. */
  samples: z.array(z.string()),
})
export type FieldGuess = z.infer<typeof FieldGuess>

/** A column that no field was found for; its contents would not be loaded. */
export const UnplacedColumn = z.object({
  column: z.string(),
  /** The field that another column, which speaks for it more, was taken for. */
  takenField: z.string().optional(),
  samples: z.array(z.string()),
})
export type UnplacedColumn = z.infer<typeof UnplacedColumn>

/** A field that rows of a kind can have. */
const KnownField = z.object({ field: z.string(), required: z.boolean(), multiple: z.boolean() })

/** What a person says of a file; the rest is guessed. */
export const FileChoice = z.object({
  kind: RecordKind.optional(),
  /** By column, the field that it is to be taken for, or nothing where it is not to be loaded. */
  columns: z.record(z.string(), z.string()).default({}),
  /** By column, the pattern that its dates are in, of those that they could be in. */
  dates: z.record(z.string(), z.string()).default({}),
  sheet: z.string().min(1).optional(),
  /** Path of the list of which each element is a row. */
  each: z.string().min(1).optional(),
  skipRows: z.int().min(0).max(mostSkipped).optional(),
  headerRowCount: z.int().min(0).max(mostHeaderRows).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
})
export type FileChoice = z.infer<typeof FileChoice>

/** What one file seems to be. */
export const ProposedFile = z.object({
  file: z.string(),
  kind: RecordKind,
  /** Other kinds that its columns would fit, likeliest first. */
  otherKinds: z.array(RecordKind),
  /** All columns, in the file's order. */
  columns: z.array(z.string()),
  /** All fields that its rows can have, in the model's order. */
  knownFields: z.array(KnownField),
  rowsLookedAt: z.int(),
  /** Lists of objects inside of its objects, by path: their elements may be rows of their own. */
  lists: z.array(z.string()).optional(),
  reading: FileReading,
  fields: z.array(FieldGuess),
  notPlaced: z.array(UnplacedColumn),
  /** Required fields that no column gives; without them nothing can be loaded. */
  missing: z.array(z.string()),
  /** By field that no column gives, the one value that all rows are given. */
  assumed: z.record(z.string(), z.string()),
})
export type ProposedFile = z.infer<typeof ProposedFile>

/** A `dataset.json` for files that came without one, with the reasons for each part of it. */
export const Proposal = z.object({
  /** In the form of `dataset.json`. */
  description: z.record(z.string(), z.unknown()),
  /** Parts of the description that no file tells and a person should fill in. */
  toFill: z.array(z.string()),
  files: z.array(ProposedFile),
  /** Files that cannot be read as a table, each with the sentence that says why. */
  unreadable: z.array(
    z.object({ file: z.string(), because: z.string(), refusal: CodedRefusal.optional() }),
  ),
})
export type Proposal = z.infer<typeof Proposal>

/** What would come of the first rows of a file. */
export const FilePreview = z.object({
  file: z.string(),
  /** Read for this, at most 1,000 of the file; accepted + quarantined. */
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  refusedFields: z.int(),
  /** Whether the file has more rows than were read. */
  more: z.boolean(),
  /** Columns that feed no field, so that their contents are not loaded. */
  unusedColumns: z.array(z.string()),
  /** The first accepted rows, at most 20. */
  acceptedRows: z.array(
    z.object({
      row: z.int(),
      fields: z.record(z.string(), FieldValue),
      refused: z.array(RefusedField),
    }),
  ),
  /** The first quarantined rows, at most 20. */
  quarantinedRows: z.array(QuarantinedRow),
})
export type FilePreview = z.infer<typeof FilePreview>
