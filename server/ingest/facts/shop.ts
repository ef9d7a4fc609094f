import type { NodeStatement, Seen } from '../../domain/fact.ts'
import type { PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { present, type Row } from './row.ts'

/** The shop that `platform` and `shop_id` name, both as typed: what else the row says of it comes as `more`. */
export function sayShop(
  row: Row,
  seen: Seen,
  more: Pick<Partial<NodeStatement>, 'name' | 'life'> & {
    readonly properties?: Readonly<Record<string, PropertyValue | undefined>>
  } = {},
): NodeKey {
  const platform = row.one('platform') ?? ''
  const key = nodeKey('Shop', platform, row.one('shop_id') ?? '')
  return row.node({
    key,
    kind: 'Shop',
    ...more,
    ...seen,
    properties: present({ platform, ...more.properties }),
  })
}
