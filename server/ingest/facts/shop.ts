import type { NodeStatement, Seen } from '../../domain/fact.ts'
import type { PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { plainPlatform } from '../../domain/platform.ts'
import { present, type Row } from './row.ts'

interface SaidOfShop extends Pick<NodeStatement, 'name' | 'life'> {
  readonly properties?: Readonly<Record<string, PropertyValue | undefined>>
}

/** The shop that `platform` and `shop_id` name, both as typed: what else the row says of it comes beside. */
export function sayShop(
  row: Row,
  seen: Seen,
  { name, life, properties }: SaidOfShop = {},
): NodeKey {
  const platform = plainPlatform(row.one('platform') ?? '')
  const key = nodeKey('Shop', platform, row.one('shop_id') ?? '')
  // Each named here and in its siblings, as a spread behind other names takes longer than all the rest of a statement.
  return row.node({
    key,
    kind: 'Shop',
    name,
    life,
    properties: present({ platform, ...properties }),
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
  })
}
