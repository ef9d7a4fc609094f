import { z } from 'zod'

import { ChokePoints } from '../domain/choke-point.ts'
import { Enabler } from '../domain/enabler.ts'

export const EnablersAnswer = z.object({
  /** Surest first, by the lower end of the interval of the lift. */
  items: z.array(Enabler),
  total: z.int(),
})

export const ChokePointsQuery = z.object({
  actions: z.coerce.number().int().min(1).max(200).default(10),
})

export const ChokePointsAnswer = ChokePoints
