import { z } from 'zod'

import type { CustodyEvent } from '../domain/evidence/custody.ts'
import type { CustodyHead } from '../domain/evidence/custody-chain.ts'
import { fileFormats } from '../domain/evidence/evidence-file.ts'
import { type EvidenceItem, OpenHold } from '../domain/evidence/evidence-item.ts'
import type { Sha256 } from '../domain/units.ts'
import type { LargeFile } from './formats/content.ts'

/** Why a file that is listed is not in the package. */
export const absences = ['too_large', 'destroyed', 'lost'] as const
export type Absence = (typeof absences)[number]

/** Where a file may go, by its own word or by that of a dataset. */
export interface FileTerms {
  /** Absent when it says so itself. */
  readonly dataset: string | undefined
  readonly mayGoTo: readonly string[]
}

/** One file of evidence of a lead. */
export interface EnclosedItem {
  readonly item: EvidenceItem
  /** Its bytes, or why they are not enclosed. */
  readonly content: LargeFile | Absence
  /** All of them bind; none means that nobody set a limit. */
  readonly terms: readonly FileTerms[]
}

/** One event with the hashes that bind it to the root, without showing what lies between. */
export interface ProvenEvent {
  readonly event: CustodyEvent
  /** Lowest first, by RFC 6962, section 2.1.1; its leaf is the event's own hash, at place `seq` − 1. */
  readonly proof: readonly Sha256[]
}

/** Evidence that stands beside the rows: files, and what happened to them. */
export interface Enclosed {
  /** Sorted by SHA-256. */
  readonly items: readonly EnclosedItem[]
  /** Files that are also about shops or persons outside the ring, and so stay out. */
  readonly withheld: number
  /** Files that stay out because the audience does not see everything that they may show. */
  readonly unseen: number
  readonly custody: {
    readonly head: CustodyHead
    readonly root: Sha256
    /** Events of these items and those of the store as a whole, in order. */
    readonly events: readonly ProvenEvent[]
  }
}

/** What `lead.json` says of a file. */
export const EnclosedFile = z.object({
  /** `F1`, in the order of the hashes. */
  id: z.string(),
  sha256: z.string(),
  size: z.int(),
  format: z.enum(fileFormats),
  about: z.array(z.string()),
  grade: z.string().optional(),
  /** Absent when it is enclosed. */
  absent: z.enum(absences).optional(),
  holds: z.array(OpenHold),
})
export type EnclosedFile = z.infer<typeof EnclosedFile>
