import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { type NodeKey, partsOf } from '../domain/keys.ts'
import type { Carrier, ChannelRule, ShopValue } from './channel.ts'

/** For one channel, the values of every shop, by the shop's place in `shops`; in an order that does not depend on the rows'. */
export function shopValues(
  rule: ChannelRule,
  shops: readonly GraphNode[],
  edgesByType: ReadonlyMap<string, readonly GraphEdge[]>,
  nodes: ReadonlyMap<string, GraphNode>,
  placeOf: ReadonlyMap<string, number>,
): readonly (readonly ShopValue[])[] {
  if (rule.property !== undefined) return shops.map((shop) => ownTexts(shop, rule.property))
  if (rule.carrier === undefined) return shops.map(ownName)
  const values = new Array<readonly ShopValue[]>(shops.length).fill(noValues)
  const isOfKind = kindTest(rule.carrier)
  for (const edge of edgesByType.get(rule.carrier.type) ?? []) {
    const shop = isOfKind(edge.to) ? placeOf.get(edge.from) : undefined
    if (shop === undefined) continue
    const value = readValue(edge, nodes.get(edge.to), plainParts(edge.to), rule.carrier.reads)
    values[shop] = added(values[shop] ?? noValues, value)
  }
  return values.map((list) => (1 < list.length ? list.toSorted(byKeyAndLiteral) : list))
}

/** Lists as long as they are: one that is pushed to has room for sixteen, and most shops have one value. */
function added(list: readonly ShopValue[], value: ShopValue): readonly ShopValue[] {
  return list.length === 0 ? [value] : [...list, value]
}

/** Most shops have no value in most channels. */
const noValues: readonly ShopValue[] = []

/** The name a shop gives itself; none when it has only an id. */
function ownName(shop: GraphNode): readonly ShopValue[] {
  if (shop.name === plainParts(shop.key).at(-1)) return noValues
  return [ownValue(shop, shop.name)]
}

function ownTexts(shop: GraphNode, property = ''): readonly ShopValue[] {
  const said = shop.properties[property]
  const texts = [said].flat().filter((text) => typeof text === 'string')
  return [...new Set(texts)].toSorted(compareText).map((text) => ownValue(shop, text))
}

function ownValue({ firstSeen, lastSeen, records }: GraphNode, literal: string): ShopValue {
  const about = { name: literal, entityKind: undefined, idScheme: undefined, address: undefined }
  return { literal, key: undefined, parts: [literal], about, records, firstSeen, lastSeen }
}

/** Names are compared as this shop's own records give them: one number can stand under two names. */
function readValue(
  edge: GraphEdge,
  node: GraphNode | undefined,
  parts: readonly string[],
  reads: Carrier['reads'],
): ShopValue {
  const { firstSeen, lastSeen, records, to: key } = edge
  const name = textOf(edge, undefined, 'name') ?? nameOf(node)
  const typed = textOf(edge, undefined, 'literal') ?? node?.name ?? parts.at(-1) ?? key
  const refused = textOf(undefined, node, 'refusedIdNumber')
  const number =
    textOf(edge, undefined, 'number') ?? (typed === name ? (refused ?? parts.at(-1)) : typed)
  const literals = { name: name ?? typed, number: number ?? typed }
  const literal = reads === undefined ? typed : literals[reads]
  const holder = textOf(edge, node, 'holder')
  const region = textOf(undefined, node, 'region')
  const about = {
    name,
    entityKind: textOf(edge, node, 'entityKind'),
    idScheme: textOf(edge, node, 'idScheme'),
    address: textOf(edge, node, 'address'),
    refusedNumber: refused === undefined ? undefined : foldNumber(refused),
    ...(holder !== undefined && { holder }),
    ...(region !== undefined && { region }),
  }
  return { literal, key, parts, about, records, firstSeen, lastSeen }
}

/** Width, case, spaces and dashes do not count. */
function foldNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.\p{Pd}]+/gu, '')
}

/** A node that only a number is known of is called by it, which is no name. */
function nameOf(node: GraphNode | undefined): string | undefined {
  const called = node?.name ?? ''
  return called.length <= 2 * digitsIn(called) ? undefined : called
}

function digitsIn(text: string): number {
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (0x30 <= unit && unit <= 0x39) digits++
  }
  return digits
}

function textOf(
  edge: GraphEdge | undefined,
  node: GraphNode | undefined,
  property: string,
): string | undefined {
  const value = edge?.properties[property] ?? node?.properties[property]
  return typeof value === 'string' ? value : undefined
}

/** Five channels read one relation, so what is of another kind is passed by before its key is taken apart. */
function kindTest({ contactKinds }: Carrier): (key: string) => boolean {
  if (contactKinds === undefined) return () => true
  const beginnings = contactKinds.map((kind) => `contact:${kind}/`)
  return (key) =>
    beginnings.some((beginning) => key.startsWith(beginning)) ||
    (key.includes('%') && contactKinds.includes(plainParts(key)[0] ?? ''))
}

/** Most keys have nothing encoded, and decoding is slow. */
function plainParts(key: string): readonly string[] {
  return key.includes('%') ? partsOf(key as NodeKey) : key.slice(key.indexOf(':') + 1).split('/')
}

function byKeyAndLiteral(a: ShopValue, b: ShopValue): number {
  return compareText(a.key ?? '', b.key ?? '') || compareText(a.literal, b.literal)
}
