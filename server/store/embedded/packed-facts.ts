import { canonicalJson } from '../../domain/canonical.ts'
import type { EdgeStatement, Facts, NodeStatement, Seen } from '../../domain/fact.ts'
import type { Properties } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import type { RecordKind, SourceRecord } from '../../domain/record.ts'
import type { IsoDate, Sha256 } from '../../domain/units.ts'
import type { WrittenFacts } from '../written-facts.ts'

/**
 * Facts as the embedded store keeps them: lists in place of names, each key and each pair of days once, and nothing that another column
 * holds, which is half of what they take as they are. Equal facts give equal text, whatever order they were built in.
 */
export function packedFacts(facts: Facts): WrittenFacts {
  const { fields, refused } = facts.record
  const body: PackedBody = refused.length === 0 ? [fields] : [fields, refused]
  return { facts, body: canonicalJson(body), said: canonicalJson(packedSaid(facts)) }
}

/** A record by its columns. */
export interface RecordColumns {
  readonly hash: string
  readonly source: string
  readonly kind: string
  readonly row: number
  readonly body: string
}

/** The record as it was packed, its fields in the order of their names. */
export function unpackedRecord({ hash, source, kind, row, body }: RecordColumns): SourceRecord {
  const [fields, refused = []] = JSON.parse(body) as PackedBody
  const slash = source.indexOf('/')
  return {
    dataset: source.slice(0, slash),
    fields,
    file: source.slice(slash + 1),
    hash: hash as Sha256,
    kind: kind as RecordKind,
    refused,
    source,
    row,
  }
}

/** What a record says, as it was packed. */
export function unpackedSaid(said: string): Omit<Facts, 'record'> {
  const [days, nodes, edges, others = []] = JSON.parse(said) as PackedSaid
  const keys = nodes.map(([key]) => key)
  return {
    about: [...new Set([...keys, ...others])].sort(),
    edges: edges.map((edge) => unpackedEdge(edge, keys, days)),
    nodes: nodes.map((node) => unpackedNode(node, days)),
  }
}

type PackedBody = [fields: SourceRecord['fields'], refused?: SourceRecord['refused']]

/** Ends of relations are places of nodes. Nodes that the record is about stand by themselves where it does not name them. */
type PackedSaid = [days: PackedDays[], nodes: PackedNode[], edges: PackedEdge[], others?: NodeKey[]]
/** First and last seen; 0 where nobody gave it. */
type PackedDays = [first: IsoDate | 0, last: IsoDate | 0]
type PackedNode = [
  ...[key: NodeKey, days: number, properties: Properties],
  ...[name?: string | 0, life?: NonNullable<NodeStatement['life']>],
]
type PackedEdge = [
  ...[from: number, type: EdgeStatement['type'], to: number, days: number],
  ...[properties: Properties, discriminator?: string],
]

/** Nodes that a record is about and does not name, in the order of their keys. */
export function othersAbout({ nodes, about }: Pick<Facts, 'nodes' | 'about'>): NodeKey[] {
  if (about.length === nodes.length) return []
  const named = new Set(nodes.map(({ key }) => key))
  return about.filter((key) => !named.has(key))
}

function packedSaid(facts: Facts): PackedSaid {
  const { nodes, edges } = facts
  const days: PackedDays[] = []
  const places = new Map(nodes.map(({ key }, place) => [key, place]))
  const placeOf = (key: NodeKey) => {
    const place = places.get(key)
    if (place === undefined)
      throw new Error(`an edge ends at ${key}, which its record does not name`)
    return place
  }
  const packed: PackedSaid = [
    days,
    nodes.map((node) => packedNode(node, daysPlace(days, node))),
    edges.map((edge) => packedEdge(edge, placeOf, daysPlace(days, edge))),
  ]
  const others = othersAbout(facts)
  if (0 < others.length) packed.push(others)
  return packed
}

function daysPlace(days: PackedDays[], { firstSeen, lastSeen }: Seen): number {
  const own: PackedDays = [firstSeen ?? 0, lastSeen ?? 0]
  const known = days.findIndex(([first, last]) => first === own[0] && last === own[1])
  return known < 0 ? days.push(own) - 1 : known
}

function packedNode({ key, properties, name, life }: NodeStatement, days: number): PackedNode {
  if (life !== undefined) return [key, days, properties, name ?? 0, life]
  return name === undefined ? [key, days, properties] : [key, days, properties, name]
}

function packedEdge(
  { from, type, to, properties, discriminator }: EdgeStatement,
  placeOf: (key: NodeKey) => number,
  days: number,
): PackedEdge {
  const [start, end] = [placeOf(from), placeOf(to)]
  if (discriminator === '') return [start, type, end, days, properties]
  return [start, type, end, days, properties, discriminator]
}

/** Fields in the order of their names, as they are in canonical JSON. */
function unpackedNode(
  [key, place, properties, name = 0, life]: PackedNode,
  days: readonly PackedDays[],
): NodeStatement {
  const [first, last] = days[place] as PackedDays
  return {
    ...(first !== 0 && { firstSeen: first }),
    key,
    kind: kindOf(key),
    ...(last !== 0 && { lastSeen: last }),
    ...(life !== undefined && { life }),
    ...(name !== 0 && { name }),
    properties,
  }
}

function unpackedEdge(
  [from, type, to, place, properties, discriminator = '']: PackedEdge,
  keys: readonly NodeKey[],
  days: readonly PackedDays[],
): EdgeStatement {
  const [first, last] = days[place] as PackedDays
  return {
    discriminator,
    ...(first !== 0 && { firstSeen: first }),
    from: keys[from] as NodeKey,
    ...(last !== 0 && { lastSeen: last }),
    properties,
    to: keys[to] as NodeKey,
    type,
  }
}
