/** What is on record of one shop beside its lives. */
export interface ShopHarm {
  /** Complaints that nobody rejected. */
  readonly complaints: number
  /** Test buys by result; those that are pending or unclear count as neither. */
  readonly counterfeitBuys: number
  readonly genuineBuys: number
}

/** By the key of the shop; shops of which nothing is on record are missing. */
export type ShopHarms = ReadonlyMap<string, ShopHarm>
