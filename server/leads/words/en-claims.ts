import type { EdgeType } from '../../domain/graph.ts'
import type { ClearedOutcome } from '../../domain/leads/cleared.ts'
import type { LifeEnded } from '../../domain/life.ts'
import type { Channel } from '../../domain/link.ts'
import type { PlaceBasis, PlaceRole } from '../../domain/place.ts'
import { counted } from '../numbers.ts'

const channel: Record<Channel, string> = {
  registrant: 'registrant',
  id_number: 'id number',
  phone: 'phone',
  email: 'e-mail',
  messenger: 'messenger handle',
  device: 'device',
  domain: 'web domain',
  tracking_id: 'tracking id',
  network: 'network',
  account: 'payment account',
  origin: 'place of dispatch',
  factory: 'factory',
  name: 'shop name',
  images: 'listing pictures',
  titles: 'listing titles',
  brands: 'brand of the goods',
  prices: 'price of the goods',
}

const ended: Record<LifeEnded, string> = {
  counterfeit: 'for counterfeit goods',
  owner: 'by its owner',
  inactive: 'for inactivity',
  sold: 'because it was sold',
  other: 'for another reason',
}

const shared: Partial<Record<EdgeType, (shops: string, thing: string) => string>> = {
  REGISTERED_TO: (shops, thing) => `${shops} are registered to ${thing}.`,
  REACHED_AT: (shops, thing) => `${shops} are reached at ${thing}.`,
  PAID_INTO: (shops, thing) => `Money of ${shops} goes into account ${thing}.`,
  SHIPS_FROM: (shops, thing) => `${shops} ship from ${thing}.`,
  SUPPLIED_BY: (shops, thing) => `${shops} are supplied by ${thing}.`,
}

const event: Record<string, string> = {
  complaint: 'a complaint',
  warning: 'a warning',
  notice_served: 'a notice',
  closure: 'a closure',
  appeal: 'an appeal',
  reinstated: 'a reinstatement',
  takedown: 'a takedown',
  inspection: 'an inspection',
  penalty: 'a penalty',
  site_visit: 'a site visit',
  raid: 'a raid',
  seizure: 'a seizure',
  customs_detention: 'a detention by customs',
  freeze: 'a freeze of funds',
  judgment: 'a judgment',
  outcome: 'an outcome',
}

const result: Record<string, string> = {
  upheld: 'upheld',
  rejected: 'rejected',
  counterfeit: 'counterfeit',
  genuine: 'genuine',
  unclear: 'unclear',
  pending: 'pending',
}

/** What is done at a place; `none` where it is only said that somebody is there. */
const role: Record<PlaceRole | 'none', string> = {
  make: 'goods are made there',
  finish: 'goods are finished there',
  label: 'labels are put on there',
  store: 'goods are stored there',
  pack: 'parcels are packed there',
  dispatch: 'parcels leave from there',
  return: 'returns go there',
  office: 'an office is there',
  none: 'somebody is there',
}

const basis: Record<PlaceBasis, string> = {
  registered: 'as registered',
  printed: 'as printed on parcels',
  reported: 'as reported',
  observed: 'as observed',
}

export type RightWords = Readonly<Record<'mark' | 'number' | 'office' | 'holder', string>>
export type AuthorisedWords = Readonly<
  Record<'shop' | 'right' | 'from' | 'to' | 'territory', string>
> & { readonly byName: boolean }

export type ClearedWords = Omit<ClearedOutcome, 'shops' | 'count'> & {
  readonly shop: string
  /** 0 where it was not said. */
  readonly count: number
}

const clearedAs: Record<ClearedOutcome['kind'], string> = {
  acquitted: 'acquitted',
  not_prosecuted: 'not prosecuted',
  unfounded: 'found to be unfounded',
}

/** What a lead claims and what speaks against it, in English. The other languages have the same parts. */
export const englishClaims = {
  channel,
  ended,
  shared,
  event,
  result,
  list: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  heldBy: (holders: number) => ` In all the data, ${holders} shops hold it.`,
  ring: (name: string, size: number, steps: number, weakest: string) =>
    `${size} shops form the ring "${name}". ${steps === 1 ? 'One step, that two of them belong together, joins them' : `${steps} steps, each that two of them belong together, join them, the weakest`} with probability ${weakest}.`,
  part: (shops: string, steps: number, weakest: string) =>
    `${shops} belong together. ${steps === 1 ? 'One step, that two of them belong together, joins them' : `${steps} steps, each that two of them belong together, join them, the weakest`} with probability ${weakest}.`,
  closed: (shop: string, on: string, why: string) =>
    `${shop} was closed on ${on}${why === '' ? '' : `, ${why}`}.`,
  closedUndated: (shop: string, why: string) =>
    `${shop} was closed${why === '' ? '' : `, ${why}`}; no record says on which day.`,
  cameBackAfter: (closed: string, later: string, days: number) =>
    `${closed} came back as ${later}, ${days === 1 ? 'one day' : `${days} days`} after it was closed.`,
  cameBackBefore: (closed: string, later: string, days: number) =>
    `${closed} goes on as ${later}, which began ${days === 1 ? 'one day' : `${days} days`} before the first was closed.`,
  cameBack: (closed: string, later: string) => `${closed} came back as ${later}.`,
  whichClosure: (on: string, closures: number) =>
    ` Of its ${closures} closures on record, that of ${on} is meant.`,
  begun: {
    activity: (later: string, on: string) =>
      `The account of ${later} is older; the time is counted from ${on}, when the first sign of trade was seen there.`,
    handover: (later: string, on: string) =>
      `${later} is older; the time is counted from ${on}, from when on its registrant and contacts are others than before.`,
    sighting: (later: string, on: string) =>
      `When ${later} opened is not on record; the time is counted from ${on}, when it was first seen.`,
  },
  sameController: (a: string, b: string) => `One controller runs ${a} and ${b}.`,
  sharesSupply: (a: string, b: string) =>
    `${a} and ${b} draw on one supplier, or one deals for the other.`,
  testBuy: (shop: string, on: string, found: string, by: string) =>
    `A test buy from ${shop}, ordered on ${on}: ${found}${by === '' ? '' : `, according to ${by}`}.`,
  right: ({ mark, number, office, holder }: RightWords) =>
    `On record is the right no. ${number} at ${office}${mark === '' ? '' : `, mark "${mark}"`}, of ${holder}.`,
  authorised: ({ shop, right, from, to, territory, byName }: AuthorisedWords) =>
    `${shop} is on record as authorised to deal in goods under "${right}"${territory === '' ? '' : ` in ${territory}`}, from ${from || 'an unknown day'} to ${to || 'an unknown day'}${byName ? '; the row names a party whose name reads alike, and no key' : ''}.`,
  cleared: ({ shop, lead, kind, on, count, source, verified }: ClearedWords) =>
    `An earlier lead about ${shop}, ${lead}, came to this on ${on}: ${clearedAs[kind]}${count === 0 ? '' : `, ${counted(count, 'person')}`} (${source}; ${verified ? 'compared with the document by a second person' : 'not yet compared with the document by a second person'}).`,
  happened: (what: string, on: string, by: string, outcome: string) =>
    `${on} ${what}${by === '' ? '' : `, by ${by}`}${outcome === '' ? '' : `: ${outcome}`}`,
  onRecord: (shop: string, happenings: readonly string[]) =>
    `On record about ${shop}: ${happenings.join('; ')}.`,
  supply: (target: string, shops: string, counts: string) =>
    `Goods of ${shops} may come from ${target}: ${counts}.`,
  supplyCounts: (parcels: number, testBuys: number, links: number) =>
    `${counted(parcels, 'parcel')}, ${counted(testBuys, 'test buy')} and ${counted(links, 'stated link')} lead there`,
  role,
  basis,
  place: (name: string, uses: readonly string[]) => `On record at ${name}: ${uses.join('; ')}.`,
  placeUse: (what: string, basis: string, days: string, records: number) =>
    `${what}, ${basis}${days === '' ? '' : `, ${days}`} (${counted(records, 'record')})`,
  placeUnseen: ' No record in this lead shows that anybody saw it.',
  channelsAgainst: (channels: string) => `The values differ, or speak against it, in: ${channels}.`,
  gap: (days: number) => `The time between them speaks against it: ${days} days.`,
  together: 'It speaks against it that both ran side by side.',
  maySupply: (a: string, b: string, probability: string) =>
    `The two may draw on one supplier: place and goods of ${a} and ${b} could agree because one supplies both, or one deals for the other, with nobody who runs both: probability ${probability}.`,
  mayImitate: (a: string, b: string, probability: string) =>
    `One of the two may only imitate the other: of ${a} and ${b} what both show agrees and nothing of place or supply does: probability ${probability}.`,
  rival: (closed: string, rival: string, probability: string) =>
    `${closed} may instead have come back as ${rival}: probability ${probability}.`,
  notReturned: (closed: string, probability: string) =>
    `${closed} may not have come back in anything seen so far: probability ${probability}.`,
  tooEarly: (closed: string) =>
    `It is too early to say: most who return after a closure had not yet done so when ${closed} was looked at.`,
  standsAlone: (what: string, threshold: string) =>
    `It stands on one channel alone, the ${what}: without it the probability falls below ${threshold}.`,
  denied: (by: string, on: string, because: string) =>
    `${by} decided on ${on} that the two are different${because === '' ? '' : `: ${because}`}.`,
  hub: (target: string, strangers: number) =>
    `${target} also serves ${counted(strangers, 'shop')} outside the ring.`,
  weakPath: (from: string, to: string, records: number) =>
    `The weakest step of the path, from ${from} to ${to}, rests on ${counted(records, 'record')}.`,
}
export type ClaimWords = typeof englishClaims
