import { compareText } from '../../domain/canonical.ts'
import type { GraphEdge, GraphNode, PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, nodeKey, partsOf, shopReference } from '../../domain/keys.ts'
import type { RecordKind, SourceRecord } from '../../domain/record.ts'
import type { ClaimContext } from '../claims/context.ts'
import type { GoodsStanding, Standing } from '../goods-standing.ts'
import { locatedPlaces } from '../places.ts'
import { type Cell, csvTable } from './csv.ts'
import { amountColumns, amountRows, rightColumns, rightRows } from './money-tables.ts'
import { poleClasses } from './pole.ts'
import { roleColumns, roleRows } from './role-table.ts'

/** The tables of a lead by file name; one with nothing to say is undefined. */
export function tablesOf(
  context: ClaimContext,
  goods: ReadonlyMap<string, GoodsStanding>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(tables).map(([file, { columns, rows }]) => {
      const found = rows(context, goods)
      return [file, found.length === 0 ? undefined : csvTable(columns, found)]
    }),
  )
}

interface Table {
  readonly columns: readonly string[]
  readonly rows: (context: ClaimContext, goods: ReadonlyMap<string, GoodsStanding>) => Cell[][]
}

const tables: Readonly<Record<string, Table>> = {
  'subjects.csv': {
    columns: [
      ...['key', 'kind', 'pole', 'name', 'platform', 'id_scheme', 'id', 'opened', 'closed'],
      ...['ended', 'goods', 'roles', 'weakest_step', 'all_steps', 'holders'],
      ...['counts_for_nothing', 'evidence', 'counted_in'],
    ],
    rows: subjectRows,
  },
  'sites.csv': {
    columns: [
      ...['key', 'kind', 'pole', 'name', 'roles', 'address', 'region', 'lat', 'lng', 'crs'],
      ...['lat_wgs84', 'lng_wgs84', 'holders', 'counts_for_nothing', 'rank', 'probability'],
      ...['shops_of_ring', 'shops_outside', 'parcels', 'test_buys', 'links', 'missing', 'evidence'],
    ],
    rows: siteRows,
  },
  'goods.csv': {
    columns: [
      ...['kind', 'shop', 'listing_id', 'title', 'brand', 'price', 'paid', 'currency', 'on'],
      ...['result', 'verifier', 'verifier_kind', 'verified_on', 'right', 'waybill', 'evidence'],
    ],
    rows: (context) => recordRows(context, ['listing', 'test_buy'], goodsRow),
  },
  'money.csv': {
    columns: [
      ...['kind', 'from', 'to', 'to_name', 'scheme', 'holder', 'role', 'amount', 'currency'],
      ...['orders', 'units', 'refunded', 'cost', 'first_seen', 'last_seen', 'holders'],
      ...['counts_for_nothing', 'evidence'],
    ],
    rows: (context) => [...accountRows(context), ...recordRows(context, ['sale'], saleRow)],
  },
  'rights.csv': { columns: rightColumns, rows: rightRows },
  'roles.csv': { columns: roleColumns, rows: roleRows },
  'amounts.csv': { columns: amountColumns, rows: amountRows },
}

type Member = ClaimContext['core']['ring']['members'][number]

function subjectRows(context: ClaimContext, goods: ReadonlyMap<string, GoodsStanding>): Cell[][] {
  return [
    ...context.core.ring.members.map((one) => shopRow(one, goods.get(one.shop), context)),
    ...identityRows(context),
  ]
}

function shopRow(
  { shop, weakestStep, joint }: Member,
  goods: GoodsStanding | undefined,
  context: ClaimContext,
): Cell[] {
  const node = context.nodes.get(shop)
  const lives = node?.lives ?? []
  const [platform, ...id] = partsOf(shop as NodeKey)
  return [
    ...[shop, 'Shop', poleClasses.Shop, node?.name, platform, undefined, id.join('/')],
    ...[lives[0]?.from ?? node?.firstSeen, lives.at(-1)?.to, lives.at(-1)?.ended],
    ...[goods && goodsTexts[goods.standing], 'shop of the ring', weakestStep, joint],
    ...[undefined, undefined, rowsOf(context, node), context.countedIn(shop)],
  ]
}

/** What is known of a shop's goods, in the words of the table. */
const goodsTexts: Readonly<Record<Standing, string>> = {
  verified: 'tested within 90 days before sealing: counterfeit',
  earlier: 'tested earlier: counterfeit',
  genuine: 'tested: genuine',
  open: 'bought: no verdict',
  closed: 'not tested: closed for counterfeits',
  inferred: 'not tested: inferred from the ring',
  untested: 'not tested: nothing found in the ring either',
}

function identityRows(context: ClaimContext): Cell[][] {
  const { core } = context
  const roles = rolesOf(core.edges, ({ from, to, type }) =>
    type === 'REGISTERED_TO'
      ? [[to, 'registrant']]
      : (ownRoles[type] ?? []).map((role) => [from, role]),
  )
  return core.nodes
    .filter(({ kind, key }) => kind === 'Identity' && !key.startsWith('identity:outside/'))
    .map((node) => [
      ...[node.key, text(node.properties.entityKind) || node.kind, poleClasses.Identity, node.name],
      ...[undefined, text(node.properties.idScheme), partsOf(node.key as NodeKey).at(-1)],
      ...[undefined, undefined, undefined, undefined, roles.get(node.key)],
      ...[undefined, undefined, core.holders[node.key], core.generic.includes(node.key)],
      ...[rowsOf(context, node), context.countedIn(node.key)],
    ])
}

/** What somebody is who stands at the beginning of a relation. */
const ownRoles: Readonly<Partial<Record<GraphEdge['type'], readonly string[]>>> = {
  HOLDS: ['holds account'],
  RUNS: ['runs company'],
  CONTROLS: ['controls'],
}

/** By key, the roles that relations give, each once, sorted. */
function rolesOf(
  edges: readonly GraphEdge[],
  rolesIn: (edge: GraphEdge) => readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const roles = new Map<string, Set<string>>()
  for (const [key = '', role = ''] of edges.flatMap(rolesIn)) {
    roles.set(key, (roles.get(key) ?? new Set()).add(role))
  }
  return new Map([...roles].map(([key, all]) => [key, [...all].toSorted(compareText).join('; ')]))
}

const siteKinds = new Set(['Origin', 'Factory', 'Place'])

function siteRows(context: ClaimContext): Cell[][] {
  const { core } = context
  const at = new Map(locatedPlaces(core).places.map((place) => [place.node.key, place]))
  const roles = rolesOf(core.edges, ({ from, type, to, properties }) => {
    if (type === 'AT') return [from, to].map((key) => [key, text(properties.role) || 'at'])
    return type === 'SHIPS_FROM' ? [[to, 'dispatch']] : []
  })
  return core.nodes
    .filter(({ kind }) => siteKinds.has(kind))
    .map((node) => {
      const found = core.attributions.find(({ target }) => target === node.key)
      const property = (name: string) => text(node.properties[name])
      const place = at.get(node.key)
      return [
        ...[node.key, node.kind, poleClasses[node.kind], node.name, roles.get(node.key)],
        ...['address', 'region', 'lat', 'lng', 'crs'].map(property),
        ...[place?.lat, place?.lng, core.holders[node.key], core.generic.includes(node.key)],
        ...[found?.rank, found?.probability],
        found?.shops.map((shop) => shopReference(shop as NodeKey)).join('; '),
        ...[found?.strangers, found?.parcels, found?.testBuys, found?.links],
        found?.missing.join('; '),
        rowsOf(context, node),
      ]
    })
}

function accountRows(context: ClaimContext): Cell[][] {
  const { core, nodes } = context
  return core.edges
    .filter(
      ({ type, to }) =>
        type === 'PAID_INTO' ||
        (type === 'TRANSFERS_TO' && context.countedIn(to) === core.split?.own),
    )
    .map((edge) => {
      const account = nodes.get(edge.to)
      const property = (name: string) => text(edge.properties[name])
      return [
        ...[edge.type === 'PAID_INTO' ? 'paid into' : 'transfer', edge.from, edge.to],
        ...[account?.name, text(account?.properties.scheme), text(account?.properties.holder)],
        ...['role', 'amount', 'currency'].map(property),
        ...[undefined, undefined, undefined, undefined, edge.firstSeen, edge.lastSeen],
        ...[core.holders[edge.to], core.generic.includes(edge.to)],
        context.evidence.cite(edge.records).join(' '),
      ]
    })
}

type Field = (name: string) => string

function goodsRow(field: Field, record: SourceRecord): Cell[] {
  return [
    record.kind,
    `${field('platform')}/${field('shop_id')}`,
    ...['listing_id', 'title', 'brand', 'price', 'paid', 'currency'].map(field),
    field('ordered_on') || field('seen_on'),
    ...['result', 'verifier', 'verifier_kind', 'verified_on', 'right', 'waybill'].map(field),
  ]
}

function saleRow(field: Field): Cell[] {
  return [
    'sale',
    `${field('platform')}/${field('shop_id')}`,
    ...['', '', '', ''],
    ...['basis', 'gross', 'currency', 'orders', 'units', 'refunded', 'cost'].map(field),
    ...[field('from'), field('to'), undefined, undefined],
  ]
}

/** Rows of shops that another lead counts stand in that one. */
function recordRows(
  { core, evidence, shops, ownShops }: ClaimContext,
  kinds: readonly RecordKind[],
  row: (field: Field, record: SourceRecord) => Cell[],
): Cell[][] {
  const elsewhere = new Set(shops.filter((shop) => !ownShops.includes(shop)))
  const isElsewhere = ({ fields: { platform, shop_id: id } }: SourceRecord) =>
    elsewhere.has(nodeKey('Shop', String(platform), String(id)))
  return core.records
    .filter((record) => kinds.includes(record.kind) && !isElsewhere(record))
    .map((record) => [
      ...row((name) => [record.fields[name] ?? ''].flat().join('; '), record),
      evidence.cite([record.hash]).join(' '),
    ])
}

function rowsOf({ evidence }: ClaimContext, node: GraphNode | undefined): string {
  return evidence.cite(node?.records ?? []).join(' ')
}

function text(value: PropertyValue | undefined): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '')
}
