import { z } from 'zod'

import { About, Collection, Keeping, mostAbout } from '../domain/evidence/collection.ts'
import { mostFileBytes } from '../domain/evidence/evidence-file.ts'
import { EvidenceItem } from '../domain/evidence/evidence-item.ts'
import { Retention } from '../domain/evidence/retention.ts'
import { Person, Wording } from '../domain/paper/words.ts'
import { EpochMs, Sha256 } from '../domain/units.ts'

/** Files about one thing, or about a ring and its shops; all without either. */
export const EvidenceQuery = z.object({
  about: z.string().min(1).max(2_000).optional(),
  ring: z.string().min(1).max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})

/** A file with what may become of it today. */
export const EvidenceRow = EvidenceItem.extend({ retention: Retention })
export type EvidenceRow = z.infer<typeof EvidenceRow>

export const EvidenceAnswer = z.object({
  /** In the order in which they were first handed in. */
  items: z.array(EvidenceRow),
  total: z.int(),
  omitted: z.int(),
})
export const EvidenceItemAnswer = z.object({
  item: EvidenceRow,
  /** What happened to it, in order; which further fields an event has depends on `what`. */
  events: z.array(
    z.looseObject({ seq: z.int(), at: EpochMs, by: z.string(), what: z.string(), hash: Sha256 }),
  ),
})

export const FileHash = z.object({ id: Sha256 })

/** What comes with a file that is about to be sent. */
export const ReceiptBody = z.object({
  name: z.string().min(1).max(1_000),
  bytes: z.int().min(1).max(mostFileBytes),
  by: Person,
  collection: Collection.partial({ collectedBy: true }),
  keeping: Keeping.default({}),
  about: z.array(About).max(mostAbout),
  derivedFrom: Sha256.optional(),
  /** True to take a file of none of the known formats. */
  other: z.boolean().default(false),
})
/** Where the file is then put, as it is: `/api/evidence/receipts/:id/file`. */
export const ReceiptAnswer = z.object({ id: z.string() })

export const ExportBody = z.object({ by: Person, why: Wording })
/** Where the file can be fetched, once: `/api/evidence/exports/:id`. */
export const ExportAnswer = z.object({ id: z.string() })
