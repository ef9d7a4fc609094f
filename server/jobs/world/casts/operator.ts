import { returnGapDays, worldDays } from '../calendar.ts'
import { changedTraits, eagerness } from '../changes.ts'
import type { Dice } from '../dice.ts'
import { type Lazy, once } from '../later.ts'
import { anyPlatform, nextPlatform, type Platform } from '../platforms.ts'
import type { Traits } from '../traits.ts'
import {
  madeLater,
  operatorCloses,
  type Stage,
  somebody,
  sweptUp,
  type TrueShop,
} from '../true-shop.ts'
import { agedAccount } from './aged-account.ts'

/** No seller of the dark net markets was found with more accounts (Tai, Soska and Christin, KDD 2019). */
const mostShops = 11
/** Shops that are open at once: most operators have one, some two or three. */
const linesShare = { two: 0.22, three: 0.08 }
/** Share of returns in which a second shop opens beside the one that continues. */
const siblingShare = 0.07
/** Chance after each closure that the operator comes back once more. */
const returnsShare = 0.74
const closedForCounterfeit = 0.8
const daysToClosure = { least: 20, mean: 190 }
/** Share of operators who have a forged number, wrong in its check character, and of their returns in which they use it again. */
const forgers = { share: 0.08, reuse: 0.5 }

interface Line {
  readonly controller: number
  readonly traits: Lazy<Traits>
  readonly platform: Platform
  readonly started: number
  /** Whether the first shop of the line ran beside another one of the same controller. */
  readonly beside: boolean
}

/** A seller who comes back after each closure, some with several shops at once. */
export function operator(stage: Stage): TrueShop[] {
  const { dice } = stage
  const started = dice.int(worldDays - 400)
  const traits = somebody(stage, 'operator')
  return comesBack(stage, { traits, platform: anyPlatform(dice), started, controller: 0 }, 0)
}

/** All shops of one operator, from the first on; `first` is the place in the cast that the first of them takes. */
export function comesBack(stage: Stage, own: Omit<Line, 'beside'>, first: number): TrueShop[] {
  const { dice } = stage
  const care = Math.exp(dice.normal() * 0.4)
  const forges = dice.chance(forgers.share)
  const forgery = forges ? once(() => forged(own.traits().person.number)) : undefined
  const shops: TrueShop[] = []
  const pending: Line[] = [{ ...own, beside: false }, ...sisters(stage, own)]
  for (let line = pending.shift(); line !== undefined; line = pending.shift()) {
    pending.push(...runLine(stage, line, { shops, first, care, forgery }))
  }
  return shops.slice(0, mostShops)
}

function sisters(stage: Stage, own: Omit<Line, 'beside'>): Line[] {
  const { dice } = stage
  const which = dice.real()
  if (linesShare.two + linesShare.three < which) return []
  const others = which < linesShare.three ? 2 : 1
  return Array.from({ length: others }, () => ({
    ...own,
    traits: madeLater(
      stage,
      (make) => changedTraits(own.traits(), make, eagerness(stage.evasion / 2)).traits,
    ),
    platform: nextPlatform(own.platform, dice),
    started: own.started + 10 + dice.int(200),
    beside: true,
  }))
}

interface Running {
  readonly shops: TrueShop[]
  readonly first: number
  /** What is the operator's own of how much a return changes: 1 for most, less for the careless. */
  readonly care: number
  readonly forgery: Lazy<string> | undefined
}

/** Runs one line of shops to its end, adding them to `shops`; gives the siblings that opened on the way. */
function runLine(stage: Stage, line: Line, running: Running): Line[] {
  const { shops, first, care, forgery } = running
  const { dice } = stage
  const siblings: Line[] = []
  const eager = eagerness(stage.evasion) * care
  let next = firstOf(stage, { ...line, traits: under(forgery, line.traits, dice) })
  while (next !== undefined && shops.length < mostShops) {
    shops.push(next)
    const { closed } = next
    if (closed === undefined || !dice.chance(returnsShare)) break
    if (dice.chance(siblingShare)) siblings.push(siblingOf(stage, next, closed, eager))
    next = successor(stage, next, { closed, predecessor: first + shops.length - 1, eager, forgery })
  }
  return siblings
}

function firstOf(stage: Stage, { beside, ...line }: Line): TrueShop | undefined {
  if (worldDays - 10 <= line.started) return undefined
  const shop = { ...line, opened: line.started, changed: () => [], traps: beside ? ['sister'] : [] }
  return closing(stage, shop)
}

function siblingOf(stage: Stage, was: TrueShop, closed: number, eager: number): Line {
  const { dice } = stage
  return {
    controller: was.controller,
    traits: madeLater(stage, (make) => changedTraits(was.traits(), make, eager).traits),
    platform: nextPlatform(was.platform, dice),
    started: Math.max(was.started + 5, closed + returnGapDays(dice)),
    beside: true,
  }
}

interface Return {
  readonly closed: number
  readonly predecessor: number
  readonly eager: number
  readonly forgery: Lazy<string> | undefined
}

function successor(stage: Stage, was: TrueShop, to: Return): TrueShop | undefined {
  const { dice } = stage
  const started = Math.max(was.started + 5, to.closed + returnGapDays(dice))
  if (worldDays - 10 <= started) return undefined
  const platform = nextPlatform(was.platform, dice)
  const look = madeLater(stage, (make) => changedTraits(was.traits(), make, to.eager))
  const moved = platform === was.platform ? [] : ['platform']
  const old = agedAccount(stage, platform, started)
  return closing(stage, {
    controller: was.controller,
    predecessor: to.predecessor,
    changed: () => [...moved, ...look().changed],
    traps: old === undefined ? [] : ['aged_account'],
    platform,
    opened: started,
    started,
    traits: under(to.forgery, () => look().traits, dice),
    ...old,
  })
}

function closing(stage: Stage, shop: Omit<TrueShop, 'because'>): TrueShop {
  const { dice } = stage
  const lasts = daysToClosure.least - Math.log(1 - dice.real()) * daysToClosure.mean
  const closed = operatorCloses(stage, shop.started + Math.floor(lasts))
  const because = dice.chance(closedForCounterfeit) ? 'counterfeit' : ownReason(dice)
  return sweptUp({ ...shop, because, ...(closed !== undefined && { closed }) }, stage)
}

function ownReason(dice: Dice): TrueShop['because'] {
  return dice.chance(0.5) ? 'owner' : 'inactive'
}

/** Registered under the forged number, where the operator uses it. */
function under(forgery: Lazy<string> | undefined, traits: Lazy<Traits>, dice: Dice): Lazy<Traits> {
  if (forgery === undefined || !dice.chance(forgers.reuse)) return traits
  return once(() => {
    const own = traits()
    return { ...own, person: { ...own.person, number: forgery() } }
  })
}

/** The same number with another check character, which no office can have given. */
function forged(number: string): string {
  return `${number.slice(0, -1)}${number.endsWith('3') ? '7' : '3'}`
}
