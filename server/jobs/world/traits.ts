import type { Dice } from './dice.ts'
import { residentId, socialCreditCode } from './id-numbers.ts'
import { type Held, type Market, type Network, networkAt, type Place } from './market.ts'
import { companyName, latinWord, personName, shopName } from './names.ts'
import { catalogueSize, freshImages, type Images, imageCount, someOf } from './packs.ts'
import { scramble } from './scramble.ts'
import { freshTitles, type Title } from './titles.ts'
import { type Trade, trades } from './words.ts'

/** Everything that a seller has and a shop may show. */
export interface Traits {
  readonly trade: Trade
  readonly name: string
  readonly person: { readonly name: string; readonly number: string; readonly shared?: string }
  readonly company: { readonly name: string; readonly number: string }
  readonly phone: Held
  readonly email: Held
  readonly messenger: string
  readonly device: string
  readonly domain: string
  readonly tracking: string
  readonly account: Held & { readonly scheme: string }
  readonly origin: Place
  readonly network: Network
  readonly factory: string
  readonly images: Images
  readonly titles: readonly Title[]
  readonly brand: string
  /** Against what the trade usually costs. */
  readonly price: number
}

/** Hands out traits that nobody has yet. */
export interface Maker {
  readonly dice: Dice
  readonly market: Market
  /** No other maker has it: it becomes the numbers of one person, one company and one telephone. */
  readonly serial: number
}

/** How many use what everybody uses, and sell a brand that others sell too rather than one of their own. */
const honestShare = {
  hub: 0.38,
  office: 0.06,
  agent: 0.07,
  payment: 0.18,
  pack: 0.45,
  network: 0.1,
  brand: 0.6,
}
/** Less of it, as operators have stores and pictures of their own; but what they sell is somebody's brand. */
const operatorShare: typeof honestShare = {
  hub: 0.3,
  office: 0.05,
  agent: 0.06,
  payment: 0.14,
  pack: 0.25,
  network: 0.1,
  brand: 1,
}

/** A seller who has nothing in common with another but what both share with strangers. */
export function freshTraits(make: Maker, seller: 'honest' | 'operator'): Traits {
  const { dice, market } = make
  const share = seller === 'honest' ? honestShare : operatorShare
  const catalogue = freshCatalogue(make, share)
  const { trade } = catalogue
  const agent = dice.chance(share.agent) ? market.registrationAgent(dice) : undefined
  const office = dice.chance(share.office) ? market.office(dice) : undefined
  return {
    ...catalogue,
    name: shopName(dice, trade),
    person: freshPerson(make),
    company: freshCompany(make, trade),
    phone: agent?.phone ?? freshPhone(make),
    email: agent?.email ?? freshEmail(make),
    messenger: freshHandle(dice),
    device: freshDevice(dice),
    domain: freshDomain(dice),
    tracking: freshTracking(dice),
    account: dice.chance(share.payment)
      ? { ...market.paymentAgent(dice), scheme: 'merchant' }
      : freshAccount(make),
    origin: office?.origin ?? freshOrigin(make, share.hub),
    network: office?.network ?? anyNetwork(make, share.network),
    factory: market.factory(dice),
    price: Math.exp(dice.normal() * 0.4),
  }
}

/** What a shop sells and shows of it: from a pack that is passed around, or made by the seller. */
function freshCatalogue({ dice, market }: Maker, share: typeof honestShare) {
  if (dice.chance(share.pack)) {
    const { trade, brand, images, titles } = market.pack(dice)
    return {
      trade,
      brand,
      images: { ...images, numbers: someOf(images.numbers, imageCount(dice), dice) },
      titles: someOf(titles, catalogueSize.titles, dice),
    }
  }
  const trade = dice.pick(trades)
  const brand = dice.chance(share.brand) ? market.brand(dice, trade) : latinWord(dice)
  return {
    trade,
    brand,
    images: { numbers: freshImages(dice, imageCount(dice)) },
    titles: freshTitles(dice, trade, brand, catalogueSize.titles),
  }
}

function anyNetwork({ dice, market }: Maker, sharedShare: number): Network {
  return dice.chance(sharedShare) ? market.network(dice) : networkAt(dice)
}

/** What of it many strangers use, as `parcel_hub/17`, each once. */
export function sharedOf(traits: Traits): string[] {
  const { person, phone, email, account, origin, network, images } = traits
  const held = [person, phone, email, account, origin, network, images]
  return [...new Set(held.flatMap(({ shared }) => shared ?? []))]
}

/** One in twenty has one of the names that very many people have. */
const commonNameShare = 0.05

export function freshPerson({ dice, market, serial }: Maker): Traits['person'] {
  const named = dice.chance(commonNameShare)
    ? market.commonName(dice)
    : { value: personName(dice), shared: undefined }
  const number = personNumber(serial)
  return named.shared === undefined
    ? { name: named.value, number }
    : { name: named.value, number, shared: named.shared }
}

export function freshCompany({ dice, serial }: Maker, trade: Trade): Traits['company'] {
  const number = socialCreditCode(scramble(serial, 2500, 4000, 11))
  return { name: companyName(dice, trade), number }
}

/** Eleven digits after 1431 to 1439: a range that is not given out, and 1430 is kept for agents. */
export function freshPhone({ serial }: Maker): Held {
  return { value: `143${10_000_000 + scramble(serial, 9000, 10_000, 23)}` }
}

const mailHosts = ['mail.example', 'post.example', 'inbox.example', 'qmail.example']

export function freshEmail({ dice }: Maker): Held {
  const box = `${latinWord(dice)}${dice.pick(['', '.', '_'])}${latinWord(dice)}${dice.int(10_000)}`
  return { value: `${box}@${dice.pick(mailHosts)}`.toLowerCase() }
}

export function freshHandle(dice: Dice): string {
  return `${latinWord(dice)}${latinWord(dice)}${dice.int(10_000)}`.toLowerCase()
}

export function freshDevice(dice: Dice): string {
  const half = () =>
    dice
      .int(2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return `${half()}${half()}`
}

export function freshDomain(dice: Dice): string {
  return `${latinWord(dice)}${dice.pick(['', '-'])}${latinWord(dice)}${dice.int(1000)}.example`.toLowerCase()
}

export function freshTracking(dice: Dice): string {
  return `UA-${10_000_000 + dice.int(89_999_999)}-${1 + dice.int(9)}`
}

/** A wallet, a bank card of a range that is not given out, or a merchant account of one's own. */
export function freshAccount({ dice }: Maker): Traits['account'] {
  const digits = (count: number) => String(dice.int(10 ** count)).padStart(count, '0')
  const kind = dice.real()
  if (kind < 0.5) return { value: `W${digits(6)}${digits(6)}`, scheme: 'wallet' }
  if (kind < 0.8) return { value: `9${digits(9)}${digits(9)}`, scheme: 'bank' }
  return { value: `M-${digits(8)}-${digits(4)}`, scheme: 'merchant' }
}

export function freshOrigin({ dice, market }: Maker, hubShare: number): Place {
  return dice.chance(hubShare) ? market.hub(dice) : market.address(dice)
}

const birthDays = 18_000
const msPerDay = 86_400_000
const eldestBorn = Date.UTC(1955, 0, 1)

function personNumber(serial: number): string {
  const mixed = scramble(serial, birthDays, 1000, 37)
  const born = new Date(eldestBorn + Math.floor(mixed / 1000) * msPerDay)
  return residentId(mixed % 1000, born.toISOString().slice(0, 10).replaceAll('-', ''))
}
