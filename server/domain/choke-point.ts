import { z } from 'zod'

import { NodeKind } from './graph.ts'

/** One action worth taking: a payment account, an origin, a factory, or a shop that others sell for. */
export const ChokePoint = z.object({
  rank: z.int().min(1),
  key: z.string(),
  kind: NodeKind,
  name: z.string(),
  /** Expected harm that it takes away beyond the actions before it. */
  removed: z.number(),
  /** Rings that it touches, and their shops that use it. */
  rings: z.int(),
  shops: z.int(),
  /** Shops outside all rings that use it too. */
  bystanders: z.int(),
  /** How much of what the rings have of this kind is something else, from 0 to 1: what they can fall back on. */
  replaceable: z.number().min(0).max(1),
})
export type ChokePoint = z.infer<typeof ChokePoint>

export const ChokePoints = z.object({
  /** Best first. */
  actions: z.array(ChokePoint),
  /** Harm of all rings: shops × shops not known to be closed, summed. */
  harm: z.number(),
  removed: z.number(),
  /** No choice of as many actions removes more than `removed` ÷ this: 1 − 1/e. */
  bound: z.number(),
})
export type ChokePoints = z.infer<typeof ChokePoints>
