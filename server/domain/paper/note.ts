import { z } from 'zod'

import { EpochMs } from '../units.ts'
import { SubjectId } from './subject.ts'
import { Person, Wording } from './words.ts'

/** What a person wrote beside a thing or a link. Never deleted: taking it back strikes it through. */
export const Note = z.object({
  about: SubjectId,
  by: Person,
  at: EpochMs,
  text: Wording,
  retractedAt: EpochMs.optional(),
})
export type Note = z.infer<typeof Note>
