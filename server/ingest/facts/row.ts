import type { EdgeStatement, NodeStatement, Seen } from '../../domain/fact.ts'
import type { Properties, PropertyValue } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { RefusedField } from '../../domain/record.ts'
import type { IsoDate, Sha256 } from '../../domain/units.ts'
import type { Dataset } from '../dataset.ts'
import type { Reason } from '../reasons.ts'

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
  edge(statement: Said<EdgeStatement>): void
  /** Names a node that the row is about and says nothing of. */
  about(key: NodeKey): void
}

/** A statement without a discriminator, as most relations are said. */
type Said<T> = Omit<T, 'discriminator'> & { readonly discriminator?: string }

/** A row with what was said of it so far. */
export interface OpenRow extends Row {
  said(): {
    readonly nodes: readonly NodeStatement[]
    readonly edges: readonly EdgeStatement[]
    readonly about: readonly NodeKey[]
    readonly refused: RefusedField[]
  }
}

export function openRow(from: {
  readonly dataset: Row['dataset']
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly refused: readonly RefusedField[]
  readonly hash: Sha256
}): OpenRow {
  const nodes = new Map<NodeKey, NodeStatement>()
  const edges = new Map<string, EdgeStatement>()
  const about = new Set<NodeKey>()
  const refused = [...from.refused]
  const one = (field: string) => from.values.get(field)?.[0]
  return {
    dataset: from.dataset,
    hash: from.hash,
    one,
    many: (field) => from.values.get(field) ?? [],
    date: (field) => one(field) as IsoDate | undefined,
    number: (field) => (one(field) === undefined ? undefined : Number(one(field))),
    refuse: (field, value, reason) => void refused.push({ field, value, reason }),
    node(statement) {
      const before = nodes.get(statement.key)
      nodes.set(statement.key, before === undefined ? statement : joined(before, statement))
      return statement.key
    },
    edge(statement) {
      const edge = { discriminator: '', ...statement }
      const identity = JSON.stringify([edge.from, edge.type, edge.to, edge.discriminator])
      if (!edges.has(identity)) edges.set(identity, edge)
    },
    about: (key) => void about.add(key),
    said: () => ({
      nodes: [...nodes.values()],
      edges: [...edges.values()],
      about: [...new Set([...nodes.keys(), ...about])].toSorted(),
      refused,
    }),
  }
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
  const first = [a.firstSeen, b.firstSeen].filter((date) => date !== undefined).toSorted()
  const last = [a.lastSeen, b.lastSeen].filter((date) => date !== undefined).toSorted()
  return { firstSeen: first[0], lastSeen: last.at(-1) }
}
