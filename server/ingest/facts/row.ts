import type { EdgeStatement, Facts, NodeStatement, Seen } from '../../domain/fact.ts'
import type { Properties, PropertyValue } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { RefusedField } from '../../domain/record.ts'
import type { IsoDate, Sha256 } from '../../domain/units.ts'
import type { FieldValues } from '../check-fields.ts'
import type { Dataset } from '../dataset.ts'
import type { Reason } from '../reasons.ts'
import { earliest, latest } from './seen.ts'

/** Why nothing can be said of a row. */
export interface Unusable {
  readonly field?: string
  readonly value?: string
  readonly reason: Reason
}

/** One row while its facts are said: its checked values, and a place for each statement. */
export interface Row {
  readonly dataset: Pick<Dataset, 'name' | 'asOf' | 'phoneRegion'>
  readonly hash: Sha256
  /** The value of a field; undefined when it is empty or was refused. */
  one(field: string): string | undefined
  many(field: string): readonly string[]
  /** The day in a date field. */
  date(field: string): IsoDate | undefined
  number(field: string): number | undefined
  /** Counts a value as refused: the row loads without it. */
  refuse(field: string, value: string, reason: Reason): void
  /** Says something of a node; several sayings of one node in a row are joined. */
  node(statement: NodeStatement): NodeKey
  /** Says a relation; a second saying of the same one in a row adds nothing. */
  edge(said: SaidEdge): void
  /** Names a node that the row is about and says nothing of. */
  about(key: NodeKey): void
}

/** A relation without a discriminator, as most are said, and when it was seen. */
type SaidEdge = Pick<EdgeStatement, 'from' | 'type' | 'to' | 'properties'> & {
  readonly seen: Seen
  readonly discriminator?: string
}

/**
 * A row with what was said of it so far. A class, as functions made anew for every row would cost more than what they say.
 */
export class OpenRow implements Row {
  readonly dataset: Row['dataset']
  readonly hash: Sha256
  readonly refused: RefusedField[]
  private readonly values: FieldValues
  private readonly nodes: NodeStatement[] = []
  private readonly edges: EdgeStatement[] = []
  /** Made for rows that say much: looking through a few is quicker than naming each. */
  private nodePlaces: Map<NodeKey, number> | undefined
  private edgeNames: Set<string> | undefined
  private others: Set<NodeKey> | undefined

  constructor(from: {
    readonly dataset: Row['dataset']
    readonly values: FieldValues
    /** Becomes the row's own. */
    readonly refused: RefusedField[]
    readonly hash: Sha256
  }) {
    this.dataset = from.dataset
    this.hash = from.hash
    this.values = from.values
    this.refused = from.refused
  }

  one(field: string): string | undefined {
    return this.many(field)[0]
  }

  many(field: string): readonly string[] {
    const { places, list } = this.values
    const place = places.get(field)
    return place === undefined ? none : (list[place] ?? none)
  }

  date(field: string): IsoDate | undefined {
    return this.one(field) as IsoDate | undefined
  }

  number(field: string): number | undefined {
    const value = this.one(field)
    return value === undefined ? undefined : Number(value)
  }

  refuse(field: string, value: string, reason: Reason): void {
    this.refused.push({ field, value, reason })
  }

  node(statement: NodeStatement): NodeKey {
    const place = this.placeOf(statement.key)
    const before = this.nodes[place]
    this.nodes[place] = before === undefined ? statement : joined(before, statement)
    return statement.key
  }

  edge({ from, type, to, properties, seen, discriminator = '' }: SaidEdge): void {
    const { firstSeen, lastSeen } = seen
    const edge = { from, type, to, discriminator, properties, firstSeen, lastSeen }
    if (!this.saysEdge(edge)) this.edges.push(edge)
  }

  about(key: NodeKey): void {
    this.others ??= new Set()
    this.others.add(key)
  }

  said(): Pick<Facts, 'nodes' | 'edges' | 'about'> {
    const { nodes, edges, others } = this
    const keys = nodes.map(({ key }) => key)
    const about = others === undefined ? keys : [...new Set([...keys, ...others])]
    return { nodes, edges, about: about.sort() }
  }

  /** Where a node is said, or the end of the list. */
  private placeOf(key: NodeKey): number {
    const { nodes } = this
    if (nodes.length < few) {
      let place = 0
      while (place < nodes.length && nodes[place]?.key !== key) place += 1
      return place
    }
    this.nodePlaces ??= new Map(nodes.map((node, place) => [node.key, place]))
    const place = this.nodePlaces.get(key) ?? nodes.length
    this.nodePlaces.set(key, place)
    return place
  }

  private saysEdge(edge: EdgeStatement): boolean {
    if (this.edges.length < few) return this.edges.some((said) => isSameEdge(said, edge))
    this.edgeNames ??= new Set(this.edges.map(edgeName))
    const name = edgeName(edge)
    const known = this.edgeNames.has(name)
    this.edgeNames.add(name)
    return known
  }
}

const none: readonly string[] = []

const few = 32

function isSameEdge(a: EdgeStatement, b: EdgeStatement): boolean {
  return (
    a.to === b.to && a.type === b.type && a.from === b.from && a.discriminator === b.discriminator
  )
}

/** No key holds a line end. */
function edgeName({ from, type, to, discriminator }: EdgeStatement): string {
  return `${from}\n${type}\n${to}\n${discriminator}`
}

/** The properties that have a value: absent ones are left out, never written as empty. */
export function present(
  properties: Readonly<Record<string, PropertyValue | undefined>>,
): Properties {
  const kept: Record<string, PropertyValue> = {}
  for (const name in properties) {
    const value = properties[name]
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) kept[name] = value
  }
  return kept
}

/** What a node was said to be first stands; a second saying adds what the first left out. */
function joined(before: NodeStatement, more: NodeStatement): NodeStatement {
  return {
    ...before,
    ...span(before, more),
    name: before.name ?? more.name,
    properties: { ...more.properties, ...before.properties },
    ...(before.life === undefined && more.life !== undefined && { life: more.life }),
  }
}

function span(a: Seen, b: Seen): Seen {
  return { firstSeen: earliest(a.firstSeen, b.firstSeen), lastSeen: latest(a.lastSeen, b.lastSeen) }
}
