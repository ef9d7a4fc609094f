import { compareText } from '../domain/canonical.ts'
import { growingIntegers } from '../domain/columns/growing.ts'
import { largeCopy, largeIntegers } from '../domain/columns/large-arrays.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { type NodeKey, partsOf } from '../domain/keys.ts'
import type { ListingColumns } from './catalogue/listing-columns.ts'
import type { Carrier, ChannelRule, ShopValue } from './channel.ts'
import { at } from './key-column.ts'

/** The values of all shops in one channel: read from the graph whenever they are asked for, as all of them together take as much memory as the graph. */
export interface ShopValues {
  /** How many shops there are. */
  readonly shops: number
  /** Those of the shop at a place, in an order that does not depend on the rows'. */
  of(shop: number): readonly ShopValue[]
  /** The same as the graph has them, without whom or what they are taken for: all that a ledger cites. */
  plain(shop: number): readonly ShopValue[]
}

/** Where the values of shops are read from. */
export interface ValueSource {
  readonly shops: readonly GraphNode[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edgesByType: ReadonlyMap<string, readonly GraphEdge[]>
  /** Absent where nobody asked for them. */
  readonly listings?: ListingColumns | undefined
}

/** What is known beside the text itself of a value that no node stands for. */
export const nothingMore: ShopValue['about'] = {
  name: undefined,
  entityKind: undefined,
  idScheme: undefined,
  address: undefined,
}

/** For one channel, the values of every shop, by the shop's place in `shops`. */
export function shopValues({ property, carrier }: ChannelRule, source: ValueSource): ShopValues {
  if (carrier !== undefined && property === undefined) return carriedValues(carrier, source)
  const { shops } = source
  const read = property === undefined ? ownName : (shop: GraphNode) => ownTexts(shop, property)
  return asRead(shops.length, (place) => read(shops[place] as GraphNode))
}

function asRead(shops: number, of: ShopValues['of']): ShopValues {
  return { shops, of, plain: of }
}

/** Where nothing is known of any shop. */
export function unknownValues(shops: number): ShopValues {
  return asRead(shops, () => noValues)
}

function carriedValues(
  carrier: Carrier,
  { shops, placeOf, nodes, edgesByType }: ValueSource,
): ShopValues {
  const isOfKind = kindTest(carrier)
  const carrying: GraphEdge[] = []
  // Looked up once, so that what finds them by key need not stay.
  const carried: (GraphNode | undefined)[] = []
  const shopOf = growingIntegers()
  for (const edge of edgesByType.get(carrier.type) ?? []) {
    const shop = isOfKind(edge.to) ? placeOf.get(edge.from) : undefined
    if (shop === undefined) continue
    carrying.push(edge)
    carried.push(nodes.get(edge.to))
    shopOf.push(shop)
  }
  const { starts, places } = placesByShop(shopOf.taken(), shops.length)
  const read = (place: number) => {
    const edge = carrying[place] as GraphEdge
    return readValue(edge, carried[place], plainParts(edge.to), carrier.reads)
  }
  return asRead(shops.length, (shop) => {
    const [from, end] = [at(starts, shop), at(starts, shop + 1)]
    if (from === end) return noValues
    if (from + 1 === end) return [read(at(places, from))]
    return Array.from(places.subarray(from, end), read).sort(byKeyAndLiteral)
  })
}

/** The places of what belongs to shop i, ascending: places[starts[i]] … places[starts[i + 1] − 1]. */
function placesByShop(shopOf: Int32Array, shops: number) {
  const starts = largeIntegers(shops + 1)
  for (const shop of shopOf) starts[shop + 1] = at(starts, shop + 1) + 1
  for (let shop = 0; shop < shops; shop++)
    starts[shop + 1] = at(starts, shop + 1) + at(starts, shop)
  const next = largeCopy(starts)
  const places = largeIntegers(shopOf.length)
  for (const [place, shop] of shopOf.entries()) {
    places[at(next, shop)] = place
    next[shop] = at(next, shop) + 1
  }
  return { starts, places }
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

function ownValue(saidBy: GraphNode, literal: string): ShopValue {
  const { firstSeen, lastSeen } = saidBy
  const about = { ...nothingMore, name: literal }
  return { literal, key: undefined, parts: [literal], about, saidBy, firstSeen, lastSeen }
}

/** Names are compared as this shop's own records give them: one number can stand under two names. */
function readValue(
  edge: GraphEdge,
  node: GraphNode | undefined,
  parts: readonly string[],
  reads: Carrier['reads'],
): ShopValue {
  const { firstSeen, lastSeen, to: key } = edge
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
  return { literal, key, parts, about, saidBy: edge, firstSeen, lastSeen }
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
