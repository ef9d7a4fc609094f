import type { GraphNode, PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, partsOf, shopReference } from '../../domain/keys.ts'
import type { RecordKind, SourceRecord } from '../../domain/record.ts'
import type { ClaimContext } from '../claims/context.ts'
import { type Cell, csvTable } from './csv.ts'

/** The tables of a lead by file name; one with nothing to say is undefined. */
export function tablesOf(context: ClaimContext): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(tables).map(([file, { columns, rows }]) => {
      const found = rows(context)
      return [file, found.length === 0 ? undefined : csvTable(columns, found)]
    }),
  )
}

interface Table {
  readonly columns: readonly string[]
  readonly rows: (context: ClaimContext) => Cell[][]
}

const tables: Readonly<Record<string, Table>> = {
  'subjects.csv': {
    columns: [
      ...['key', 'kind', 'name', 'platform', 'id_scheme', 'id', 'opened', 'closed', 'ended'],
      ...['weakest_step', 'all_steps', 'holders', 'counts_for_nothing', 'evidence'],
    ],
    rows: (context) => [
      ...context.core.ring.members.map((one) => shopRow(one, context)),
      ...identityRows(context),
    ],
  },
  'sites.csv': {
    columns: [
      ...[
        'key',
        'kind',
        'name',
        'address',
        'region',
        'lat',
        'lng',
        'crs',
        'holders',
        'counts_for_nothing',
      ],
      ...[
        'rank',
        'shops_of_ring',
        'shops_outside',
        'parcels',
        'test_buys',
        'links',
        'missing',
        'evidence',
      ],
    ],
    rows: siteRows,
  },
  'goods.csv': {
    columns: [
      ...['kind', 'shop', 'listing_id', 'title', 'brand', 'price', 'paid', 'currency', 'on'],
      ...['result', 'verifier', 'evidence'],
    ],
    rows: (context) => recordRows(context, ['listing', 'test_buy'], goodsRow),
  },
  'money.csv': {
    columns: [
      ...['kind', 'from', 'to', 'to_name', 'scheme', 'holder', 'role', 'amount', 'currency'],
      ...['first_seen', 'last_seen', 'holders', 'counts_for_nothing', 'evidence'],
    ],
    rows: (context) => [...accountRows(context), ...recordRows(context, ['sale'], saleRow)],
  },
}

type Member = ClaimContext['core']['ring']['members'][number]

function shopRow({ shop, weakestStep, joint }: Member, context: ClaimContext): Cell[] {
  const node = context.nodes.get(shop)
  const lives = node?.lives ?? []
  const [platform, ...id] = partsOf(shop as NodeKey)
  return [
    shop,
    'Shop',
    node?.name,
    platform,
    undefined,
    id.join('/'),
    lives[0]?.from ?? node?.firstSeen,
    lives.at(-1)?.to,
    lives.at(-1)?.ended,
    weakestStep,
    joint,
    undefined,
    undefined,
    rowsOf(context, node),
  ]
}

function identityRows(context: ClaimContext): Cell[][] {
  const { core } = context
  return core.nodes
    .filter(({ kind, key }) => kind === 'Identity' && !key.startsWith('identity:outside/'))
    .map((node) => [
      node.key,
      text(node.properties.entityKind) || node.kind,
      node.name,
      undefined,
      text(node.properties.idScheme),
      partsOf(node.key as NodeKey).at(-1),
      ...new Array<Cell>(5).fill(undefined),
      core.holders[node.key],
      core.generic.includes(node.key),
      rowsOf(context, node),
    ])
}

const siteKinds = new Set(['Origin', 'Factory', 'Place'])

function siteRows(context: ClaimContext): Cell[][] {
  const { core } = context
  return core.nodes
    .filter(({ kind }) => siteKinds.has(kind))
    .map((node) => {
      const found = core.attributions.find(({ target }) => target === node.key)
      const property = (name: string) => text(node.properties[name])
      return [
        node.key,
        node.kind,
        node.name,
        ...['address', 'region', 'lat', 'lng', 'crs'].map(property),
        core.holders[node.key],
        core.generic.includes(node.key),
        found?.rank,
        found?.shops.map((shop) => shopReference(shop as NodeKey)).join('; '),
        found?.strangers,
        found?.parcels,
        found?.testBuys,
        found?.links,
        found?.missing.join('; '),
        rowsOf(context, node),
      ]
    })
}

function accountRows(context: ClaimContext): Cell[][] {
  const { core, nodes } = context
  return core.edges
    .filter(({ type }) => type === 'PAID_INTO' || type === 'TRANSFERS_TO')
    .map((edge) => {
      const account = nodes.get(edge.to)
      const property = (name: string) => text(edge.properties[name])
      return [
        edge.type === 'PAID_INTO' ? 'paid into' : 'transfer',
        edge.from,
        edge.to,
        account?.name,
        text(account?.properties.scheme),
        text(account?.properties.holder),
        ...['role', 'amount', 'currency'].map(property),
        edge.firstSeen,
        edge.lastSeen,
        core.holders[edge.to],
        core.generic.includes(edge.to),
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
    field('result'),
    field('verifier'),
  ]
}

function saleRow(field: Field): Cell[] {
  return [
    'sale',
    `${field('platform')}/${field('shop_id')}`,
    ...['', '', '', ''],
    field('basis'),
    field('gross'),
    field('currency'),
    field('from'),
    field('to'),
    undefined,
    undefined,
  ]
}

function recordRows(
  { core, evidence }: ClaimContext,
  kinds: readonly RecordKind[],
  row: (field: Field, record: SourceRecord) => Cell[],
): Cell[][] {
  return core.records
    .filter(({ kind }) => kinds.includes(kind))
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
