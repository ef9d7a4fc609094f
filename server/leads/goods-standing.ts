import { nodeKey } from '../domain/keys.ts'
import type { Life } from '../domain/life.ts'
import type { SourceRecord } from '../domain/record.ts'
import { daysBetween, IsoDate } from '../domain/units.ts'

/** Days for which a test buy says what a shop sells. */
const freshDays = 90

/**
 * What is known of the goods of a shop that is still open:
 * `verified` by a test buy of the last 90 days that a rights holder, laboratory or agency found counterfeit; only `inferred`, because
 * counterfeits were found at another shop of its ring or earlier at itself; or `untested`, where none were found anywhere in the ring.
 */
export interface GoodsStanding {
  readonly standing: 'verified' | 'inferred' | 'untested'
  /** The day of the test buy that verified it. */
  readonly on?: IsoDate | undefined
  /** The latest day on which goods of it were found genuine, which speaks against it whatever else was found. */
  readonly genuineOn?: IsoDate | undefined
}

export interface RingGoods {
  /** Keys of the ring's shops with their lives. */
  readonly shops: readonly { readonly shop: string; readonly lives: readonly Life[] }[]
  /** Of kind `test_buy`; other kinds are passed over. */
  readonly records: readonly SourceRecord[]
  readonly asOf: IsoDate
}

/** The standing of every shop that is not known to be closed on the day, by its key. */
export function goodsStandings({
  shops,
  records,
  asOf,
}: RingGoods): ReadonlyMap<string, GoodsStanding> {
  const buys = records.flatMap(verdictOf).filter(({ on }) => on <= asOf)
  const closedForIt = shops.some(({ lives }) => lives.some(({ ended }) => ended === 'counterfeit'))
  const foundAnywhere = closedForIt || buys.some(({ result }) => result === 'counterfeit')
  const live = shops.filter(({ lives }) => isLive(lives, asOf))
  return new Map(
    live.map(({ shop }) => {
      const own = buys.filter((buy) => buy.shop.toLowerCase() === shop.toLowerCase())
      const last = (result: string) =>
        own
          .filter((buy) => buy.result === result)
          .map(({ on }) => on)
          .toSorted()
          .at(-1)
      const [on, genuineOn] = [last('counterfeit'), last('genuine')]
      const isFresh = on !== undefined && daysBetween(on, asOf) <= freshDays
      const standing: GoodsStanding = isFresh
        ? { standing: 'verified', on }
        : { standing: foundAnywhere ? 'inferred' : 'untested' }
      return [shop, { ...standing, ...(genuineOn !== undefined && { genuineOn }) }]
    }),
  )
}

interface VerdictOnGoods {
  readonly shop: string
  /** The day of the order: what was bought then was on sale then. */
  readonly on: IsoDate
  readonly result: string
}

/** A result that nobody put a name or an office to is no verdict, and one without a day in ISO 8601 says nothing of when. */
function verdictOf({ kind, fields }: SourceRecord): VerdictOnGoods[] {
  const { platform, shop_id: id, ordered_on: ordered, result, verifier, verifier_kind: by } = fields
  const on = IsoDate.safeParse(typeof ordered === 'string' ? ordered.slice(0, 10) : undefined)
  if (kind !== 'test_buy' || !on.success) return []
  if (typeof platform !== 'string' || typeof id !== 'string') return []
  if (typeof result !== 'string' || [verifier, by].every((one) => !one?.length)) return []
  return [{ shop: nodeKey('Shop', platform, id), on: on.data, result }]
}

function isLive(lives: readonly Life[], asOf: IsoDate): boolean {
  return lives.length === 0 || lives.some(({ to }) => to === undefined || asOf < to)
}
