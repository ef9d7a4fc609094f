import { nodeKey } from '../domain/keys.ts'
import { isOverBy, type Life } from '../domain/life.ts'
import type { SourceRecord } from '../domain/record.ts'
import { daysBetween, IsoDate } from '../domain/units.ts'

/** Days for which a test buy says what a shop sells. */
const freshDays = 90

/** What is known of a shop's goods, best known first. */
export const standings = [
  'verified',
  'earlier',
  'genuine',
  'open',
  'closed',
  'inferred',
  'untested',
] as const
/**
 * `verified`: a test buy of the 90 days before sealing was found counterfeit by somebody with a name or an office; `earlier`: one longer ago was;
 * `genuine`: nothing but genuine goods was found; `open`: bought, without such a verdict; `closed`: never bought, closed by its platform for counterfeits;
 * `inferred`: none of these, but counterfeits were found elsewhere in its ring; `untested`: nor there.
 */
export type Standing = (typeof standings)[number]

export interface GoodsStanding {
  readonly standing: Standing
  /** The day of the latest order of goods that were found counterfeit. */
  readonly on?: IsoDate | undefined
  /** The same of goods that were found genuine, which speaks against the shop's ring whatever else was found. */
  readonly genuineOn?: IsoDate | undefined
  /** Whether it is not known to be closed on the day of the run: action can be asked for against live shops alone. */
  readonly isLive: boolean
}

export interface RingGoods {
  /** Keys of the ring's shops with their lives. */
  readonly shops: readonly { readonly shop: string; readonly lives: readonly Life[] }[]
  /** Of kind `test_buy`; other kinds are passed over. */
  readonly records: readonly SourceRecord[]
  /** The day for which the ring was worked out. */
  readonly asOf: IsoDate
  readonly sealedOn: IsoDate
}

/** The one rule by which letter, dossier and tables say what is known of a shop's goods; every shop by its key, in the order given. */
export function goodsStandings({
  shops,
  records,
  asOf,
  sealedOn,
}: RingGoods): ReadonlyMap<string, GoodsStanding> {
  const buys = records.flatMap(buyOf).filter(({ on = sealedOn }) => on <= sealedOn)
  const found = shops.map(({ shop, lives }) => {
    const own = buys.filter((buy) => buy.shop === shop.toLowerCase())
    const [on, genuineOn] = [lastOf(own, 'counterfeit'), lastOf(own, 'genuine')]
    const wasClosed = lives.some(({ ended }) => ended === 'counterfeit')
    const standing = ownStanding({ on, genuineOn, wasBought: 0 < own.length, wasClosed, sealedOn })
    const known = {
      ...(on !== undefined && { on }),
      ...(genuineOn !== undefined && { genuineOn }),
    }
    return { shop, standing, isBad: on !== undefined || wasClosed, known, lives }
  })
  const others = found.some(({ isBad }) => isBad) ? 'inferred' : 'untested'
  return new Map(
    found.map(({ shop, standing = others, known, lives }) => [
      shop,
      { standing, ...known, isLive: isLive(lives, asOf) },
    ]),
  )
}

interface OwnGoods {
  readonly on: IsoDate | undefined
  readonly genuineOn: IsoDate | undefined
  readonly wasBought: boolean
  readonly wasClosed: boolean
  readonly sealedOn: IsoDate
}

/** What is known of the shop itself; undefined when nothing is. */
function ownStanding(goods: OwnGoods): Standing | undefined {
  const { on, genuineOn, wasBought, wasClosed, sealedOn } = goods
  if (on !== undefined) return daysBetween(on, sealedOn) <= freshDays ? 'verified' : 'earlier'
  if (genuineOn !== undefined) return 'genuine'
  if (wasBought) return 'open'
  return wasClosed ? 'closed' : undefined
}

interface Buy {
  /** The shop's key in lower case, as fields are as typed. */
  readonly shop: string
  /** The day of the order: what was bought then was on sale then. */
  readonly on: IsoDate | undefined
  readonly verdict: 'counterfeit' | 'genuine' | undefined
}

/** A result that nobody put a name or an office to is no verdict, nor is one without a day in ISO 8601, which says nothing of when. */
function buyOf({ kind, fields }: SourceRecord): Buy[] {
  const { platform, shop_id: id, ordered_on: ordered, result, verifier, verifier_kind: by } = fields
  if (kind !== 'test_buy' || typeof platform !== 'string' || typeof id !== 'string') return []
  const on = IsoDate.safeParse(typeof ordered === 'string' ? ordered.slice(0, 10) : undefined).data
  const isSigned = on !== undefined && [verifier, by].some((one) => one?.length)
  const verdict = result === 'counterfeit' || result === 'genuine' ? result : undefined
  return [
    {
      shop: nodeKey('Shop', platform, id).toLowerCase(),
      on,
      verdict: isSigned ? verdict : undefined,
    },
  ]
}

function lastOf(buys: readonly Buy[], verdict: Buy['verdict']): IsoDate | undefined {
  const days = buys.flatMap(({ on, verdict: own }) => (own === verdict && on ? [on] : []))
  return days.toSorted().at(-1)
}

function isLive(lives: readonly Life[], asOf: IsoDate): boolean {
  return lives.length === 0 || lives.some((life) => !isOverBy(life, asOf))
}
