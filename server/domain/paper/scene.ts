import { z } from 'zod'

import { EpochMs, IsoDate } from '../units.ts'
import { Person, Title } from './words.ts'

const Key = z.string().min(1).max(2_000)

/** Things in one picture at most, as on the canvas. */
export const sceneKeysMax = 2_000

/** A picture as somebody left it: what is in it and where; links and values are read anew when it is opened. */
export const SavedScene = z.object({
  name: Title,
  by: Person,
  at: EpochMs,
  /** The case that it belongs to. */
  case: z.string().max(200).optional(),
  /** The ring that it was opened from, whose queue entry and picture it keeps up. */
  ring: z.string().max(2_000).optional(),
  keys: z.array(Key).min(1).max(sceneKeysMax),
  hidden: z.array(Key).max(sceneKeysMax),
  pinned: z.array(z.object({ key: Key, x: z.number(), y: z.number() })).max(sceneKeysMax),
  layout: z.string().min(1).max(40),
  /** Absent: the date of the run. */
  asOf: IsoDate.optional(),
  /** What was filtered by, each by the name of the filter. */
  filters: z.record(z.string().max(100), z.array(z.string().max(200)).max(200)),
  retractedAt: EpochMs.optional(),
})
export type SavedScene = z.infer<typeof SavedScene>
