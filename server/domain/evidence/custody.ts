import { z } from 'zod'

import { Person, Wording } from '../paper/words.ts'
import { EpochMs, Sha256 } from '../units.ts'
import { About, Collection, Keeping, mostAbout } from './collection.ts'
import { EvidenceFile } from './evidence-file.ts'

const Common = {
  at: EpochMs,
  by: Person,
}
const OfFile = { ...Common, file: Sha256 }
const Subjects = z.array(About).max(mostAbout)

/** One thing that happened to a file, or to all of them, before it is in the chain. */
export const CustodyDraft = z.discriminatedUnion('what', [
  z.object({
    ...OfFile,
    what: z.literal('received'),
    facts: EvidenceFile,
    collection: Collection,
    keeping: Keeping,
    about: Subjects,
    /** The original that this was made from, such as the photograph of a thumbnail. */
    derivedFrom: Sha256.optional(),
  }),
  z.object({
    ...OfFile,
    what: z.literal('described'),
    keeping: Keeping,
    about: Subjects,
    note: Wording.optional(),
  }),
  z.object({ ...OfFile, what: z.literal('exported'), why: Wording }),
  z.object({ ...OfFile, what: z.literal('moved'), to: Wording }),
  z.object({ ...OfFile, what: z.literal('held'), why: Wording }),
  z.object({
    ...OfFile,
    what: z.literal('released'),
    /** Number of the event that it ends. */
    hold: z.int().min(1),
    why: Wording,
  }),
  z.object({ ...OfFile, what: z.literal('sealed'), lead: z.string(), package: Sha256 }),
  z.object({ ...OfFile, what: z.literal('destroyed'), why: Wording }),
  z.object({
    ...Common,
    what: z.literal('verified'),
    files: z.int(),
    problems: z.int(),
  }),
])
export type CustodyDraft = z.infer<typeof CustodyDraft>

const Placed = z.object({
  /** 1 for the first event of a store. */
  seq: z.int().min(1),
  /** The hash of the event before it; zeros before the first. */
  previous: Sha256,
  /** SHA-256 over a zero byte and the event as canonical JSON without this field. */
  hash: Sha256,
})

/** One event in the chain. Nothing is ever changed or taken out of it. */
export const CustodyEvent = z.intersection(CustodyDraft, Placed)
export type CustodyEvent = CustodyDraft & z.infer<typeof Placed>
