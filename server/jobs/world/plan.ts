import { sweepDays } from './calendar.ts'
import { castOf } from './casts.ts'
import { type Coverage, coverage } from './coverage.ts'
import { diceFor, streams } from './dice.ts'
import { type Market, market } from './market.ts'
import type { TrueShop } from './true-shop.ts'

export interface WorldOptions {
  readonly shops: number
  readonly seed: number
  /** From 0, where a return changes little, to 4, where hardly anything stays. */
  readonly evasion: number
  /** The same kind of market in which nobody comes back: every shop has a controller of its own. */
  readonly twin: boolean
  /** Share of controllers about whom decisions of known truth are written; 0 for none. */
  readonly labels: number
}

export interface WorldCounts {
  readonly shops: number
  readonly controllers: number
  readonly successions: number
}

/**
 * A whole world in some thirty bytes a shop: which cast stands where, and which numbers had been handed out before it. Every cast can
 * be made again from this alone, so that rows are written as they are made and no more than one cast is held at a time.
 */
export interface Plan extends WorldCounts {
  readonly casts: number
  /** The shops of a cast; those that would be too many for the world are left out. */
  castAt(cast: number): TrueShop[]
  /** Which shop the world's files have at a position: its cast, and its place in it. */
  shopAt(position: number): { readonly cast: number; readonly place: number }
  /** The position of a shop of a cast. */
  positionOf(cast: number, place: number): number
  readonly market: Market
  readonly coverage: Coverage
}

export function planWorld(options: WorldOptions): Plan {
  const { shops, seed } = options
  const make = castMaker(options)
  const firstShop = new Int32Array(shops + 1)
  const firstSerial = new Int32Array(shops + 1)
  const castOfShop = new Int32Array(shops)
  const serials = { next: 0 }
  let casts = 0
  let controllers = 0
  let successions = 0
  for (let made = 0; made < shops; casts++) {
    firstSerial[casts] = serials.next
    const cast = make.castAt(casts, serials).slice(0, shops - made)
    firstShop[casts] = made
    castOfShop.fill(casts, made, made + cast.length)
    made += cast.length
    controllers += new Set(cast.map(({ controller }) => controller)).size
    successions += cast.filter(({ predecessor }) => predecessor !== undefined).length
  }
  firstShop[casts] = shops
  const { shopAt, positionOf } = shuffled(shops, seed)
  const first = (cast: number) => firstShop[cast] ?? shops
  return {
    shops,
    controllers,
    successions,
    casts,
    castAt: (cast) => {
      const count = first(cast + 1) - first(cast)
      return make.castAt(cast, { next: firstSerial[cast] ?? 0 }).slice(0, count)
    },
    shopAt: (position) => {
      const shop = shopAt[position] ?? 0
      const cast = castOfShop[shop] ?? 0
      return { cast, place: shop - first(cast) }
    },
    positionOf: (cast, place) => positionOf[first(cast) + place] ?? 0,
    market: make.market,
    coverage: coverage(seed),
  }
}

function castMaker({ shops, seed, evasion, twin }: WorldOptions) {
  const shared = market(shops, seed)
  const sweeps = sweepDays(diceFor(seed, streams.sweeps, 0))
  return {
    market: shared,
    castAt: (cast: number, serials: { next: number }) => {
      const dice = diceFor(seed, streams.cast, cast)
      const serial = () => serials.next++
      return castOf({ dice, market: shared, serial, evasion, sweeps }, twin)
    },
  }
}

/** An order of the shops that says nothing about who belongs together (Fisher and Yates), and where each shop is in it. */
function shuffled(shops: number, seed: number) {
  const dice = diceFor(seed, streams.order, 0)
  const shopAt = Int32Array.from({ length: shops }, (_, n) => n)
  for (let n = shops - 1; 0 < n; n--) {
    const other = dice.int(n + 1)
    const [one, two] = [shopAt[n] ?? 0, shopAt[other] ?? 0]
    shopAt[n] = two
    shopAt[other] = one
  }
  const positionOf = new Int32Array(shops)
  for (const [position, shop] of shopAt.entries()) positionOf[shop] = position
  return { shopAt, positionOf }
}
