import { z } from 'zod'

import { EpochMs, IsoDate, Sha256 } from './units.ts'

export const recordKinds = [
  'shop',
  'life',
  'link',
  'identity',
  'factory',
  'place',
  'listing',
  'sale',
  'transfer',
  'parcel',
  'test_buy',
  'right',
  'authorised',
  'event',
  'evidence',
  'decision',
] as const
/** What a row is a row of. `truth` is not among them: a store never sees it. */
export const RecordKind = z.enum(recordKinds)
export type RecordKind = z.infer<typeof RecordKind>

/** A value as typed that its field could not take; the row was loaded without it. */
export const RefusedField = z.object({
  field: z.string(),
  value: z.string(),
  /** Permanent code, such as `date-invalid`; the sentence is made from it. */
  reason: z.string(),
})
export type RefusedField = z.infer<typeof RefusedField>

export const FieldValue = z.union([z.string(), z.array(z.string())])
export type FieldValue = z.infer<typeof FieldValue>

/** One accepted row of one source as it arrived: the provenance of everything it made. */
export const SourceRecord = z.object({
  /** SHA-256 over dataset, file, kind and fields; the row number is not part of it, so a moved row is the same record. */
  hash: Sha256,
  /** `dataset.name/path-of-file`. */
  source: z.string(),
  dataset: z.string(),
  file: z.string(),
  /** 1 for the first row after the header. */
  row: z.int().min(1),
  kind: RecordKind,
  /** By field name of the model, as typed, after mapping and before normalisation. */
  fields: z.record(z.string(), FieldValue),
  refused: z.array(RefusedField),
})
export type SourceRecord = z.infer<typeof SourceRecord>

/** A row whose kind or key could not be made; kept with its reason, never loaded into the graph. */
export const QuarantinedRow = z.object({
  source: z.string(),
  file: z.string(),
  row: z.int().min(1),
  field: z.string().optional(),
  value: z.string().optional(),
  /** Permanent code, such as `field-missing`. */
  reason: z.string(),
  /** One sentence: what happened and what to do. */
  detail: z.string(),
  /** The row as read, by column name. */
  cells: z.record(z.string(), FieldValue),
})
export type QuarantinedRow = z.infer<typeof QuarantinedRow>

const Counts = z.object({
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  refusedFields: z.int(),
})

/** How the bytes of a file became rows: what its description states, and what was found out. */
export const FileReading = z.object({
  format: z.enum(['delimited', 'ndjson', 'xlsx', 'graph']),
  packed: z.literal('gzip').optional(),
  /** Such as `utf-8` or `gb18030`; workbooks have none. */
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  /** Around cells that hold a delimiter; `none` where quotes are letters like any other. */
  quote: z.string().optional(),
  sheet: z.string().optional(),
  /** Of a file of objects, the path of the list of which each element is a row. */
  each: z.string().optional(),
  /** How many filled rows stand above the header, where any do. */
  skipRows: z.int().optional(),
  /** How many rows the header takes, where it is not one: the cells of several are joined with a space, and without one columns are called by their place. */
  headerRowCount: z.int().optional(),
  /** How many cells of the sheet are merged over several rows, where any are. */
  mergedDown: z.int().optional(),
  /** Shown sheets of the workbook that nothing reads. */
  otherSheets: z.array(z.string()).optional(),
  /** Columns that no field takes anything from: what they hold is not loaded. */
  notLoaded: z.array(z.string()).optional(),
  /** Names or paths in objects that the description takes fields from, and that none of the first objects has. */
  notFound: z.array(z.string()).optional(),
  /** Of rows that stood in a graph of somebody else's: its address, what was matched there, and the properties by which the rows are in order. */
  graph: z.string().optional(),
  pattern: z.string().optional(),
  key: z.array(z.string()).optional(),
  /** What of these the description states; the rest was found out. */
  stated: z.array(
    z.enum(['each', 'encoding', 'delimiter', 'quote', 'sheet', 'skipRows', 'headerRowCount']),
  ),
})
export type FileReading = z.infer<typeof FileReading>

/** What came of one file; accepted + quarantined = rows, always. */
export const FileReport = Counts.extend({
  file: z.string(),
  /** How many rows were quarantined, and fields refused, by reason. */
  quarantinedBy: z.record(z.string(), z.int()),
  refusedBy: z.record(z.string(), z.int()),
  /** Absent in loads of versions that did not tell. */
  reading: FileReading.optional(),
})
export type FileReport = z.infer<typeof FileReport>

/** What came of one dataset, the sum of its files. */
export const LoadReport = Counts.extend({
  dataset: z.string(),
  files: z.array(FileReport),
  /** Files whose bytes and mapping were loaded before, so that nothing had to change. */
  unchanged: z.int(),
})
export type LoadReport = z.infer<typeof LoadReport>

/** One loaded file: by itself an evidence item. */
export const Source = z.object({
  /** `dataset.name/path-of-file`. */
  id: z.string(),
  dataset: z.string(),
  file: z.string(),
  kind: RecordKind,
  /** Of the file's bytes. */
  sha256: Sha256,
  /** Of the file's bytes together with its mapping: equal means that loading again changes nothing. */
  fingerprint: Sha256,
  origin: z.string(),
  licence: z.string(),
  /** Terms that it was collected under, where it is kept, and the ISO 3166-1 countries it may go to; absent where the dataset does not say, and in loads of versions that did not keep them. */
  collectedUnder: z.string().optional(),
  storedIn: z.string().optional(),
  mayGoTo: z.array(z.string()).optional(),
  asOf: IsoDate,
  loadedAt: EpochMs,
  report: FileReport,
})
export type Source = z.infer<typeof Source>
