import { dateOf, worldDays } from './calendar.ts'
import type { Channel, Coverage } from './coverage.ts'
import type { Dice } from './dice.ts'
import {
  mistyped,
  typedAccount,
  typedAddress,
  typedEmail,
  typedName,
  typedNumber,
  typedPhone,
} from './noise.ts'
import type { WorldRow } from './tables.ts'
import type { Traits } from './traits.ts'
import type { TrueShop } from './true-shop.ts'

/** A shop with the id under which the world's files know it, and all that its records are made with. */
export interface Recording {
  readonly id: string
  readonly shop: TrueShop
  readonly dice: Dice
  readonly coverage: Coverage
}

/** What is on record of a shop: one row of its own and rows of other kinds. */
export interface Recorded {
  readonly shop: WorldRow
  readonly links: readonly WorldRow[]
}

/** Share of shops whose values are on record one by one, each with the days on which it was seen, although the shop never changed hands. */
const datedShare = 0.2

/**
 * The row of a shop and its links: what happens to be on record of it. Where trade began later than the account, or somebody
 * else had it before, every value is a dated link, as the row of a shop can only say what holds for all of its life; so it is with a
 * share of the others, that a dated link says nothing by itself.
 */
export function recordShop(recording: Recording): Recorded {
  const { shop, dice } = recording
  const changedHands = shop.former !== undefined || shop.opened < shop.started
  const period = { from: shop.started, to: shop.closed ?? worldDays - 1 }
  const found = valuesOf(recording, shop.traits())
  const own = found.filter(({ channel }) => alwaysLinks.has(channel))
  const row = { ...aboutShop(recording), ...keyOf(recording) }
  const former = formerLinks(recording)
  if (changedHands || dice.chance(datedShare)) {
    return { shop: row, links: [...former, ...datedLinks(recording, found, period)] }
  }
  const wide = Object.assign(
    {},
    ...found.map((value) => (alwaysLinks.has(value.channel) ? {} : value.wide)),
  )
  return { shop: { ...row, ...wide }, links: datedLinks(recording, own, period) }
}

export function keyOf({ shop, id }: Recording): WorldRow {
  return { platform: shop.platform.name, shop_id: id }
}

function aboutShop({ shop, dice, coverage }: Recording): WorldRow {
  const { opened, started, closed, because, platform } = shop
  const traits = shop.traits()
  const unknown = dice.chance(coverage(platform.name, 'opened'))
  const seen = Math.min(started + dice.int(30), closed ?? worldDays - 1)
  return {
    account_kind: platform.accountKind,
    name: mistyped(traits.name, dice),
    opened_on: unknown ? undefined : dateOf(opened),
    closed_on: closed === undefined ? undefined : dateOf(closed),
    closed_because: closed === undefined ? undefined : because,
    category: traits.trade[0],
    brand: traits.brand,
    seen_on: unknown ? dateOf(seen) : undefined,
  }
}

/** One value of one channel, as cells of the shop's row and as a link. */
interface Value {
  readonly channel: Channel
  readonly wide: WorldRow
  readonly link: WorldRow
}

/** What the row of a shop has no cell for: a second registrant, tracking ids, networks. */
const alwaysLinks: ReadonlySet<Channel> = new Set(['company', 'tracking', 'network'])
const onSitesOnly: ReadonlySet<Channel> = new Set(['domain', 'tracking'])

function valuesOf({ shop, dice, coverage }: Recording, traits: Traits): Value[] {
  const { name, accountKind } = shop.platform
  return channels.flatMap(({ channel, value }) => {
    if (onSitesOnly.has(channel) && accountKind !== 'site') return []
    return dice.chance(coverage(name, channel))
      ? []
      : [{ channel, ...value(traits, dice, () => !dice.chance(coverage(name, 'number'))) }]
  })
}

type Values = (traits: Traits, dice: Dice, numbered: () => boolean) => Omit<Value, 'channel'>

const channels: readonly { readonly channel: Channel; readonly value: Values }[] = [
  { channel: 'person', value: personValue },
  { channel: 'company', value: companyValue },
  { channel: 'phone', value: ({ phone }, dice) => plain('phone', typedPhone(phone.value, dice)) },
  { channel: 'email', value: ({ email }, dice) => plain('email', typedEmail(email.value, dice)) },
  { channel: 'messenger', value: ({ messenger }) => plain('messenger', messenger) },
  { channel: 'device', value: ({ device }) => plain('device', device) },
  { channel: 'domain', value: ({ domain }) => plain('domain', domain) },
  { channel: 'tracking', value: ({ tracking }) => plain('tracking_id', tracking) },
  { channel: 'account', value: accountValue },
  {
    channel: 'origin',
    value: ({ origin }, dice) => {
      const value = typedAddress(origin.value, dice)
      return { wide: { origin_address: value }, link: { kind: 'origin', value } }
    },
  },
  {
    channel: 'factory',
    value: ({ factory }) => ({
      wide: { factory_id: factory },
      link: { kind: 'factory', value: factory },
    }),
  },
  { channel: 'network', value: ({ network }) => plain(network.kind, network.value) },
]

function plain(kind: string, value: string): Omit<Value, 'channel'> {
  return { wide: { [kind]: value }, link: { kind, value } }
}

function personValue({ person }: Traits, dice: Dice, numbered: () => boolean) {
  const name = typedName(person.name, dice)
  const number = numbered() ? typedNumber(person.number, dice) : undefined
  const wide = { registrant_name: name, registrant_id: number, registrant_kind: 'person' }
  const link =
    number === undefined
      ? { value: name, value_scheme: 'person_name' }
      : { value: number, value_name: name, value_scheme: 'resident_id' }
  return { wide, link: { kind: 'registrant', ...link } }
}

function companyValue({ company }: Traits, dice: Dice, numbered: () => boolean) {
  const name = mistyped(company.name, dice)
  const link = numbered()
    ? { value: company.number, value_name: name, value_scheme: 'uscc' }
    : { value: name, value_scheme: 'company_name' }
  return { wide: {}, link: { kind: 'registrant', ...link } }
}

function accountValue({ account }: Traits, dice: Dice) {
  const value = typedAccount(account.value, dice)
  return {
    wide: { account: value, account_scheme: account.scheme },
    link: { kind: 'account', value, value_scheme: account.scheme },
  }
}

interface Period {
  readonly from: number
  readonly to: number
}

/** Each value from when it was first seen, some days after it was taken up, to when it was last seen. */
function datedLinks(
  recording: Recording,
  values: readonly Value[],
  { from, to }: Period,
): WorldRow[] {
  const { dice } = recording
  const key = keyOf(recording)
  return values.map(({ link }) => {
    const first = Math.min(to, from + dice.int(21))
    const last = Math.max(first, to - dice.int(30))
    return { ...key, ...link, first_seen: dateOf(first), last_seen: dateOf(last) }
  })
}

function formerLinks(recording: Recording): WorldRow[] {
  const { former, opened } = recording.shop
  if (former === undefined) return []
  const period = { from: opened, to: former.until }
  return datedLinks(recording, valuesOf(recording, former.traits()), period)
}
