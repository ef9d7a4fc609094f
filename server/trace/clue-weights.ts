/**
 * What each kind of evidence is worth, in bits for each unit of its amount (see `cluesOf`). Fitted by conditional logit (McFadden 1974) with "a factory that
 * no record leads to" as the outside choice, on rings of generated worlds of seeds 101 to 105. First scans, test buys, hubs, goods, regions and names in listings
 * do not vary with the factory in those worlds, or hardly; what they count is set by hand, low.
 */
export const clueWeights = {
  /** That some record leads there at all. */
  base: -0.2,
  stated: 1.8,
  'stated-more': 4.2,
  'stated-newest': 2.1,
  'silent-shops': -0.8,
  'latest-shop': 1.3,
  'parcels-sent': 1.6,
  'test-buys': 0.3,
  'first-scan': 1,
  'shared-origin': 1.2,
  'shared-hub': 0.1,
  'same-address': 0.5,
  'shared-contact': 1,
  'shared-person': 1.6,
  'shared-pictures': 0.4,
  'named-in-listings': 0.3,
  'usual-goods': 0.1,
  'regional-goods': 0.1,
  'same-goods': 0.1,
  'other-goods': -0.1,
} as const
export type ClueCode = keyof typeof clueWeights
