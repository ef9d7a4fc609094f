import { z } from 'zod'

export const enablerKinds = [
  'forwarder',
  'payment_shell',
  'registration_agent',
  'shared_network',
  'site_builder',
  'supplier',
  'label_maker',
  'picture_pack',
] as const
export const EnablerKind = z.enum(enablerKinds)
export type EnablerKind = z.infer<typeof EnablerKind>

/** Something that so many shops use that it tells nothing of who runs them, weighed as a target of its own. */
export const Enabler = z.object({
  kind: EnablerKind,
  /** Key of the node, or of a pack of pictures `pictures:ID`, where ID is its most used picture. */
  key: z.string(),
  name: z.string(),
  /** Shops that use it. */
  shops: z.int(),
  /** Of them, those a life of which was closed for counterfeit. */
  counterfeit: z.int(),
  /** How many that would be at the rate of all shops. */
  expected: z.number(),
  /** Seen over expected; 1 is what anybody has. */
  lift: z.number(),
  /** Ends of the 95 % interval of the lift. */
  low: z.number(),
  high: z.number(),
})
export type Enabler = z.infer<typeof Enabler>
