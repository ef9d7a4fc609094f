import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import {
  type PlaceFacts,
  type PlaceUse,
  type PlaceVisit,
  placeBases,
  placeRoles,
} from '../domain/place.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { SamePlaces } from '../linkage/identities/same-places.ts'
import { grouped } from './grouped.ts'
import {
  edgeStatements,
  type PlaceStatement,
  rowStatements,
  scanStatement,
  visitOf,
} from './place-statements.ts'

export interface PlaceEvidence {
  readonly nodes: ReadonlyMap<string, GraphNode>
  /** Relations `AT` and `SHIPS_FROM`; others are passed over. */
  readonly edges: readonly GraphEdge[]
  /** Of kind `place`, `parcel` and `event`; other kinds are passed over. */
  readonly records: readonly SourceRecord[]
  /** Which places and origins are one place. */
  readonly places: SamePlaces
}

/** The places where something is: a place itself, where a factory or identity is at, where an address on parcels is; that address where nobody knows more. */
export type PlacesOf = (key: string) => readonly PlaceFacts[]

/** Reads once what is said of all places. */
export function placesOf(evidence: PlaceEvidence): PlacesOf {
  const { nodes, edges, records, places } = evidence
  const one = (key: string) => places.standsFor.get(key) ?? key
  const standing = edges.filter(({ type }) => type === 'AT')
  const homes = grouped(
    standing,
    ({ from }) => from,
    ({ to }) => one(to),
  )
  const book = statementsOf(evidence, one, homes)
  const visits = visitsOf(records, one, homes)
  const told = new Map<string, PlaceFacts>()
  const tell = (key: string) => {
    const known =
      told.get(key) ?? factsOf(key, evidence, book.get(key) ?? [], visits.get(key) ?? [])
    told.set(key, known)
    return known
  }
  return (key) => {
    if (key.startsWith('place:')) return [tell(one(key))]
    const keys = [...new Set(homes.get(key) ?? [])].toSorted(compareText)
    if (0 < keys.length) return keys.map(tell)
    return key.startsWith('origin:') && nodes.has(key) ? [tell(one(key))] : []
  }
}

/** By the node that stands for a place; what is said of an address on parcels counts for the place where it is. */
function statementsOf(
  { nodes, edges, records }: PlaceEvidence,
  one: (key: string) => string,
  homes: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly PlaceStatement[]> {
  const rows = new Map(records.map((record) => [record.hash as string, record]))
  const own = [...nodes.values()].flatMap((node) =>
    node.kind === 'Place' ? rowStatements(node.key, node.records, rows) : [],
  )
  const related = edges.flatMap((edge) => edgeStatements(edge, rows))
  const scanned = records.flatMap((row) => scanStatement(row) ?? [])
  const all = [...own, ...related, ...scanned].flatMap((said) =>
    whereIs(said.place, one, homes).map((place) => ({ ...said, place })),
  )
  return grouped(
    all,
    ({ place }) => place,
    (said) => said,
  )
}

function whereIs(
  key: string,
  one: (key: string) => string,
  homes: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return key.startsWith('origin:') ? [...new Set(homes.get(key) ?? [one(key)])] : [one(key)]
}

/** A visit to somebody is one to the place where he is, as long as he is at one place only. */
function visitsOf(
  records: readonly SourceRecord[],
  one: (key: string) => string,
  homes: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly PlaceVisit[]> {
  const all = records.flatMap((record) => {
    const found = visitOf(record)
    if (found === undefined) return []
    const { subject, ...visit } = found
    const isSite = /^(place|origin):/u.test(subject)
    const at = isSite ? whereIs(subject, one, homes) : [...new Set(homes.get(subject) ?? [])]
    return at.length === 1 ? [{ place: at[0] ?? '', visit }] : []
  })
  return grouped(
    all,
    ({ place }) => place,
    ({ visit }) => visit,
  )
}

function factsOf(
  key: string,
  { nodes, places }: PlaceEvidence,
  said: readonly PlaceStatement[],
  visits: readonly PlaceVisit[],
): PlaceFacts {
  const others = places.others.get(key)?.map((other) => ({
    ...other,
    name: nodes.get(other.key)?.name ?? other.key,
  }))
  const uses = usesOf(said)
  return {
    key,
    name: nodes.get(key)?.name ?? key,
    ...(others !== undefined && { sameAs: others }),
    uses,
    visits: visits.toSorted(
      (x, y) => compareText(y.on ?? '', x.on ?? '') || compareText(x.record, y.record),
    ),
    seenOnSite: 0 < visits.length || uses.some(({ basis }) => basis === 'observed'),
  }
}

const mostRecords = 20

function usesOf(said: readonly PlaceStatement[]): PlaceUse[] {
  const kinds = grouped(
    said,
    ({ role, basis }) => `${role ?? ''} ${basis}`,
    (one) => one,
  )
  return [...kinds.values()].map(useOf).toSorted(byRole)
}

function useOf(said: readonly PlaceStatement[]): PlaceUse {
  const { role, basis } = said[0] ?? { role: undefined, basis: 'reported' }
  const records = [...new Set(said.map(({ record }) => record))].toSorted(compareText)
  const first = said.flatMap((one) => one.first ?? []).toSorted(compareText)[0]
  const last = said
    .flatMap((one) => one.last ?? [])
    .toSorted(compareText)
    .at(-1)
  return {
    ...(role !== undefined && { role }),
    basis,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    count: records.length,
    records: records.slice(0, mostRecords),
  }
}

function byRole(x: PlaceUse, y: PlaceUse): number {
  return orderOf(x) - orderOf(y) || placeBases.indexOf(y.basis) - placeBases.indexOf(x.basis)
}

/** Who is only said to be there comes last. */
function orderOf({ role }: PlaceUse): number {
  return role === undefined ? placeRoles.length : placeRoles.indexOf(role)
}
