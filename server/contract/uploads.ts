import { z } from 'zod'

import { delimiters, encodings, mostHeaderRows } from '../domain/file-reading.ts'
import { ForgetReason } from '../domain/paper/forgetting.ts'
import { ForgettingPaper } from '../domain/paper/paper.ts'
import { Person, Wording } from '../domain/paper/words.ts'
import { FileChoice, FilePreview, Proposal } from '../domain/proposal.ts'
import { QuarantinedRow, recordKinds } from '../domain/record.ts'
import { Surprise } from '../domain/surprise.ts'
import { belongsToDataset, uploadLimits } from '../domain/upload.ts'

/** What the page has to know before it sends anything. */
export const uploadRules = { limits: uploadLimits, belongs: belongsToDataset } as const

/** What a person can choose for a file. */
export const fileChoices = { kinds: recordKinds, encodings, delimiters, mostHeaderRows } as const

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

/** What a person chose for some of the files, by name; the rest is guessed. */
export const ProposalBody = z.object({ choices: z.record(z.string(), FileChoice).default({}) })

/** True once a person has looked at what is not as the datasets say that it should be. */
export const LoadUploadBody = z.object({ acceptUnexpected: z.boolean().optional() })

/** Uploads whose load is held until a person accepts it (loads it with `acceptUnexpected`) or refuses it (gives it up); the server forgets them when it ends. */
export const HeldUploads = z.object({
  items: z.array(Upload.extend({ surprises: z.array(Surprise) })),
})
export type HeldUpload = z.infer<typeof HeldUploads>['items'][number]

/** A `dataset.json` for what was sent, as far as a person has it. */
export const PreviewBody = z.object({ description: z.record(z.string(), z.unknown()) })

export const PreviewAnswer = z.object({ files: z.array(FilePreview) })

export const WithdrawDatasetBody = z.object({ dataset: z.string().min(1).max(2_000) })
/** One of them names what is forgotten. */
const Unwanted = z.object({
  /** What no longer counts of a dataset. */
  dataset: z.string().min(1).max(2_000).optional(),
  /** The SHA-256 of a record, the key of a node, or `platform/id` of a shop. */
  name: z.string().min(1).max(2_000).optional(),
})
export const ForgetPreviewBody = Unwanted
/** In the order in which people are asked. */
export const forgetReasons = ForgetReason.options
export const ForgetBody = Unwanted.extend({
  reason: ForgetReason,
  because: Wording,
  by: Person,
  /** How many versions were shown to whoever forgets them; refused where there are others now. */
  seen: z.int().optional(),
})
export const ForgettingsAnswer = z.object({ items: z.array(ForgettingPaper) })

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
/** Of one dataset, or of one file of it; of everything without. No day in the past: only what the latest load of a file quarantined is kept. */
export const QuarantineTableQuery = QuarantineFilter.strict()
export const QuarantineQuery = QuarantineFilter.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})
export const QuarantineAnswer = z.object({
  /** By source, then row. */
  items: z.array(QuarantinedRow),
  total: z.int(),
  omitted: z.int(),
})

export type { ForgetPreview } from '../domain/forget-preview.ts'
export type { ForgetReason } from '../domain/paper/forgetting.ts'
/** What was loaded, as it passes the wire: the client takes it from here. */
export type { FileChoice, FilePreview, ProposedFile } from '../domain/proposal.ts'
export type { LoadReport, QuarantinedRow, Source } from '../domain/record.ts'
