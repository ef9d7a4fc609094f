import type { Decision, Verdict } from '../../server/domain/decision.ts'
import type { GraphEdge, GraphNode, NodeKind } from '../../server/domain/graph.ts'
import { nodeKey } from '../../server/domain/keys.ts'
import type { IsoDate, Probability, Sha256 } from '../../server/domain/units.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'

/** A shop as a test writes it down: short values, each in its channel. */
export interface TestShop {
  readonly id: string
  readonly name?: string | undefined
  readonly opened?: string | undefined
  readonly closed?: string | undefined
  readonly person?: string | undefined
  readonly company?: string | undefined
  readonly number?: string | undefined
  /** A number that fails its own check: the registrant is known by name alone. */
  readonly wrongNumber?: string | undefined
  readonly birthDate?: string | undefined
  /** Id of the shop whose goods it sells, as a source says. */
  readonly resellsFor?: string | undefined
  readonly phone?: readonly string[] | undefined
  readonly email?: readonly string[] | undefined
  readonly domain?: readonly string[] | undefined
  readonly account?: readonly string[] | undefined
  /** In whose name its accounts stand. */
  readonly holder?: string | undefined
  readonly origin?: readonly string[] | undefined
  /** Code of the region of every origin. */
  readonly region?: string | undefined
  readonly factory?: string | undefined
  readonly brands?: readonly string[] | undefined
}

export const options = {
  asOf: '2026-01-01' as IsoDate,
  threshold: 0.8 as Probability,
  minimum: 0 as Probability,
}

/** The graph that ingest would make of the shops. */
export function market(shops: readonly TestShop[], decisions: readonly Decision[] = []): Evidence {
  const nodes = new Map<string, GraphNode>()
  const edges: GraphEdge[] = []
  for (const shop of shops) {
    const from = shopKey(shop.id)
    const record = hashOf(shop.id)
    nodes.set(from, shopNode(shop, record))
    for (const [type, kind, parts, literal, more] of relationsOf(shop)) {
      const to = nodeKey(kind, ...parts)
      const { name = literal, ...properties } = more
      nodes.set(to, { key: to, kind, name, properties, lives: [], records: [record] })
      const own = { literal, ...more }
      edges.push({ from, type, to, discriminator: '', properties: own, records: [record] })
    }
    if (shop.resellsFor !== undefined) edges.push(dealing(from, shop.resellsFor, record))
  }
  return { nodes: [...nodes.values()], edges, decisions }
}

function dealing(from: string, supplier: string, record: Sha256): GraphEdge {
  const to = shopKey(supplier)
  const properties = { literal: `test/${supplier}` }
  return { from, type: 'RESELLS_FOR', to, discriminator: '', properties, records: [record] }
}

export function shopKey(id: string): string {
  return nodeKey('Shop', 'test', id)
}

export function decision(
  a: string,
  b: string,
  verdict: Verdict,
  by = 'Lin',
  on = '2025-06-01',
): Decision {
  const [first = '', second = ''] = [shopKey(a), shopKey(b)].toSorted()
  const id = `${by} ${on} ${first} ${second}`
  return { id, a: first, b: second, verdict, basis: 'blind', by, on: on as IsoDate }
}

/** Shops that share nothing with anyone. */
export function strangers(count: number): TestShop[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `stranger-${n}`,
    phone: [`+86139${[...String(n).padStart(4, '0')].map((digit) => digit + digit).join('')}`],
    account: [`own-${n}`],
  }))
}

type Relation = [GraphEdge['type'], NodeKind, string[], string, Record<string, string>]

function relationsOf(shop: TestShop): Relation[] {
  const { phone = [], email = [], domain = [], account = [], origin = [], factory } = shop
  const region = shop.region === undefined ? {} : { region: shop.region }
  const holder = shop.holder === undefined ? {} : { holder: shop.holder }
  const contacts = { phone, email, domain }
  return [
    ...registrantsOf(shop),
    ...Object.entries(contacts).flatMap(([kind, values]) =>
      values.map((value): Relation => {
        const parts = [value.includes('*') ? `${kind}-masked` : kind, value]
        return ['REACHED_AT', 'Contact', parts, value, {}]
      }),
    ),
    ...account.map((v): Relation => ['PAID_INTO', 'PaymentAccount', ['wallet', v], v, holder]),
    ...origin.map(
      (v): Relation => ['SHIPS_FROM', 'Origin', [v.toLowerCase()], v, { address: v, ...region }],
    ),
    ...(factory ? [['SUPPLIED_BY', 'Factory', ['test', factory], factory, {}] as Relation] : []),
  ]
}

function registrantsOf({
  id,
  person,
  company,
  number,
  wrongNumber,
  birthDate,
}: TestShop): Relation[] {
  const alone = (name: string) => ['test', id, name]
  const numbered = number === undefined ? undefined : ['resident_id', 'CN', number]
  const scheme = number === undefined ? {} : { idScheme: 'resident_id', number }
  const people = person ?? (number === undefined ? undefined : '')
  const one = people === undefined ? [] : [{ name: people, kind: 'person', scheme, key: numbered }]
  const two = company ? [{ name: company, kind: 'company', scheme: {}, key: undefined }] : []
  return [...one, ...two].map(({ name, kind, scheme: own, key }): Relation => {
    const typed = {
      ...(name !== '' && { name }),
      ...(wrongNumber !== undefined && { refusedIdNumber: wrongNumber, number: wrongNumber }),
      ...(birthDate !== undefined && { birthDate }),
    }
    return [
      'REGISTERED_TO',
      'Identity',
      key ?? alone(name),
      name || (number ?? ''),
      { entityKind: kind, ...own, ...typed },
    ]
  })
}

function shopNode({ id, name = id, opened, closed, brands }: TestShop, record: Sha256): GraphNode {
  const properties = brands === undefined ? {} : { brands: [...brands] }
  const life = {
    began: 'opened' as const,
    ...(opened !== undefined && { from: opened as IsoDate }),
    ...(closed !== undefined && { to: closed as IsoDate, ended: 'counterfeit' as const }),
  }
  return { key: shopKey(id), kind: 'Shop', name, properties, lives: [life], records: [record] }
}

function hashOf(id: string): Sha256 {
  const digits = [...id].map((character) => character.charCodeAt(0).toString(16)).join('')
  return digits.padEnd(64, '0').slice(0, 64) as Sha256
}
