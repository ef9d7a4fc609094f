import { closingDay, worldDays } from './calendar.ts'
import { changedTraits } from './changes.ts'
import { freshTraits, type Maker, type Traits } from './traits.ts'

/** One shop as it truly is, before anything of it is recorded. */
export interface TrueShop {
  readonly controller: string
  /** The shop that it continues. */
  readonly predecessor: TrueShop | undefined
  readonly changed: readonly string[]
  readonly trap: string | undefined
  readonly opened: number
  /** Absent while it trades. */
  readonly closed: number | undefined
  readonly because: string
  readonly traits: Traits
}

export interface SellerOptions {
  readonly evasion: number
  readonly sweeps: readonly number[]
}

/** A seller with one shop, or two at the same time under one name; some copy the name of a well-known shop. */
export function honestSeller(
  controller: string,
  make: Maker,
  { sweeps }: SellerOptions,
  admired: TrueShop | undefined,
): TrueShop[] {
  const { dice } = make
  const own = freshTraits(make, 'honest')
  const copies = admired !== undefined && dice.chance(0.01)
  const traits = copies ? { ...own, trade: admired.traits.trade, name: admired.traits.name } : own
  const shop = (opened: number, shown: Traits): TrueShop => ({
    controller,
    predecessor: undefined,
    changed: [],
    trap: copies ? 'impersonator' : undefined,
    opened,
    closed: dice.chance(0.55)
      ? closingDay(opened + 30 + dice.int(900), sweeps, dice, 0.1)
      : undefined,
    because: dice.pick(['owner', 'owner', 'inactive', 'inactive', 'other', 'counterfeit']),
    traits: shown,
  })
  const opened = dice.int(worldDays - 60)
  const first = shop(opened, traits)
  if (!dice.chance(0.08)) return [first]
  return [
    first,
    shop(Math.min(worldDays - 5, opened + 90 + dice.int(300)), { ...traits, name: own.name }),
  ]
}

/** A seller who comes back after each closure, some with a sister shop beside the chain. */
export function operator(controller: string, make: Maker, options: SellerOptions): TrueShop[] {
  const { dice } = make
  const shops: TrueShop[] = []
  const returns = 1 + Math.min(11, Math.floor(-Math.log(1 - dice.real()) * 3))
  let traits = freshTraits(make, 'operator')
  let opened = dice.int(worldDays - 400)
  let predecessor: TrueShop | undefined
  let changed: readonly string[] = []
  for (let turn = 0; turn <= returns && opened < worldDays - 10; turn++) {
    const day = opened + 20 + Math.floor(-Math.log(1 - dice.real()) * 160)
    const closed = closingDay(day, options.sweeps, dice, 0.3)
    const because = dice.chance(0.8) ? 'counterfeit' : dice.pick(['owner', 'inactive'])
    predecessor = {
      controller,
      predecessor,
      changed,
      trap: undefined,
      opened,
      closed,
      because,
      traits,
    }
    shops.push(predecessor)
    if (dice.chance(0.12)) shops.push(sister(predecessor, make, options))
    if (closed === undefined) break
    const gap = dice.chance(0.18)
      ? -(1 + dice.int(50))
      : Math.round(Math.exp(2.1 + dice.normal() * 1.1))
    opened = Math.max(opened + 5, closed + gap)
    ;({ traits, changed } = changedTraits(traits, make, options.evasion))
  }
  return shops
}

/** A second shop that runs while the first one does: it continues nothing. */
function sister(beside: TrueShop, make: Maker, { evasion, sweeps }: SellerOptions): TrueShop {
  const { dice } = make
  const opened = Math.min(worldDays - 5, beside.opened + 10 + dice.int(60))
  const { traits, changed } = changedTraits(beside.traits, make, evasion / 2)
  return {
    ...beside,
    predecessor: undefined,
    changed,
    trap: 'sister',
    opened,
    closed: closingDay(opened + 60 + dice.int(500), sweeps, dice, 0.3),
    traits,
  }
}
