import { type Dice, diceFor, streams } from './dice.ts'
import { coined, latinWord } from './names.ts'
import { type Pack, packAt } from './packs.ts'
import { commonNames, syllables, type Trade, trades } from './words.ts'

/** A value, and of whom it says nothing: many strangers use what is `shared`, as `parcel_hub/17`. */
export interface Held {
  readonly value: string
  readonly shared?: string
}

export interface Place extends Held {
  /** Which village it is in, for another address next door. */
  readonly village: number
}

/** What strangers share: how many of each there are grows with the market, how they are used falls off steeply (Zipf). */
export interface Market {
  /** A parcel locker or the store of a consolidation hub. */
  hub(dice: Dice): Place
  /** A suite at which many firms are registered and pack, and its network. */
  office(dice: Dice): { readonly origin: Place; readonly network: Network }
  /** A house of one's own: in a village, or in the one that is given. */
  address(dice: Dice, village?: number): Place
  /** A merchant account that settles for many. */
  paymentAgent(dice: Dice): Held
  /** Someone who registers shops for others under contacts of his own. */
  registrationAgent(dice: Dice): { readonly phone: Held; readonly email: Held }
  /** A network that many sign in from: a market hall, a hostel, a co-working floor. */
  network(dice: Dice): Network
  commonName(dice: Dice): Held
  /** Id of a factory that anyone may buy from. */
  factory(dice: Dice): string
  /** Pictures and words that dealers pass around. */
  pack(dice: Dice): Pack
  brand(dice: Dice, trade: Trade): string
  readonly factories: number
  factoryAt(index: number): FactoryOfMarket
}

export interface Network extends Held {
  readonly kind: 'wifi' | 'ip'
}

export interface FactoryOfMarket {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly products: string
}

/** Shops for each shared thing: 11,000 shops share about 60 hubs, 450 villages, 40 payment agents, 30 registration agents, 400 factories, 80 packs. */
const shopsPer = {
  hub: 180,
  village: 25,
  paymentAgent: 275,
  registrationAgent: 370,
  factory: 28,
  pack: 140,
  office: 150,
  network: 220,
}
type Pool = keyof typeof shopsPer
const fewestOfEach = 3
const brandsOfTrade = 24

export function market(shops: number, seed: number): Market {
  const size = (pool: Pool) => Math.max(fewestOfEach, Math.round(shops / shopsPer[pool]))
  const of = (pool: Pool, index: number) =>
    diceFor(seed, streams.pool, index * 16 + Object.keys(shopsPer).indexOf(pool))
  const any = (pool: Pool, dice: Dice) => rare(size(pool), dice)
  const villages = cached((index) => villageAt(of('village', index), size('village'), index))
  const shared = <T>(pool: Pool, make: (dice: Dice, index: number) => T) => {
    const made = cached((index) => make(of(pool, index), index))
    return (dice: Dice) => made(any(pool, dice))
  }
  const place = (name: string, dice: Dice, index: number, at: (text: string) => string): Place => {
    const village = any('village', dice)
    return { value: at(villages(village).text), shared: `${name}/${index}`, village }
  }
  return {
    hub: shared('hub', (own, index) =>
      place('parcel_hub', own, index, (text) => hubIn(text, own, index)),
    ),
    office: shared('office', (own, index) => ({
      origin: place('office_address', own, index, (text) => officeIn(text, own, index)),
      network: networkAt(own, `office_address/${index}`),
    })),
    address: (dice, village = any('village', dice)) => ({
      value: houseIn(villages(village).text, 1 + dice.int(400)),
      village,
    }),
    paymentAgent: shared('paymentAgent', (own, index) => ({
      value: `M-9${pad(index, 4)}-${1000 + own.int(9000)}`,
      shared: `payment_agent/${index}`,
    })),
    registrationAgent: shared('registrationAgent', agentAt),
    network: shared('network', (own, index) => networkAt(own, `shared_network/${index}`)),
    commonName: (dice) => {
      const at = rare(commonNames.length, dice)
      return { value: commonNames[at] ?? '', shared: `common_name/${at}` }
    },
    factory: (dice) => `f${any('factory', dice) + 1}`,
    pack: shared('pack', packAt),
    brand: (dice, trade) => brandOf(seed, trade, rare(brandsOfTrade, dice)),
    factories: size('factory'),
    factoryAt: (index) => {
      const own = of('factory', index)
      const village = villages(any('village', own)).text
      return factoryIn(village, own, index)
    },
  }
}

/** An index below `size`, the first far more often than the last. */
function rare(size: number, dice: Dice): number {
  return Math.min(size - 1, Math.floor((size + 1) ** dice.real()) - 1)
}

function cached<T>(make: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>()
  return (index) => {
    const found = known.get(index) ?? make(index)
    known.set(index, found)
    return found
  }
}

/** A village in its district and city, written one way: three in four in Chinese. */
function villageAt(dice: Dice, size: number, index: number): { readonly text: string } {
  const district = index % Math.max(1, Math.round(size / 12))
  const city = syllables[(district * 7) % syllables.length] ?? ''
  if (dice.chance(0.25)) {
    return { text: `${latinWord(dice)} Road, ${capital(city)}he District, ${capital(city)}lan` }
  }
  const zh = '云海江山湖林泉松'[district % 8]
  return {
    text: `${zh}州市${district + 1}区${coined(dice)}${dice.pick(['村', '镇', '街道', '里'])}`,
  }
}

/** House and road in the order of the script: `云州市3区桂花村12号`, `12 Qing Road, Jinhe District, Jinlan`. */
function houseIn(village: string, number: number): string {
  return isLatin(village) ? `${number} ${village}` : `${village}${number}号`
}

function hubIn(village: string, dice: Dice, index: number): string {
  if (isLatin(village)) return `Parcel Hub ${index + 1}, ${1 + dice.int(90)} ${village}`
  const what = dice.pick(['集运站', '集运仓', '快递柜', '驿站'])
  return `${village}${1 + dice.int(90)}号${what}${index + 1}号`
}

function officeIn(village: string, dice: Dice, index: number): string {
  const [floor, suite] = [2 + dice.int(28), index + 101]
  return isLatin(village)
    ? `Suite ${suite}, Floor ${floor}, ${1 + dice.int(90)} ${village}`
    : `${village}${1 + dice.int(90)}号${coined(dice)}大厦${floor}层${suite}室`
}

function agentAt(dice: Dice, index: number): { readonly phone: Held; readonly email: Held } {
  const shared = `registration_agent/${index}`
  return {
    phone: { value: `1430${pad(index, 4)}${pad(dice.int(1000), 3)}`, shared },
    email: { value: `service${index + 1}@agent-${latinWord(dice).toLowerCase()}.example`, shared },
  }
}

/** A locally administered hardware address, or one of the documentation prefix 2001:db8::/32 (RFC 3849). */
export function networkAt(dice: Dice, shared?: string): Network {
  const part = () => dice.int(65_536).toString(16)
  const byte = () => dice.int(256).toString(16).padStart(2, '0')
  const own = shared === undefined ? {} : { shared }
  return dice.chance(0.5)
    ? { kind: 'wifi', value: ['02', byte(), byte(), byte(), byte(), byte()].join(':'), ...own }
    : { kind: 'ip', value: `2001:db8:${part()}:${part()}::${1 + dice.int(254)}`, ...own }
}

function factoryIn(village: string, dice: Dice, index: number): FactoryOfMarket {
  const [category] = dice.pick(trades)
  const form = dice.pick(['皮具厂', '制衣厂', '五金厂', '塑料厂', '电子厂', '工艺厂'])
  return {
    id: `f${index + 1}`,
    name: isLatin(village) ? `${latinWord(dice)} Works ${index + 1}` : `${coined(dice)}${form}`,
    address: houseIn(village, 1 + dice.int(400)),
    products: category,
  }
}

function brandOf(seed: number, trade: Trade, at: number): string {
  const item = trades.indexOf(trade) * brandsOfTrade + at
  return latinWord(diceFor(seed, streams.pool, item * 16 + 15))
}

function isLatin(text: string): boolean {
  return /^[A-Z]/.test(text)
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
