import { z } from 'zod'

import { EdgeType, NodeKind } from './graph.ts'

/** How readily sellers find another of what an action takes from them, as returns after closures tell. */
export const Replacement = z.object({
  /** Relation to what can be acted on, such as `PAID_INTO`. */
  relation: EdgeType,
  /** Returns that are sure without this kind of evidence and of which both shops name one. */
  returns: z.int(),
  /** Of them, those after which nothing of it was left. */
  changed: z.int(),
  /** Share that changed, with one of either added (Laplace), so that no returns at all say 0.5. */
  rate: z.number().min(0).max(1),
  /** Ends of the 95 % interval of the share (Wilson). */
  low: z.number(),
  high: z.number(),
})
export type Replacement = z.infer<typeof Replacement>

/** One action worth taking: a payment account, an origin, a factory, or a shop that others sell for. */
export const ChokePoint = z.object({
  rank: z.int().min(1),
  key: z.string(),
  kind: NodeKind,
  name: z.string(),
  /** Expected harm that it takes away for good beyond the actions before it: net of what sellers replace. */
  removed: z.number(),
  /** Rings that it touches, and their open shops that use it. */
  rings: z.int(),
  shops: z.int(),
  /** Shops outside all rings that use it too. */
  bystanders: z.int(),
  /** How much of what the rings have of this kind is something else, from 0 to 1: what they can fall back on. */
  replaceable: z.number().min(0).max(1),
  /** How often sellers have another of this kind after a closure, from 0 to 1. */
  replaced: z.number().min(0).max(1),
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
  /** By relation. */
  replacements: z.array(Replacement),
})
export type ChokePoints = z.infer<typeof ChokePoints>
