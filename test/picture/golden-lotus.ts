import type { GraphEdge, GraphNode, NodeKind } from '../../server/domain/graph.ts'
import type { Link } from '../../server/domain/link.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import type { Ring } from '../../server/domain/ring.ts'
import { daysBetween, type IsoDate, probabilityToBits } from '../../server/domain/units.ts'
import type { RingPicture } from '../../server/picture/ring-picture.ts'

/** The case of the drawings: six shops in one chain, two in another, joined by one bank card alone. */
export function goldenLotus(): RingPicture {
  const nodes = [...shops.map(shopOf), ...values.map(valueNode), ...contacts()]
  return {
    ring,
    nodes,
    edges: [...held, ...contactEdges()].map(([from, type, to]) => anEdge(from, type, to)),
    links,
    attributions: [],
    holders: new Map(
      [
        [hub, 148],
        ...values.map(([, key]) => [key, held.filter(([, , to]) => to === key).length] as const),
      ].toReversed() as [string, number][],
    ),
    generic: new Set([hub]),
    events,
  }
}

export const hub = 'origin:nantang'
export const card = 'account:card/6217000000004471'

const shops: readonly [key: string, name: string, from: string, to: string | undefined][] = [
  ['shop:taobao.com/51177', '金莲箱包 Golden Lotus Bags', '2023-02-07', '2023-07-20'],
  ['shop:taobao.com/60412', '莲记手袋店 Lotus Handbags', '2023-08-03', '2024-01-22'],
  ['shop:weigou/7720', 'LBH Outlet', '2024-02-19', '2024-07-06'],
  ['shop:weigou/9931', '轻奢包仓 Light Luxe Depot', '2024-07-12', '2025-02-16'],
  ['shop:weigou/12903', 'LuxeBagHub', '2025-03-11', '2025-11-14'],
  ['shop:jushi/88213', '奢包汇 2026 Luxe Bag Collective', '2025-11-23', undefined],
  ['shop:jushi/70001', '花间小铺 Among Flowers', '2024-09-02', '2025-08-28'],
  ['shop:jushi/70002', '花瓣包袋 Petal & Co', '2025-09-14', '2026-03-14'],
]
const [s1, s2, s3, s4, s5, s6, s7, s8] = shops.map(([key]) => key) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

const values: readonly [NodeKind, string, string, GraphNode['properties']][] = [
  ['Identity', 'identity:resident_id/CN/1', '陈建国 Chen Jianguo', { entityKind: 'person' }],
  ['PaymentAccount', 'account:wallet/W880316', 'W-88 •••• 0316', { scheme: 'wallet' }],
  ['Identity', 'identity:uscc/CN/2', '澜笙贸易 Lansheng Trading', { entityKind: 'company' }],
  ['PaymentAccount', 'account:merchant/M550219', 'M-5502 •• 19', { scheme: 'merchant_id' }],
  ['Identity', 'identity:uscc/CN/3', '锦筑商行 Jinzhu Commerce', { entityKind: 'company' }],
  ['PaymentAccount', card, '6217 •••• 4471', { scheme: 'bank_card', holder: 'Chen J.' }],
  ['Identity', 'identity:demo/70001/Wen', 'Wen Harlow', { entityKind: 'person' }],
  ['Origin', hub, '南塘集运站 Nantang parcel hub', {}],
  ['Factory', 'factory:CN/4', '宏岳皮具厂 Hongyue Leather', {}],
  ['Origin', 'origin:qingshi', '青石村 Qingshi Village', {}],
  ['Factory', 'factory:CN/5', '东篱五金 Dongli Hardware', {}],
]
const [chen, wallet, lansheng, merchant, jinzhu, , wen, , hongyue, qingshi, dongli] = values.map(
  ([, key]) => key,
) as [string, string, string, string, string, string, string, string, string, string, string]

const held: readonly [string, GraphEdge['type'], string][] = [
  ...to('REGISTERED_TO', chen, s1, s2, s4),
  ...to('PAID_INTO', wallet, s1, s2, s3),
  ...to('REGISTERED_TO', lansheng, s3, s5),
  ...to('PAID_INTO', merchant, s3, s4),
  ...to('REGISTERED_TO', jinzhu, s6),
  ...to('PAID_INTO', card, s5, s6, s8),
  ...to('REGISTERED_TO', wen, s7, s8),
  ...to('SHIPS_FROM', hub, s1, s2, s3, s7),
  ...to('SUPPLIED_BY', hongyue, s2, s3, s4, s5, s6),
  ...to('SHIPS_FROM', qingshi, s4, s5, s6),
  ...to('SUPPLIED_BY', dongli, s6, s8),
]

function to(type: GraphEdge['type'], value: string, ...holders: readonly string[]) {
  return holders.map((holder): [string, GraphEdge['type'], string] => [holder, type, value])
}

function contacts(): GraphNode[] {
  return shops.flatMap(([key], index) =>
    [0, 1, 2].map((n) =>
      aNode('Contact', contactKey(key, n), `+86 138 0013 8${index}0${n}`, { contactKind: 'phone' }),
    ),
  )
}

function contactEdges(): [string, GraphEdge['type'], string][] {
  return shops.flatMap(([key]) =>
    [0, 1, 2].map((n): [string, GraphEdge['type'], string] => [
      key,
      'REACHED_AT',
      contactKey(key, n),
    ]),
  )
}

function contactKey(shop: string, n: number): string {
  return `contact:phone/${shop.slice(5).replace('/', '-')}-${n}`
}

const links: readonly Link[] = [
  aLink(s1, s2, 0.93, ['2023-07-20', '2023-08-03']),
  aLink(s2, s3, 0.83, ['2024-01-22', '2024-02-19']),
  aLink(s3, s4, 0.96, ['2024-07-06', '2024-07-12']),
  aLink(s4, s5, 0.91, ['2025-02-16', '2025-03-11']),
  aLink(s5, s6, 0.97, ['2025-11-14', '2025-11-23']),
  aLink(s7, s8, 0.89, ['2025-08-28', '2025-09-14']),
  { ...aLink(s5, s8, 0.9), kind: 'same_controller' },
  { ...aLink(s5, s6, 0.99), kind: 'same_controller' },
]

const ring: Ring = {
  id: 'ring:jushi/70001',
  name: 'Golden Lotus ring',
  rank: 1,
  parts: [],
  members: shops.map(([shop]) => ({
    shop,
    weakestStep: p(0.83),
    joint: p(0.66),
    path: [shop],
  })),
  size: 8,
  live: 1,
  closed: 7,
  weakestStep: p(0.83),
  bridges: [],
  channels: ['account', 'registrant'],
}

const events: readonly SourceRecord[] = [
  anEvent('test_buy', {
    platform: 'weigou',
    shop_id: '12903',
    ordered_on: '2025-06-01',
    verified_on: '2025-07-02',
    result: 'counterfeit',
  }),
  anEvent('event', { subject: 'weigou/9931', event: 'complaint', on: '2024-11-20' }),
]

export function aNode(
  kind: NodeKind,
  key: string,
  name: string,
  properties: GraphNode['properties'] = {},
): GraphNode {
  return { kind, key, name, properties, lives: [], records: [] }
}

function shopOf([key, name, from, until]: (typeof shops)[number]): GraphNode {
  return aShop(key, name, from, until)
}

export function aShop(key: string, name: string, from?: string, until?: string): GraphNode {
  const ended = until === undefined ? {} : { to: until as IsoDate, ended: 'counterfeit' as const }
  const begun = from === undefined ? {} : { from: from as IsoDate }
  return { ...aNode('Shop', key, name), lives: [{ began: 'opened', ...begun, ...ended }] }
}

function valueNode([kind, key, name, properties]: (typeof values)[number]): GraphNode {
  return aNode(kind, key, name, properties)
}

export function anEdge(from: string, type: GraphEdge['type'], target: string): GraphEdge {
  return { from, type, to: target, discriminator: '', properties: {}, records: [] }
}

export function aLink(
  from: string,
  target: string,
  probability: number,
  gap?: readonly [closed: string, opened: string],
): Link {
  const days = gap && daysBetween(gap[0] as IsoDate, gap[1] as IsoDate)
  return {
    from,
    to: target,
    kind: 'came_back_as',
    probability: p(probability),
    bits: probabilityToBits(probability),
    ...(days === undefined ? {} : { gapDays: days }),
    channels: ['account'],
    ledger: {
      prior: { bits: probabilityToBits(0.01), oneIn: 5800 },
      bars: [bar(card)],
      ...(gap && days !== undefined
        ? {
            gap: {
              closed: gap[0] as IsoDate,
              opened: gap[1] as IsoDate,
              days,
              bits: probabilityToBits(0.9),
            },
          }
        : {}),
      calibration: { bits: probabilityToBits(0.5), model: 'test', labels: 0, slope: 1 },
      total: probabilityToBits(probability),
      unknown: [],
      standsOn: ['account'],
      decisions: [],
    } as unknown as Link['ledger'],
  }
}

function bar(key: string): Link['ledger']['bars'][number] {
  return {
    channel: 'account',
    family: 'money',
    level: 'same',
    a: { literal: key, key, records: [] },
    b: { literal: key, key, records: [] },
    m: 0.5,
    u: 0.001,
    holders: 3,
    generic: false,
    rawBits: probabilityToBits(0.99),
    beta: 1,
    damping: 1,
    bits: probabilityToBits(0.99),
  }
}

function anEvent(kind: SourceRecord['kind'], fields: SourceRecord['fields']): SourceRecord {
  const hash = JSON.stringify(fields).length.toString(16).padStart(64, '0')
  return {
    hash,
    source: 'demo/e.csv',
    dataset: 'demo',
    file: 'e.csv',
    row: 1,
    kind,
    fields,
    refused: [],
  } as unknown as SourceRecord
}

function p(value: number): Link['probability'] {
  return value as Link['probability']
}
