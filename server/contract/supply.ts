import { z } from 'zod'

import { ChokePoints } from '../domain/choke-point.ts'
import { Enabler, EnablerKind } from '../domain/enabler.ts'

export const EnablersAnswer = z.object({
  /** Surest first, by the lower end of the interval of the lift. */
  items: z.array(Enabler),
  total: z.int(),
})

export const ChokePointsQuery = z.object({
  actions: z.coerce.number().int().min(1).max(200).default(10),
})

/** In the order in which people choose. */
export const enablerKinds = EnablerKind.options

export const ChokePointsAnswer = ChokePoints

/** Targets, as they pass the wire: the client takes them from here. */
export type { ChokePoint, ChokePoints } from '../domain/choke-point.ts'
export type { Enabler, EnablerKind } from '../domain/enabler.ts'
