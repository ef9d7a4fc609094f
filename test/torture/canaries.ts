import type { Fields } from './made-market.ts'
import { scattered } from './scattered.ts'

/** People outside the rings, and the values of theirs that must not leave. */
export interface Canaries {
  /** As they are written in the sources, each found nowhere else. */
  readonly values: readonly string[]
  readonly shops: readonly Fields[]
  readonly parcels: readonly Fields[]
  /** Rows of other files, by file. */
  readonly files: Readonly<Record<string, readonly Fields[]>>
}

/** Where everyone takes their parcels. */
export const station = '南塘集运站 9'

/** In how many ways a person comes near a ring. */
const ways = 7

/**
 * Strangers who ship from a ring's own place, agents who hold an account that very many are paid into, companies that a ring's registrant's director also
 * runs, buyers, promoters, payers, and people who post parcels where a ring's shop does: each with an id, a phone and an account of its own.
 */
export function canariesOf(count: number, rings: readonly Fields[]): Canaries {
  const people = Array.from({ length: Math.ceil(count / 3) }, (_, index) => personOf(index))
  const group = (way: number) => people.filter((_, index) => index % ways === way)
  const near = (index: number) => rings[(index * 7) % Math.max(1, rings.length)] ?? {}
  const [
    neighbors = [],
    agents = [],
    directed = [],
    buyers = [],
    promoters = [],
    payers = [],
    posters = [],
  ] = Array.from({ length: ways }, (_, way) => group(way))
  const shop = (person: Person, more: Fields = {}): Fields => ({
    platform: 'weigou',
    shop_id: person.shop,
    name: `${scattered(person.id)} ${person.id}`,
    opened_on: '2024-03-03',
    registrant_name: person.name,
    registrant_id: person.id,
    registrant_kind: 'person',
    phone: person.phone,
    account: person.account,
    account_scheme: 'bank',
    ...more,
  })
  const crowd = rings.length === 0 ? [] : agents
  return {
    values: people.flatMap(({ id, phone, account }) => [id, phone, account]).slice(0, count),
    shops: [
      ...neighbors.map((person, index) =>
        shop(person, { origin_address: near(index).origin_address ?? '' }),
      ),
      ...promoters.map((person) => shop(person)),
      // So many ship from the station that it counts for nothing, a ring's own shop among them.
      ...crowd.map((person) => shop(person, { origin_address: station })),
    ],
    parcels: [
      ...posters.map(({ id, phone, account, name }, index) => ({
        ...{ waybill: `PO${index}`, sender_name: `${name} ${id} ${account}`, sender_phone: phone },
        ...{ sender_address: station, sent_on: '2025-02-05' },
      })),
      ...buyers.map(({ id, phone, account, name }, index) => ({
        waybill: `BY${index}`,
        shop: referenceOf(near(index)),
        sender_name: '宏岳皮具厂',
        sent_on: '2025-02-05',
        consignee: `${name} ${phone} ${id} ${account}`,
      })),
    ],
    files: {
      'identity.csv': [
        ...agents.map(({ id, name, phone, account }) => ({
          ...{ identity_id: id, kind: 'person', name, phone, account: `account:bank/${account}` },
        })),
        ...directed.flatMap((person, index) => directorOf(person, index, near(index))),
      ],
      'link.csv': promoters.map((person, index) => ({
        ...{ platform: 'weigou', shop_id: person.shop, kind: 'promotes' },
        ...{
          value: referenceOf(near(index)),
          value_name: `seen at ${person.name} ${person.phone}`,
        },
      })),
      'transfer.csv': payers.map(({ account }, index) => ({
        ...{ from_account: `account:bank/${account}`, to_account: accountOf(near(index)) },
        ...{ amount: '100.00', currency: 'CNY', on: '2025-01-07' },
      })),
    },
  }
}

/** A director of a ring's own registrant, who also runs a company that no ring has to do with. */
function directorOf({ id, name, phone, account }: Person, index: number, core: Fields): Fields[] {
  const other = { id_number: id, id_scheme: 'registration_number', country: 'CN', kind: 'company' }
  return [
    { ...other, identity_id: `company-${index}`, name, phone, account: `account:bank/${account}` },
    {
      ...{ identity_id: `director-${index}`, kind: 'person', name: `Director ${index}` },
      runs: `identity:uscc/CN/${core.registrant_id}|identity:registration_number/CN/${id}`,
    },
  ]
}

interface Person {
  readonly id: string
  readonly phone: string
  readonly account: string
  readonly name: string
  readonly shop: string
}

/** Values that lie far apart: strangers with neighboring accounts would be taken for a ring of their own, whose values are no secret in its lead. */
function personOf(index: number): Person {
  const own = scattered(`person ${index}`)
  return {
    id: `CANARY${scattered(`id ${index}`)}X`,
    phone: `139${scattered(`phone ${index}`)}`,
    account: `9555${scattered(`account ${index}`)}${own}`,
    name: `Person ${own}`,
    shop: `${canaryShop}${own}`,
  }
}

/** What the ids of their shops begin with. */
export const canaryShop = 'canary-'

function referenceOf({ platform, shop_id: id }: Fields): string {
  return `${platform}/${id}`
}

function accountOf({ account }: Fields): string {
  return `account:bank/${account}`
}
