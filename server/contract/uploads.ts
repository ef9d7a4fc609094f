import { z } from 'zod'

import { FilePreview, Proposal } from '../domain/proposal.ts'
import { QuarantinedRow, RecordKind } from '../domain/record.ts'
import { belongsToDataset, uploadLimits } from '../domain/upload.ts'

/** What the page has to know before it sends anything. */
export const uploadRules = { limits: uploadLimits, belongs: belongsToDataset } as const

const UploadFile = z.object({
  /** Path within what was chosen: `sellers/dataset.json`. */
  name: z.string().min(1).max(uploadLimits.name),
  bytes: z.int().min(0),
})

/** The files that are about to be sent; a dataset's folder, or a zip archive of one. */
export const UploadBody = z.object({ files: z.array(UploadFile).min(1).max(10_000) })

/** Files on their way, each to be put to `/api/uploads/:id/files/:place` as it is. */
export const Upload = z.object({
  id: z.string(),
  /** In the order in which they were named; the place of the first is 0. */
  files: z.array(UploadFile.extend({ arrived: z.boolean() })),
})
export type Upload = z.infer<typeof Upload>

export const UploadPlace = z.object({
  id: z.string().min(1).max(200),
  place: z.coerce.number().int().min(0),
})

export { Proposal }

/** Kinds that a person chose for some of the files, by name; the rest is guessed. */
export const ProposalBody = z.object({ kinds: z.record(z.string(), RecordKind).default({}) })

/** A `dataset.json` for what was sent, as far as a person has it. */
export const PreviewBody = z.object({ description: z.record(z.string(), z.unknown()) })

export const PreviewAnswer = z.object({ files: z.array(FilePreview) })

export const WithdrawDatasetBody = z.object({ dataset: z.string().min(1).max(2_000) })
/** How much was taken back. */
export const WithdrawnAnswer = z.object({
  dataset: z.string(),
  sources: z.int(),
  records: z.int(),
  quarantined: z.int(),
})

const QuarantineFilter = z.object({
  dataset: z.string().min(1).max(2_000).optional(),
  file: z.string().min(1).max(2_000).optional(),
})
/** Of one dataset, or of one file of it; of everything without. */
export const QuarantineTableQuery = QuarantineFilter
export const QuarantineQuery = QuarantineFilter.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})
export const QuarantineAnswer = z.object({
  /** By source, then row. */
  items: z.array(QuarantinedRow),
  total: z.int(),
  omitted: z.int(),
})

/** What was loaded, as it passes the wire: the client takes it from here. */
export type { LoadReport, QuarantinedRow, Source } from '../domain/record.ts'
