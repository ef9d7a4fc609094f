import { worldDays } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { once } from '../later.ts'
import { coined, latinWord, relativeOf } from '../names.ts'
import { freshImages, imageCount, someOf } from '../packs.ts'
import { rewritten } from '../titles.ts'
import { freshPhone, freshTraits, type Maker, type Traits } from '../traits.ts'
import {
  honestShop,
  madeLater,
  type Stage,
  somebody,
  startDay,
  type TrueShop,
} from '../true-shop.ts'
import { catalogueOf } from './independents.ts'
import { comesBack } from './operator.ts'

/** Share of strangers in a cast who happen to open about when another one closes, as a successor would. */
const openWhenAnotherCloses = 0.35

/** Relatives who each run a shop of their own from one house: one family name, one address, sometimes one telephone. */
export function family(stage: Stage): TrueShop[] {
  const first = honestShop(stage, {
    traits: somebody(stage),
    started: startDay(stage),
    trap: 'family',
  })
  return strangers(stage, first, 1 + stage.dice.int(2), (own, { dice }) => {
    const { person, origin, phone, network, trade } = first.traits()
    return {
      person: { name: relativeOf(person.name, dice), number: own.person.number },
      origin,
      ...(dice.chance(0.35) && { phone }),
      ...(dice.chance(0.6) && { network }),
      ...(dice.chance(0.5) && { trade }),
    }
  })
}

/** Holders of one franchise: the same core of a name, brand, pictures and supplier; persons, accounts and contacts of their own. */
export function franchise(stage: Stage): TrueShop[] {
  const { dice } = stage
  const chain = somebody(stage)
  const latin = dice.chance(0.4)
  const core = latin ? latinWord(dice) : coined(dice)
  const host = `${latinWord(dice)}-${latinWord(dice)}.example`.toLowerCase()
  const branch = (own: Traits, { dice: ownDice }: Maker): Partial<Traits> => {
    const of = chain()
    const place = latin ? latinWord(ownDice) : coined(ownDice)
    const named = latin ? `${core} ${of.trade[2]} ${place}` : `${core}${of.trade[1]}${place}店`
    const firm = latin ? `${core} ${place} Co., Ltd.` : `${core}${of.trade[1]}${place}有限公司`
    return {
      ...catalogueOf(of),
      name: named,
      ...(ownDice.chance(0.5) && { company: { ...own.company, name: firm } }),
      ...(ownDice.chance(0.4) && { email: { value: `shop${ownDice.int(1000)}@${host}` } }),
      images: fewer(of.images, ownDice, 0.7),
      titles: rewritten(of.titles, ownDice, of.trade, 0.8),
    }
  }
  const traits = like(stage, branch)
  const first = honestShop(stage, { traits, started: startDay(stage), trap: 'franchise' })
  return strangers(stage, first, 2 + dice.int(4), branch)
}

/** A known seller and strangers who copy the face of the shop: name, titles, pictures, and nothing that binds. */
export function impersonated(stage: Stage): TrueShop[] {
  const known = honestShop(stage, {
    traits: somebody(stage),
    started: startDay(stage),
    trap: 'impersonated',
  })
  const copied = strangers(stage, known, 1 + stage.dice.int(2), (own, { dice }) => {
    const of = known.traits()
    return {
      ...catalogueOf(of),
      name: dice.chance(0.6) ? of.name : `${of.name}${dice.pick(['店', '1', ' Store'])}`,
      factory: own.factory,
      images: fewer(of.images, dice, 0.8),
      titles: rewritten(of.titles, dice, of.trade, 0.85),
    }
  })
  return copied.map((shop, n) => (n === 0 ? shop : { ...shop, traps: asCopy(shop.traps) }))
}

function asCopy(traps: readonly string[]): string[] {
  return traps.map((trap) => (trap === 'impersonated' ? 'impersonator' : trap))
}

/** Share of suppliers among whose dealers is one who comes back after closures; and of dealers about whom a source says whom they deal for. */
const dealers = { comesBack: 0.35, stated: 0.4 }

/** A supplier and those who sell his goods for him: his pictures, titles and store, accounts and contacts of their own. */
export function dealersOfOne(stage: Stage): TrueShop[] {
  const { dice } = stage
  const supplier = honestShop(stage, {
    traits: somebody(stage),
    started: dice.int(Math.floor(worldDays / 2)),
    trap: 'dealer',
  })
  const deals = (own: Traits, { dice: ownDice }: Maker): Partial<Traits> => {
    const of = supplier.traits()
    return {
      ...catalogueOf(of),
      name: own.name,
      origin: of.origin,
      price: of.price * (0.9 + 0.3 * ownDice.real()),
      images: fewer(of.images, ownDice, 0.75),
      titles: rewritten(of.titles, ownDice, of.trade, 0.7),
    }
  }
  const cast = strangers(stage, supplier, 2 + dice.int(4), deals).map((shop, n) =>
    n !== 0 && dice.chance(dealers.stated) ? { ...shop, resellsFor: 0 } : shop,
  )
  if (!dice.chance(dealers.comesBack)) return cast
  const line = {
    controller: cast.length,
    traits: like(stage, deals, 'operator'),
    platform: supplier.platform,
    started: supplier.started + dice.int(400),
  }
  const returns = comesBack(stage, line, cast.length)
  return [...cast, ...returns.map((shop) => ({ ...shop, traps: ['dealer', ...shop.traps] }))]
}

/** Days for which a number rests before it is given out again: two years at the least, so that only dates tell the two apart. */
const restsDays = 730

/** Two strangers who had one telephone number, one long after the other. */
export function recycledPhone(stage: Stage): TrueShop[] {
  const { dice } = stage
  const started = dice.int(500)
  const closed = started + 60 + dice.int(350)
  const trap = 'recycled_phone'
  const holder = madeLater(stage, (make) => ({
    ...freshTraits(make, 'honest'),
    phone: freshPhone(make),
  }))
  const stranger = somebody(stage)
  const traits = once(() => ({ ...stranger(), phone: holder().phone }))
  const again = startDay(stage, closed + restsDays)
  return [
    honestShop(stage, { traits: holder, started, closed, trap }),
    honestShop(stage, { controller: 1, traits, started: again, trap }),
  ]
}

/** What a stranger has in common with the first of the cast, over what is the stranger's own. */
type Alike = (own: Traits, make: Maker) => Partial<Traits>

/** The first shop and others of other people that have something of it; each is marked with the trap of the first. */
function strangers(stage: Stage, first: TrueShop, count: number, alike: Alike): TrueShop[] {
  const { dice } = stage
  const shops = [first]
  for (let controller = 1; controller <= count; controller++) {
    const started = dice.chance(openWhenAnotherCloses)
      ? aboutWhenOneClosed(shops, dice)
      : startDay(stage, Math.min(first.started, worldDays - 200))
    shops.push(
      honestShop(stage, {
        controller,
        traits: like(stage, alike),
        started,
        ...(dice.chance(0.6) && { platform: first.platform }),
        ...(first.traps[0] !== undefined && { trap: first.traps[0] }),
      }),
    )
  }
  return shops
}

function like(stage: Stage, alike: Alike, seller: 'honest' | 'operator' = 'honest') {
  return madeLater(stage, (make) => {
    const own = freshTraits(make, seller)
    return { ...own, ...alike(own, make) }
  })
}

function aboutWhenOneClosed(shops: readonly TrueShop[], dice: Dice): number {
  const { started, closed = started + 200 } = dice.pick(shops)
  return Math.min(worldDays - 20, Math.max(started + 5, closed - 14 + dice.int(60)))
}

function fewer({ shared, numbers }: Traits['images'], dice: Dice, share: number): Traits['images'] {
  const kept = someOf(numbers, Math.max(1, Math.round(numbers.length * share)), dice)
  const more = Math.max(0, Math.round((imageCount(dice) - kept.length) / 2))
  return {
    ...(shared !== undefined && { shared }),
    numbers: [...kept, ...freshImages(dice, more)],
  }
}
