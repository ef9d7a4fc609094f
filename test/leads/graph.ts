import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import { account, bystander, factory, hub, origin, registrant, shops, stranger } from './keys.ts'
import { date, type Named, type Rows } from './rows.ts'

export function nodesOf(named: Named, rows: Rows): GraphNode[] {
  const node = (
    key: string,
    kind: GraphNode['kind'],
    name: string,
    said: SourceRecord[],
    more: Partial<GraphNode> = {},
  ): GraphNode => ({
    key,
    kind,
    name,
    properties: {},
    lives: [],
    firstSeen: date('2025-01-01'),
    records: said.map(({ hash }) => hash),
    ...more,
  })
  const life = (from: string, to?: string) => ({
    lives: [
      {
        from: date(from),
        ...(to && { to: date(to), ended: 'counterfeit' as const }),
        began: 'opened' as const,
      },
    ],
  })
  return [
    node(
      shops.petal,
      'Shop',
      named.petal,
      [
        rows.petal,
        rows.petalAccount,
        rows.petalOrigin,
        rows.petalHub,
        rows.genuine,
        rows.promotedBy,
        rows.promotes,
      ],
      life('2025-12-20', '2026-03-14'),
    ),
    node(
      shops.lotus,
      'Shop',
      named.lotus,
      [rows.lotus, rows.lotusAccount, rows.testBuy],
      life('2024-05-02', '2025-11-14'),
    ),
    node(
      shops.bag,
      'Shop',
      named.bag,
      [rows.bag, rows.bagAccount, rows.bagOrigin, rows.registered, rows.supplied],
      life('2025-11-23'),
    ),
    node(stranger.key, 'Shop', stranger.name, [rows.stranger, rows.strangerHub]),
    node(
      account,
      'PaymentAccount',
      '6217000012344471',
      [rows.lotusAccount, rows.bagAccount, rows.petalAccount],
      { properties: { scheme: 'bank_card' } },
    ),
    node(origin, 'Origin', '青石村 12 号', [rows.bagOrigin, rows.petalOrigin], {
      properties: { address: '青石村 12 号', region: '330100' },
    }),
    node(hub, 'Origin', '菜鸟驿站 3', [rows.strangerHub, rows.petalHub]),
    node(factory, 'Factory', '宏岳皮具厂 Hongyue Leather Works', [rows.supplied]),
    node(registrant, 'Identity', '锦筑商行', [rows.registered], {
      properties: { entityKind: 'company', idScheme: 'uscc' },
    }),
    node(bystander.key, 'Identity', bystander.name, [rows.bystander]),
    node('contact:phone/+8613800138000', 'Contact', '+8613800138000', [rows.bag], {
      properties: { contactKind: 'phone' },
    }),
  ]
}

export function edgesOf(rows: Rows): GraphEdge[] {
  const edge = (
    from: string,
    type: GraphEdge['type'],
    to: string,
    said: SourceRecord,
  ): GraphEdge => ({
    from,
    type,
    to,
    discriminator: '',
    properties: {},
    firstSeen: date('2025-06-01'),
    lastSeen: date('2026-03-01'),
    records: [said.hash],
  })
  return [
    edge(shops.lotus, 'PAID_INTO', account, rows.lotusAccount),
    edge(shops.bag, 'PAID_INTO', account, rows.bagAccount),
    edge(shops.petal, 'PAID_INTO', account, rows.petalAccount),
    edge(shops.bag, 'SHIPS_FROM', origin, rows.bagOrigin),
    edge(shops.petal, 'SHIPS_FROM', origin, rows.petalOrigin),
    edge(shops.petal, 'SHIPS_FROM', hub, rows.petalHub),
    edge(stranger.key, 'SHIPS_FROM', hub, rows.strangerHub),
    edge(stranger.key, 'PROMOTES', shops.petal, rows.promotedBy),
    edge(shops.petal, 'PROMOTES', stranger.key, rows.promotes),
    edge(shops.bag, 'REGISTERED_TO', registrant, rows.registered),
    edge(shops.bag, 'SUPPLIED_BY', factory, rows.supplied),
    edge(shops.bag, 'REACHED_AT', 'contact:phone/+8613800138000', rows.bag),
  ]
}
