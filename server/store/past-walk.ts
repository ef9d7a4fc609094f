import type { EdgeType, GraphEdge } from '../domain/graph.ts'
import { compareEdges } from './compare-edges.ts'
import { edgeIdentity } from './edge-id.ts'
import { type KeyedWalk, walkByKeys } from './walk-by-keys.ts'
import type { BareRelation, WalkQuery, WalkReads } from './walk-reads.ts'

/** What a walk in the past reads. */
export interface WalkedPast {
  /** Every relation that touches one of the nodes, each once. */
  touching(keys: readonly string[]): Promise<readonly GraphEdge[]>
  /** Those of the relations whose both ends were there. */
  standing(edges: readonly GraphEdge[]): Promise<readonly GraphEdge[]>
}

/** Walks over relations as they were: the same answers as those of a store that had loaded nothing since. */
export function pastWalks(past: WalkedPast): Pick<WalkReads, 'walk' | 'relationCounts'> {
  return {
    walk: (query = {}) => walkByKeys(walkOf(past, query)),
    relationCounts: (keys, types) => relationCounts(past, keys, types),
  }
}

/** The other ends are not read: to count a hub must not cost as much as to walk on from it. */
async function relationCounts(
  past: WalkedPast,
  keys: readonly string[],
  types: readonly EdgeType[] | undefined,
): Promise<ReadonlyMap<string, number>> {
  const edges = await past.touching(keys)
  const others = othersOf(keys, edges.filter(isOf(types)))
  return new Map([...others].map(([key, own]) => [key, own.length]))
}

function walkOf(past: WalkedPast, query: WalkQuery): KeyedWalk {
  const met = new Map<string, GraphEdge>()
  return {
    counts: (keys) => relationCounts(past, keys, query.types),
    async around(keys) {
      const edges = (await past.touching(keys)).filter(isOf(query.types)).filter(isWithin(query))
      const there = await past.standing(edges)
      for (const edge of there) met.set(edgeIdentity(edge), edge)
      return othersOf(keys, there)
    },
    async relations(among) {
      const between = [...met.values()].filter(({ from, to }) => among.has(from) && among.has(to))
      return between.map(bare).sort(compareEdges)
    },
  }
}

function othersOf(
  keys: readonly string[],
  edges: readonly GraphEdge[],
): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>()
  const asked = new Set(keys)
  const put = (own: string, other: string) => {
    if (!asked.has(own)) return
    const list = others.get(own)
    if (list === undefined) others.set(own, [other])
    else list.push(other)
  }
  for (const { from, to } of edges) {
    put(from, to)
    put(to, from)
  }
  return others
}

function isOf(types: readonly EdgeType[] | undefined): (edge: GraphEdge) => boolean {
  return ({ type }) => types === undefined || types.includes(type)
}

/** What bears no date is never left out by it. */
function isWithin({ since, until }: WalkQuery): (edge: GraphEdge) => boolean {
  return ({ firstSeen, lastSeen }) =>
    (since === undefined || lastSeen === undefined || since <= lastSeen) &&
    (until === undefined || firstSeen === undefined || firstSeen <= until)
}

function bare(edge: GraphEdge): BareRelation {
  const { from, type, to, discriminator, firstSeen, lastSeen, records } = edge
  return {
    ...{ from, type, to, discriminator, records: records.length },
    ...(firstSeen !== undefined && { firstSeen }),
    ...(lastSeen !== undefined && { lastSeen }),
  }
}
