import type { GraphEdge, GraphNode } from '../../../server/domain/graph.ts'
import { mulberry32 } from '../../../server/domain/random.ts'
import type { SourceRecord } from '../../../server/domain/record.ts'
import type { Sha256 } from '../../../server/domain/units.ts'
import type { Evidence } from '../../../server/linkage/link-shops.ts'
import type { TrueSupply } from './made-supply.ts'

/** What an overlay adds to a world. */
export interface Overlay {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly records: readonly SourceRecord[]
}

/** How often what happens; assumptions, as the generated world has no parcels. */
const rates = {
  /** Of factories: ships from a yard of its own, ships from a hub as well, has a telephone on record, has a company and somebody who runs it on record. */
  yard: 0.6,
  hub: 0.15,
  phone: 0.3,
  company: 0.3,
  /** Of shops: goods leave the factory's yard, parcels were seen, another factory is named as supplier, is reached at the factory's or at another one's telephone, is registered to who runs it or another one. */
  fromYard: 0.25,
  seen: 0.3,
  misstated: 0.05,
  ownPhone: 0.04,
  otherPhone: 0.01,
  ownPerson: 0.03,
  otherPerson: 0.005,
  /** Of yards on parcels: written otherwise than the factory does. */
  otherwise: 0.3,
  /** Of parcels: name the factory as sender, as consignor, name another one; answer a test buy; of test buys: found counterfeit. */
  sender: 0.35,
  consignor: 0.1,
  otherSender: 0.05,
  bought: 0.4,
  verified: 0.7,
}
const mostParcels = 4

/** Parcels, test buys, yards, hubs and telephones around the true supply of a generated world, right and wrong ones. The seed picks; same seed, same overlay. */
export function supplyOverlay(
  supply: ReadonlyMap<string, TrueSupply>,
  { nodes, edges }: Pick<Evidence, 'nodes' | 'edges'>,
  seed: number,
): Overlay {
  const sheet = blankSheet(seed)
  const factories = nodes.filter(({ kind }) => kind === 'Factory')
  const byKey = new Map(factories.map((factory) => [factory.key, factory]))
  const shipping = edges.filter(({ from, type }) => type === 'SHIPS_FROM' && supply.has(from))
  const originOf = new Map(shipping.map(({ from, to }) => [from, to]))
  const hubs = hubsOf(shipping)
  const sites = new Map(factories.map((factory) => [factory.key, siteOf(factory, hubs, sheet)]))
  const any = () => factories[Math.floor(sheet.random() * factories.length)] as GraphNode
  for (const [shop, { factory: key }] of supply) {
    const factory = byKey.get(key)
    const site = sites.get(key)
    if (factory === undefined || site === undefined) continue
    sayOfShop(sheet, shop, { site, sites, any })
    const typed = sheet.chance(rates.otherwise) ? site.yardOtherwise : site.yard
    const yard = sheet.chance(rates.fromYard) ? typed : undefined
    const isSeen = yard !== undefined || sheet.chance(rates.seen)
    if (isSeen) sendParcels(sheet, shop, { factory, origin: yard ?? originOf.get(shop), any })
  }
  return sheet
}

interface Around {
  readonly site: Site
  readonly sites: ReadonlyMap<string, Site>
  readonly any: () => GraphNode
}

/** What records say of a shop's factory, right and wrong. */
function sayOfShop(sheet: Sheet, shop: string, { site, sites, any }: Around): void {
  if (sheet.chance(rates.misstated)) sheet.edge(shop, 'SUPPLIED_BY', any().key)
  reach(sheet, shop, site.phone, rates.ownPhone)
  reach(sheet, shop, sites.get(any().key)?.phone, rates.otherPhone)
  register(sheet, shop, site.person, rates.ownPerson)
  register(sheet, shop, sites.get(any().key)?.person, rates.otherPerson)
}

function reach(sheet: Sheet, shop: string, phone: string | undefined, share: number): void {
  if (phone !== undefined && sheet.chance(share)) sheet.edge(shop, 'REACHED_AT', phone)
}

function register(sheet: Sheet, shop: string, person: string | undefined, share: number): void {
  if (person !== undefined && sheet.chance(share)) sheet.edge(shop, 'REGISTERED_TO', person)
}

interface Sheet extends Overlay {
  readonly random: () => number
  readonly chance: (share: number) => boolean
  readonly edge: (from: string, type: GraphEdge['type'], to: string, record?: Sha256) => void
  readonly node: (key: string, kind: GraphNode['kind'], name: string, address?: string) => string
  readonly record: (kind: 'parcel' | 'test_buy', fields: SourceRecord['fields']) => Sha256
}

interface Site {
  readonly yard: string | undefined
  readonly yardOtherwise: string | undefined
  readonly person: string | undefined
  readonly phone: string | undefined
}

function siteOf({ key, name }: GraphNode, hubs: readonly string[], sheet: Sheet): Site {
  const yard = sheet.chance(rates.yard)
    ? sheet.node(`origin:yard of ${key.slice(8)}`, 'Origin', `yard of ${name}`, `${name} yard`)
    : undefined
  const yardOtherwise =
    yard === undefined ? undefined : sheet.node(`${yard}, gate`, 'Origin', name, `YARD ${name}`)
  const phone = sheet.chance(rates.phone)
    ? sheet.node(`contact:phone/${key.slice(8)}`, 'Contact', `telephone of ${name}`)
    : undefined
  if (yard !== undefined) sheet.edge(key, 'SHIPS_FROM', yard)
  if (phone !== undefined) sheet.edge(key, 'REACHED_AT', phone)
  const hub = hubs[Math.floor(sheet.random() * hubs.length)]
  if (hub !== undefined && sheet.chance(rates.hub)) sheet.edge(key, 'SHIPS_FROM', hub)
  return { yard, yardOtherwise, phone, person: personOf(key, sheet) }
}

/** Who runs the company that has the factory's registration number. */
function personOf(key: string, sheet: Sheet): string | undefined {
  if (!sheet.chance(rates.company)) return undefined
  const [country = '', number = ''] = key.slice(8).split('/')
  const company = sheet.node(
    `identity:registration_number/${country}/${number}`,
    'Identity',
    `company ${number}`,
  )
  const person = sheet.node(
    `identity:${country}/${number}/person`,
    'Identity',
    `who runs ${number}`,
  )
  sheet.edge(person, 'RUNS', company)
  return person
}

/** Origins that twenty shops or more ship from. */
function hubsOf(shipping: readonly GraphEdge[]): string[] {
  const shops = new Map<string, number>()
  for (const { to } of shipping) shops.set(to, (shops.get(to) ?? 0) + 1)
  return [...shops]
    .filter(([, count]) => 20 <= count)
    .map(([origin]) => origin)
    .toSorted()
}

interface Sending {
  readonly factory: GraphNode
  readonly origin: string | undefined
  readonly any: () => GraphNode
}

function sendParcels(sheet: Sheet, shop: string, { factory, origin, any }: Sending): void {
  const count = 1 + Math.floor(sheet.random() * mostParcels)
  for (let parcel = 0; parcel < count; parcel++) {
    const waybill = `W${sheet.records.length}`
    const record = sheet.record('parcel', {
      waybill,
      shop: shop.slice(5),
      ...senderOf(sheet.random(), factory, any),
    })
    if (origin !== undefined) sheet.edge(shop, 'SHIPS_FROM', origin, record)
    if (!sheet.chance(rates.bought)) continue
    const [platform = '', shop_id = ''] = shop.slice(5).split('/')
    const result = sheet.chance(rates.verified) ? 'counterfeit' : 'pending'
    sheet.record('test_buy', { test_buy_id: `T${waybill}`, platform, shop_id, waybill, result })
  }
}

function senderOf(
  how: number,
  { key, name }: GraphNode,
  any: () => GraphNode,
): SourceRecord['fields'] {
  if (how < rates.sender) return { sender_name: name }
  if (how < rates.sender + rates.consignor) return { consignor: key }
  return how < rates.sender + rates.consignor + rates.otherSender ? { sender_name: any().name } : {}
}

function blankSheet(seed: number): Sheet {
  const random = mulberry32(seed)
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const records: SourceRecord[] = []
  let hashes = 0
  const hash = () => String(++hashes).padStart(64, 'f') as Sha256
  return {
    ...{ nodes, edges, records, random },
    chance: (share) => random() < share,
    edge: (from, type, to, record = hash()) =>
      void edges.push({ from, type, to, discriminator: '', properties: {}, records: [record] }),
    node: (key, kind, name, address) => {
      const properties = address === undefined ? {} : { address }
      nodes.push({ key, kind, name, properties, lives: [], records: [] })
      return key
    },
    record: (kind, fields) => {
      const own = { hash: hash(), source: 'overlay/rows.csv', dataset: 'overlay', file: 'rows.csv' }
      records.push({ ...own, row: records.length + 1, kind, fields, refused: [] })
      return own.hash
    },
  }
}
