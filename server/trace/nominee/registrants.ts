import type { EdgeType, GraphEdge, GraphNode, Properties } from '../../domain/graph.ts'
import { type NodeKey, partsOf } from '../../domain/keys.ts'
import { provinceOf, provinceOfNumber } from '../../domain/province.ts'
import type { IsoDate } from '../../domain/units.ts'
import { foldText } from '../../linkage/fold-text.ts'
import { birthDateOf } from './age.ts'
import type { HomeOf } from './mobile-homes.ts'

/** What somebody is registered with, as far as indicators go by it. */
export interface Registrant {
  readonly key: string
  /** Folded; undefined where no record names them. */
  readonly name: string | undefined
  readonly birthDate: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined
  /** Provinces of the number and of the stated address, by GB/T 2260. */
  readonly provinces: readonly string[]
  /** Keys of shops registered to them, of companies they run, of contacts and accounts that are theirs, in the order of the graph. */
  readonly shops: string[]
  readonly companies: string[]
  readonly own: string[]
}

/** One value that a shop shows, and since when. */
export interface Shown {
  readonly type: EdgeType
  readonly to: string
  readonly since: IsoDate | undefined
}

export interface RegisteredShop {
  readonly platform: string
  /** When its lives began and ended, each where it is known. */
  readonly lives: readonly {
    readonly from: IsoDate | undefined
    readonly to: IsoDate | undefined
  }[]
  /** Registrants, contacts, accounts and origins. */
  readonly shown: Shown[]
}

/** All registrants of a store with what their shops show. */
export interface Registrants {
  readonly people: ReadonlyMap<string, Registrant>
  readonly shops: ReadonlyMap<string, RegisteredShop>
  /** Of an account, whose name it is in, folded; of an origin, its province. */
  readonly holders: ReadonlyMap<string, string>
  readonly provinces: ReadonlyMap<string, string>
  readonly homeOf: HomeOf
  /** By contact or account, the registrants of the shops that show it. */
  readonly users: ReadonlyMap<string, ReadonlySet<string>>
  /** Closed shops that a run says came back. */
  readonly cameBack: ReadonlySet<string>
}

/** A graph as it is read: nodes first, then relations. */
export interface RegistrantReader {
  node(node: GraphNode): void
  edge(edge: GraphEdge): void
  taken(cameBack: ReadonlySet<string>): Registrants
}

const shownTypes: ReadonlySet<EdgeType> = new Set([
  'REGISTERED_TO',
  'REACHED_AT',
  'PAID_INTO',
  'SHIPS_FROM',
])

type Known = Registrant & { readonly isCompany: boolean }

export function registrantReader(homeOf: HomeOf): RegistrantReader {
  const identities = new Map<string, Known>()
  const shops = new Map<string, RegisteredShop>()
  const [holders, provinces] = [new Map<string, string>(), new Map<string, string>()]
  return {
    node(node) {
      const { key, kind, properties } = node
      if (kind === 'Identity') identities.set(key, registrantOf(node))
      if (kind === 'Shop') shops.set(key, shopOf(node))
      if (kind === 'PaymentAccount') put(holders, key, folded(properties.holder))
      if (kind === 'Origin') put(provinces, key, provinceIn(properties))
    },
    edge(edge) {
      const { from, type, to, properties } = edge
      if (type === 'PAID_INTO' || type === 'HOLDS') put(holders, to, folded(properties.holder))
      const [shop, person] = [shops.get(from), identities.get(from)]
      if (shop !== undefined) showAt(shop, edge, identities.get(to))
      if (person !== undefined) holdBy(person, edge, identities.get(to))
    },
    taken(cameBack) {
      const people = new Map([...identities].filter(([, { shops: own }]) => own.length > 0))
      const users = usersOf(people, shops)
      return { people, shops, holders, provinces, homeOf, users, cameBack }
    },
  }
}

function showAt(
  { shown }: RegisteredShop,
  { from, type, to, firstSeen }: GraphEdge,
  registrant: Registrant | undefined,
): void {
  if (shownTypes.has(type)) shown.push({ type, to, since: firstSeen })
  if (type === 'REGISTERED_TO') registrant?.shops.push(from)
}

function holdBy(person: Registrant, { type, to }: GraphEdge, run: Known | undefined): void {
  if (type === 'RUNS' && run?.isCompany === true) person.companies.push(to)
  if (type === 'REACHED_AT' || type === 'HOLDS') person.own.push(to)
}

function shopOf({ key, lives }: GraphNode): RegisteredShop {
  const platform = partsOf(key as NodeKey)[0] ?? ''
  return { platform, lives: lives.map(({ from, to }) => ({ from, to })), shown: [] }
}

function registrantOf({ key, properties }: GraphNode): Known {
  const { normalName, country, idScheme, idNumber, entityKind } = properties
  const ofNumber = provinceOfNumber(text(idScheme) ?? '', text(idNumber) ?? '')?.code
  return {
    key,
    name: folded(normalName),
    birthDate: birthDateOf(properties),
    country: text(country),
    provinces: [ofNumber, provinceIn(properties)].flatMap((province) => province ?? []),
    shops: [],
    companies: [],
    own: [],
    isCompany: entityKind === 'company',
  }
}

function provinceIn({ region, address }: Properties): string | undefined {
  return provinceOf(text(region) ?? '', text(address) ?? '')?.code
}

function usersOf(
  people: ReadonlyMap<string, Registrant>,
  shops: ReadonlyMap<string, RegisteredShop>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>()
  for (const { key, shops: own, own: theirs } of people.values()) {
    const shown = own.flatMap((shop) => shops.get(shop)?.shown ?? [])
    const used = shown.filter(({ type }) => type === 'REACHED_AT' || type === 'PAID_INTO')
    for (const value of [...theirs, ...used.map(({ to }) => to)]) {
      users.set(value, (users.get(value) ?? new Set<string>()).add(key))
    }
  }
  return users
}

function put(values: Map<string, string>, key: string, value: string | undefined): void {
  if (value !== undefined && !values.has(key)) values.set(key, value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A name as it compares, spaces apart. */
function folded(value: unknown): string | undefined {
  const own = text(value)
  // What is masked can be anybody's.
  if (own === undefined || /[*•●×＊]/u.test(own)) return undefined
  return foldText(own).replaceAll(' ', '') || undefined
}
