import type { LifeEnded } from '../../domain/life.ts'
import { closingDay, worldDays } from './calendar.ts'
import type { Dice } from './dice.ts'
import { type Lazy, later } from './later.ts'
import type { Market } from './market.ts'
import { anyPlatform, type Platform } from './platforms.ts'
import { freshTraits, type Maker, type Traits } from './traits.ts'

/** One shop as it truly is, before anything of it is recorded. Shops of one cast name each other by their place in it. */
export interface TrueShop {
  /** Whose it is, or was last; a number within the cast. */
  readonly controller: number
  /** The shop of the cast that it continues. */
  readonly predecessor?: number
  /** Names of the traits that are not those of the predecessor. */
  readonly changed: Lazy<readonly string[]>
  readonly traps: readonly string[]
  readonly platform: Platform
  /** When the account was opened, by whomever; days of the calendar, negative before the world. */
  readonly opened: number
  /** When its controller began to trade on it. */
  readonly started: number
  /** Absent while it trades. */
  readonly closed?: number
  readonly because: LifeEnded
  readonly traits: Lazy<Traits>
  /** Who had the account before, when it was sold. */
  readonly former?: FormerLife
  /** Closed and given back to the same seller after an appeal, between these days. */
  readonly suspended?: { readonly from: number; readonly to: number }
  /** The shop of the cast whose goods it sells, where a source states it. */
  readonly resellsFor?: number
}

export interface FormerLife {
  readonly traits: Lazy<Traits>
  /** The last day of the life. */
  readonly until: number
  /** Whether the sale is on record as a life of its own, or shows only in who is seen when. */
  readonly told: boolean
}

/** Everything that shops of one cast are made with. */
export interface Stage {
  readonly dice: Dice
  readonly market: Market
  /** A number that nothing else of the world has. */
  readonly serial: () => number
  readonly evasion: number
  readonly sweeps: readonly number[]
}

/** Chance that a sweep catches a shop that would close within its reach anyway. */
const caught = { honest: 0.3, operator: 0.4 }
const honestClose = 0.55

/** Made when it is asked for, by a maker with dice and numbers of its own. */
export function madeLater<T>({ dice, market, serial }: Stage, make: (maker: Maker) => T): Lazy<T> {
  const own = serial()
  return later(dice, (ownDice) => make({ dice: ownDice, market, serial: own }))
}

/** The traits of a seller who has nothing in common with anybody yet. */
export function somebody(stage: Stage, seller: 'honest' | 'operator' = 'honest'): Lazy<Traits> {
  return madeLater(stage, (maker) => freshTraits(maker, seller))
}

/** A day on which somebody can start, so that there is time to trade. */
export function startDay({ dice }: Stage, from = 0): number {
  return from + dice.int(Math.max(1, worldDays - 60 - from))
}

interface HonestShop extends Partial<Omit<TrueShop, 'traits' | 'traps'>> {
  readonly traits: Lazy<Traits>
  readonly started: number
  readonly trap?: string
}

/** A shop of somebody who may close it for reasons of his own, or by mistake of the platform. */
export function honestShop(stage: Stage, { trap, ...own }: HonestShop): TrueShop {
  const { dice } = stage
  const closed = dice.chance(honestClose)
    ? closingDay(own.started + 30 + dice.int(900), stage.sweeps, dice, caught.honest)
    : undefined
  const shop: TrueShop = {
    controller: 0,
    changed: () => [],
    traps: trap === undefined ? [] : [trap],
    platform: anyPlatform(dice),
    opened: own.started,
    because: dice.pick(['owner', 'owner', 'inactive', 'inactive', 'other', 'counterfeit']),
    ...(closed !== undefined && { closed }),
    ...own,
  }
  return sweptUp(shop, stage)
}

/** The day on which an operator's shop that would close on `day` does; undefined when it outlives the world. */
export function operatorCloses({ dice, sweeps }: Stage, day: number): number | undefined {
  return closingDay(day, sweeps, dice, caught.operator)
}

/** Marks a shop that closed on the day of a sweep, when unrelated shops closed too. */
export function sweptUp(shop: TrueShop, { sweeps }: Stage): TrueShop {
  if (shop.closed === undefined || !sweeps.includes(shop.closed)) return shop
  const because = shop.because === 'sold' ? 'sold' : 'counterfeit'
  return { ...shop, because, traps: [...shop.traps, 'sweep'] }
}
