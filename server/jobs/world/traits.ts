import type { Dice } from './dice.ts'
import { residentId, socialCreditCode } from './id-numbers.ts'
import type { Market } from './market.ts'
import {
  coined,
  companyName,
  latinWord,
  personName,
  shopName,
  type Trade,
  trades,
} from './names.ts'

/** Everything that a seller has and a shop may show. */
export interface Traits {
  readonly trade: Trade
  readonly name: string
  readonly person: { readonly name: string; readonly number: string }
  readonly company: { readonly name: string; readonly number: string }
  readonly phone: string
  readonly email: string
  readonly messenger: string
  readonly device: string
  readonly account: { readonly value: string; readonly scheme: string }
  readonly origin: string
  readonly factory: string
  readonly images: readonly string[]
  readonly words: readonly string[]
  readonly brand: string
  readonly price: number
}

/** Hands out traits that nobody has yet; numbers run on, so that two sellers share nothing by accident. */
export interface Maker {
  readonly dice: Dice
  readonly market: Market
  serial(): number
}

export function maker(dice: Dice, market: Market): Maker {
  let count = 0
  return {
    dice,
    market,
    serial: () => {
      count += 1
      return count
    },
  }
}

/** How many of the honest use what everybody uses. */
const honestShare = { hub: 0.38, shell: 0.18, agent: 0.06, pack: 0.45 }
const operatorShare = { hub: 0.25, shell: 0.12, agent: 0.05, pack: 0.2 }

/** A seller who has nothing in common with another but what both share with strangers. */
export function freshTraits(make: Maker, seller: 'honest' | 'operator'): Traits {
  const { dice, market } = make
  const share = seller === 'honest' ? honestShare : operatorShare
  const trade = dice.pick(trades)
  const pack = dice.chance(share.pack) ? market.pack() : undefined
  return {
    trade,
    name: shopName(dice, trade),
    person: freshPerson(make),
    company: freshCompany(make, trade),
    phone: dice.chance(share.agent) ? market.agentPhone() : freshPhone(make),
    email: freshEmail(make),
    messenger: `${latinWord(dice).toLowerCase()}-${make.serial()}`,
    device: `dev-${make.serial().toString(16)}-${dice.int(65_536).toString(16)}`,
    account: dice.chance(share.shell)
      ? { value: market.shell(), scheme: 'merchant' }
      : freshAccount(make),
    origin: dice.chance(share.hub) ? market.hub() : ownOrigin(make),
    factory: market.factory(),
    images: pack?.images.filter(() => dice.chance(0.5)) ?? freshImages(make, 10 + dice.int(50)),
    words: pack?.words ?? Array.from({ length: 60 }, () => coined(dice)),
    brand: `${latinWord(dice)} ${trade[2]}`,
    price: Math.exp(dice.normal() * 0.4),
  }
}

export function freshPerson({ dice, serial }: Maker): Traits['person'] {
  const born = `${1955 + dice.int(50)}${pad(1 + dice.int(12), 2)}${pad(1 + dice.int(28), 2)}`
  return { name: personName(dice), number: residentId(serial(), born) }
}

export function freshCompany({ dice, serial }: Maker, trade: Trade): Traits['company'] {
  return { name: companyName(dice, trade), number: socialCreditCode(serial()) }
}

/** Eight digits after 143 that no other number in the world comes close to more than by chance. */
export function freshPhone({ dice }: Maker): string {
  return `143 ${pad(dice.int(9000), 4)} ${pad(dice.int(10_000), 4)}`
}

export function freshEmail({ dice, serial }: Maker): string {
  return `${latinWord(dice)}${latinWord(dice)}${serial()}@mail.example`.toLowerCase()
}

export function freshAccount({ dice, serial }: Maker): Traits['account'] {
  return { value: `W-${1000 + dice.int(9000)}-${pad(serial(), 6)}`, scheme: 'wallet' }
}

export function ownOrigin({ market, serial }: Maker): string {
  return `${market.village()} ${serial()} 号`
}

export function freshImages({ serial }: Maker, count: number): string[] {
  const own = serial()
  return Array.from({ length: count }, (_, n) => `img${own}-${n}`)
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
