import type { Dice } from './dice.ts'
import { networkAt } from './market.ts'
import { shopName } from './names.ts'
import { freshImages, imageCount, someOf } from './packs.ts'
import { rewritten } from './titles.ts'
import {
  freshAccount,
  freshCompany,
  freshDevice,
  freshDomain,
  freshEmail,
  freshHandle,
  freshOrigin,
  freshPerson,
  freshPhone,
  freshTracking,
  type Maker,
  type Traits,
} from './traits.ts'

type Made = (was: Traits, make: Maker) => Partial<Traits>

interface Change {
  readonly field: string
  /** Probability that a return changes it, at evasion 1. */
  readonly probability: number
  /** The trait made new. */
  readonly made: Made
  /** A value close to the old one, which a share of the changes settle for; it counts as changed. */
  readonly near?: { readonly share: number; readonly made: Made }
}

/** Houses in the same village, rather than a parcel hub or another region. */
const movesNextDoor = 0.5
const movesToHub = 0.3

/** What a seller alters between a closed shop and the next (the probabilities are the prototype's or assumptions, not counts). */
const changes: readonly Change[] = [
  {
    field: 'name',
    probability: 0.85,
    made: ({ trade }, { dice }) => ({ name: shopName(dice, trade) }),
    near: { share: 0.15, made: nearName },
  },
  { field: 'person', probability: 0.68, made: (_, make) => ({ person: freshPerson(make) }) },
  {
    field: 'company',
    probability: 0.55,
    made: ({ trade }, make) => ({ company: freshCompany(make, trade) }),
    near: { share: 0.2, made: nearCompany },
  },
  {
    field: 'phone',
    probability: 0.6,
    made: (_, make) => ({ phone: freshPhone(make) }),
    near: { share: 0.15, made: (was, { dice }) => ({ phone: oneDigitOff(was.phone.value, dice) }) },
  },
  {
    field: 'email',
    probability: 0.65,
    made: (_, make) => ({ email: freshEmail(make) }),
    near: { share: 0.25, made: nearEmail },
  },
  {
    field: 'messenger',
    probability: 0.6,
    made: (_, { dice }) => ({ messenger: freshHandle(dice) }),
    near: { share: 0.2, made: nearHandle },
  },
  { field: 'device', probability: 0.5, made: (_, { dice }) => ({ device: freshDevice(dice) }) },
  {
    field: 'domain',
    probability: 0.8,
    made: (_, { dice }) => ({ domain: freshDomain(dice) }),
    near: { share: 0.2, made: nearDomain },
  },
  {
    field: 'tracking_id',
    probability: 0.45,
    made: (_, { dice }) => ({ tracking: freshTracking(dice) }),
  },
  { field: 'account', probability: 0.6, made: (_, make) => ({ account: freshAccount(make) }) },
  {
    field: 'origin',
    probability: 0.55,
    made: (_, make) => ({ origin: freshOrigin(make, movesToHub) }),
    near: {
      share: movesNextDoor,
      made: (was, { dice, market }) => ({ origin: market.address(dice, was.origin.village) }),
    },
  },
  { field: 'network', probability: 0.5, made: (_, { dice }) => ({ network: networkAt(dice) }) },
  {
    field: 'factory',
    probability: 0.2,
    made: (_, { dice, market }) => ({ factory: market.factory(dice) }),
  },
  {
    field: 'images',
    probability: 0.25,
    made: (_, { dice }) => ({ images: { numbers: freshImages(dice, imageCount(dice)) } }),
  },
]

/** How much of what can be kept in part a return keeps at evasion 1: half the pictures, half the words of each title, give or take a quarter. */
const keptInPart = { least: 0.25, most: 0.75 }

/** The exponent to which the chance of keeping is raised: 0.35 at evasion 0, 1 at 1, 4.15 at 4, where one field in fourteen stays. */
export function eagerness(evasion: number): number {
  return 0.35 + 0.55 * evasion + 0.1 * evasion ** 2
}

/**
 * What a seller has after a return, and which fields changed. `eager` is the exponent of `eagerness`, times what is the seller's own
 * care. Pictures that are kept are kept in part, and titles are always rewritten in part: they count as changed when hardly a word stays.
 */
export function changedTraits(
  was: Traits,
  make: Maker,
  eager: number,
): { readonly traits: Traits; readonly changed: readonly string[] } {
  const { dice } = make
  const traits: { -readonly [Trait in keyof Traits]: Traits[Trait] } = { ...was }
  const changed: string[] = []
  for (const { field, probability, made, near } of changes) {
    if (dice.chance((1 - probability) ** eager)) continue
    const how = near !== undefined && dice.chance(near.share) ? near.made : made
    Object.assign(traits, how(traits, make))
    changed.push(field)
  }
  if (!changed.includes('images')) traits.images = fewerImages(traits, dice, eager)
  const keeps = partKept(dice, eager)
  if (keeps < 0.15) changed.push('titles')
  Object.assign(traits, newProfile(traits, make))
  traits.titles = rewritten(was.titles, dice, was.trade, keeps)
  return { traits, changed }
}

/** Share of returns that sell another brand than before; no identifier, so it is not told as changed. */
const otherBrandShare = 0.3

/** Brand and price drift with the season, whoever sells. */
function newProfile({ trade, price }: Traits, { dice, market }: Maker): Partial<Traits> {
  return {
    ...(dice.chance(otherBrandShare) && { brand: market.brand(dice, trade) }),
    price: price * Math.exp(dice.normal() * 0.15),
  }
}

function partKept(dice: Dice, eager: number): number {
  const { least, most } = keptInPart
  return (least + (most - least) * dice.real()) ** Math.sqrt(eager)
}

/** The same catalogue with some of its pictures and some new ones; what was kept of a shared pack stays shared. */
function fewerImages({ images }: Traits, dice: Dice, eager: number): Traits['images'] {
  const { numbers } = images
  const kept = someOf(
    numbers,
    Math.max(1, Math.round(numbers.length * partKept(dice, eager))),
    dice,
  )
  const more = Math.max(0, imageCount(dice) - kept.length)
  return { ...images, numbers: [...kept, ...freshImages(dice, more)] }
}

function nearName(was: Traits, { dice }: Maker): Partial<Traits> {
  const core = was.name.replace(/(店|旗舰店|专营店|\d+)$/u, '')
  return { name: `${core}${dice.pick(['店', '2', '旗舰店', ' Official', '优选'])}` }
}

/** Another registration under the same core of a name. */
function nearCompany(was: Traits, { dice, ...make }: Maker): Partial<Traits> {
  const { number } = freshCompany({ dice, ...make }, was.trade)
  const core = was.company.name.replace(
    / (Co\., Ltd\.|Trading Ltd\.|International|Group)$|贸易有限公司$|有限公司$|商行$|经营部$/u,
    '',
  )
  const form = /[a-z]$/.test(core)
    ? dice.pick([' Co., Ltd.', ' Trading Ltd.', ' International', ' Group'])
    : dice.pick(['有限公司', '贸易有限公司', '商行', '经营部'])
  return { company: { name: `${core}${form}`, number } }
}

/** Another digit at one of the last four places. */
function oneDigitOff(phone: string, dice: Dice): Traits['phone'] {
  const at = phone.length - 1 - dice.int(4)
  const digit = (Number(phone[at]) + 1 + dice.int(9)) % 10
  return { value: `${phone.slice(0, at)}${digit}${phone.slice(at + 1)}` }
}

function nearEmail(was: Traits, { dice }: Maker): Partial<Traits> {
  const [box = '', host = ''] = was.email.value.split('@')
  return { email: { value: `${box.replace(/\d+$/, '')}${dice.int(10_000)}@${host}` } }
}

function nearHandle(was: Traits, { dice }: Maker): Partial<Traits> {
  return { messenger: `${was.messenger.replace(/\d+$/, '')}${dice.int(10_000)}` }
}

function nearDomain(was: Traits, { dice }: Maker): Partial<Traits> {
  return { domain: `${was.domain.replace(/\d*\.example$/, '')}${dice.int(1000)}.example` }
}
