import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import { kindOf, type NodeKey } from '../../server/domain/keys.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import type { Ring } from '../../server/domain/ring.ts'
import type { IsoDate, Probability, Sha256 } from '../../server/domain/units.ts'

export const hash = (n: number) => String(n).padStart(64, '0') as Sha256

export function edge(
  from: string,
  type: GraphEdge['type'],
  to: string,
  ...records: number[]
): GraphEdge {
  return { from, type, to, discriminator: '', properties: {}, records: records.map(hash) }
}

function record(
  n: number,
  kind: 'parcel' | 'test_buy' | 'factory',
  fields: SourceRecord['fields'],
): SourceRecord {
  const source = 'test/records.csv'
  return {
    hash: hash(n),
    source,
    dataset: 'test',
    file: 'records.csv',
    row: n,
    kind,
    fields,
    refused: [],
  }
}

export const parcel = (n: number, shop: string, fields: SourceRecord['fields'] = {}) =>
  record(n, 'parcel', { waybill: `W${n}`, ...(shop === '' ? {} : { shop }), ...fields })

export const buy = (n: number, shop: string, fields: SourceRecord['fields'] = {}) =>
  record(n, 'test_buy', {
    test_buy_id: `T${n}`,
    platform: 'p',
    shop_id: shop,
    result: 'counterfeit',
    ...fields,
  })

export const factoryRow = (n: number, fields: SourceRecord['fields']) =>
  record(n, 'factory', fields)

export function ringOf(...shops: string[]): Ring {
  const sure = 1 as Probability
  const members = shops.map((shop) => ({ shop, weakestStep: sure, joint: sure, path: [shop] }))
  return {
    id: 'ring:p/1',
    name: 'Ring',
    rank: 1,
    parts: [],
    members,
    size: shops.length,
    live: 1,
    closed: 0,
    weakestStep: sure,
    bridges: [],
    channels: [],
  }
}

export function nodesOf(
  edges: readonly GraphEdge[],
  closed: readonly string[] = [],
): Map<string, GraphNode> {
  const keys = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const node = (key: string): GraphNode => ({
    key,
    kind: kindOf(key as NodeKey),
    name: `name of ${key}`,
    properties: {},
    lives: closed.includes(key) ? [{ began: 'opened', to: '2025-01-01' as IsoDate }] : [],
    records: [],
  })
  return new Map([...keys].map((key) => [key, node(key)]))
}

export const [s1, s2, s3] = ['shop:p/1', 'shop:p/2', 'shop:p/3'] as const
export const strangers = (count: number) =>
  Array.from({ length: count }, (_, n) => `shop:q/${n + 100}`)
