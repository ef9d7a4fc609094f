import { z } from 'zod'

import { Channel } from './link.ts'

/** Something that links of a ring rest on and that could turn out to be wrong. */
export const RestingFact = z.object({
  /** `value`: one value that shops have in common; `likeness`: how two shops agree, such as the pictures of this pair; `decision`: that people called two shops the same. */
  fact: z.enum(['value', 'likeness', 'decision']),
  /** Absent for a decision. */
  channel: Channel.optional(),
  /** Key of the node that stands for the value, when it is one. */
  key: z.string().optional(),
  /** As a source typed it. */
  literal: z.string().optional(),
  /** Shops whose links in the ring rest on it, sorted. */
  shops: z.array(z.string()),
})
export type RestingFact = z.infer<typeof RestingFact>

/** How little has to be wrong for a ring to fall apart: a set of facts without which the links that are left do not hold it together. */
export const Fragility = z.object({
  /** The set; it is certain that the ring falls apart without it. */
  facts: z.array(RestingFact),
  /** No set of fewer facts does it. Equal to the number of `facts` where that is the smallest; below it where the search was given up. */
  atLeast: z.int(),
  /** Keys of shops that are then no longer held by the rest, sorted; the smaller side. */
  apart: z.array(z.string()),
})
export type Fragility = z.infer<typeof Fragility>
