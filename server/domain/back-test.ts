import { z } from 'zod'

import { NodeKind } from './graph.ts'
import { IsoDate } from './units.ts'

const RunThen = z.object({ run: z.int(), asOf: IsoDate })

/** Shops that use what was acted on, and how many of them would be gone for good, net of what sellers replace: from what was seen since. */
export const Reach = z.object({
  reached: z.int(),
  net: z.number(),
  /** Share of the harm of the rings as it was then: of every ring as much as of its open and opened shops would be gone. */
  seen: z.number(),
})
export type Reach = z.infer<typeof Reach>

/** One action that a past run proposed, against what was seen since. */
export const BackTestedAction = Reach.extend({
  rank: z.int().min(1),
  key: z.string(),
  kind: NodeKind,
  name: z.string(),
  /** Share of all harm that it was to take for good, by what was known then. */
  foreseen: z.number(),
  replaced: z.number(),
  /** Shops open then that used it by what was known then; of them those closed since, and of these those that came back since. */
  open: z.int(),
  closed: z.int(),
  cameBack: z.int(),
  /** Shops that the rings which it touches opened since; `reached` counts these and the open ones that use it. */
  opened: z.int(),
})
export type BackTestedAction = z.infer<typeof BackTestedAction>

/** What the choke points of a past run would have hit, against what really happened until a later run. */
export const BackTest = Reach.extend({
  /** Whose proposals are tested. */
  past: RunThen,
  /** By whose day the outcome is told. */
  later: RunThen,
  rings: z.int(),
  /** Shops of all rings open then; of them those closed since, and of these those that came back since. */
  open: z.int(),
  closed: z.int(),
  cameBack: z.int(),
  /** Shops that these rings opened since. */
  opened: z.int(),
  /** Share of all harm that the actions together were to take for good, by what was known then. */
  foreseen: z.number(),
  /** The same for as many values that most open shops of rings used then, whatever their harm. */
  mostUsed: Reach,
  actions: z.array(BackTestedAction),
  /** What the figures do not say. */
  limits: z.array(z.string()),
})
export type BackTest = z.infer<typeof BackTest>
