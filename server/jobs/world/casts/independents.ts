import { worldDays } from '../calendar.ts'
import { changedTraits, eagerness } from '../changes.ts'
import type { Traits } from '../traits.ts'
import {
  honestShop,
  madeLater,
  type Stage,
  somebody,
  startDay,
  type TrueShop,
} from '../true-shop.ts'
import { boughtFrom, olderAccount } from './aged-account.ts'

/** Share of honest sellers with a second shop at the same time. */
const sisterShare = 0.06

/** A seller with one shop, or two at the same time. */
export function independent(stage: Stage): TrueShop[] {
  const { dice } = stage
  const traits = somebody(stage)
  const shop = honestShop(stage, { traits, started: startDay(stage) })
  if (!dice.chance(sisterShare)) return [shop]
  const started = Math.min(worldDays - 20, shop.started + 20 + dice.int(300))
  const alike = madeLater(stage, (make) => changedTraits(traits(), make, eagerness(0) * 0.6).traits)
  return [shop, honestShop(stage, { traits: alike, started, trap: 'sister' })]
}

/** A seller who closes for reasons of his own and opens again later: a true succession in which nobody hides anything. */
export function reopened(stage: Stage): TrueShop[] {
  const { dice } = stage
  const started = dice.int(worldDays - 700)
  const closed = started + 60 + dice.int(400)
  const because = dice.chance(0.5) ? 'owner' : 'inactive'
  const first = honestShop(stage, { traits: somebody(stage), started, closed, because })
  const look = madeLater(stage, (make) => changedTraits(first.traits(), make, eagerness(0)))
  const second = honestShop(stage, {
    traits: () => look().traits,
    changed: () => look().changed,
    started: closed + 15 + dice.int(200),
    platform: first.platform,
    trap: 'reopened',
    predecessor: 0,
  })
  return [first, second]
}

/** An honest seller on an account that is older than the trade on it. */
export function agedHonestly(stage: Stage): TrueShop[] {
  const started = startDay(stage)
  const account = olderAccount(stage, started)
  return [honestShop(stage, { traits: somebody(stage), started, trap: 'aged_account', ...account })]
}

/** An honest seller whose shop was closed by mistake and given back on appeal: one shop, two lives, nobody new. */
export function reinstated(stage: Stage): TrueShop[] {
  const { dice } = stage
  const started = dice.int(worldDays - 500)
  const from = started + 30 + dice.int(200)
  const suspended = { from, to: from + 5 + dice.int(50) }
  const shop = honestShop(stage, {
    traits: somebody(stage),
    opened: started,
    started: suspended.to,
    suspended,
    trap: 'reinstated',
  })
  return [{ ...shop, started }]
}

/** Share of sold shops that go on under their id; the others hand their catalogue to a new shop of the buyer. */
const sameIdShare = 0.4

/** A shop sold to a stranger: two lives of one shop, or two shops. */
export function sold(stage: Stage): TrueShop[] {
  const { dice } = stage
  const opened = dice.int(worldDays - 500)
  const until = opened + 90 + dice.int(350)
  const started = Math.min(worldDays - 15, until + dice.int(20))
  const traits = somebody(stage)
  const stranger = somebody(stage)
  const buyer = () => ({ ...stranger(), ...catalogueOf(traits()) })
  const trap = 'sold'
  if (dice.chance(sameIdShare)) {
    const { former } = boughtFrom(stage, opened, started)
    const account = { opened, former: { ...former, traits, until } }
    return [honestShop(stage, { traits: buyer, started, trap, ...account })]
  }
  const first = honestShop(stage, { traits, started: opened, closed: until, because: 'sold', trap })
  const { platform } = first
  return [first, honestShop(stage, { controller: 1, traits: buyer, started, platform, trap })]
}

/** What changes hands when a shop is sold: all that buyers see, and where the goods come from. */
export function catalogueOf({ trade, name, images, titles, brand, price, factory }: Traits) {
  return { trade, name, images, titles, brand, price, factory }
}
