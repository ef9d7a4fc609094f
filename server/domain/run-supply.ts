import { z } from 'zod'

import { ChokePoints } from './choke-point.ts'
import { SamePlace } from './place.ts'

/** What a run says of the supply of all its rings together. */
export const RunSupply = z.object({
  /** As many actions as anybody can ask for; fewer are the first of them. */
  chokePoints: ChokePoints,
  /** Places and origins that are one place, by the key that stands for them. */
  places: z.array(z.object({ key: z.string(), others: z.array(SamePlace) })),
})
export type RunSupply = z.infer<typeof RunSupply>
