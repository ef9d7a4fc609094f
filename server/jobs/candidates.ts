import type { Candidate } from '../domain/candidate.ts'
import { compareText } from '../domain/canonical.ts'
import type { BareEdge, BareNode, EdgeType, NodeKind } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { PastGraph } from '../store/past-graph.ts'
import type { Direction, Neighbour, Runs } from '../store/port.ts'
import { collect } from './collect.ts'
import { givesWay } from './give-way.ts'
import { countHolders } from './holders.ts'
import { linkMinimum } from './thresholds.ts'

export interface CandidateQuestion {
  readonly key: string
  readonly type: EdgeType
  readonly direction: Direction
  readonly kind: NodeKind
  readonly among: readonly string[]
  readonly limit: number
  readonly offset: number
  /** The current run, when there is one. */
  readonly run: number | undefined
}

/** Neighbors of one type in the order of what else ties them to a picture. */
export interface Candidates {
  readonly items: Candidate[]
  readonly total: number
  readonly compared: number
}

/** So many neighbors are compared with the picture at most; how many were is said. */
const comparedMost = 2_000
const pageSize = 200

/**
 * One page of candidates: linked to a shop of the picture first, then those that share most with it; what is in it already comes last. The graph may be that of another time; links are
 * those of the run.
 */
export async function findCandidates(
  graph: PastGraph,
  store: Runs,
  question: CandidateQuestion,
): Promise<Candidates> {
  const { found, total } = await firstNeighbours(graph, question)
  const among = new Set(question.among.filter((key) => key !== question.key))
  const ties = await tiesTo(graph, found, among)
  const links = await linksTo(store, found, { among, run: question.run })
  const known = new Map((await graph.bareNodes([...among])).map((node) => [node.key, node]))
  const generic = await genericAmong(graph, known, await markedIn(store, question.run))
  const candidates = found.map(({ edge, node }): Candidate => {
    const link = links.get(node.key)
    const shares = sharesOf(ties.get(node.key) ?? [], node.key, { known, generic })
    return { edge, node, shares, ...(link && { link }) }
  })
  const { offset, limit } = question
  const there = new Set(question.among)
  const fresh = candidates.filter(({ node }) => !there.has(node.key)).toSorted(byTies)
  const old = candidates.filter(({ node }) => there.has(node.key)).toSorted(byTies)
  const items = [...fresh, ...old].slice(offset, offset + limit)
  return { items, total, compared: found.length }
}

/** Each neighbor once, however often it is related. */
async function firstNeighbours(
  graph: PastGraph,
  { key, type, direction, kind }: CandidateQuestion,
): Promise<{ found: readonly Neighbour[]; total: number }> {
  const found = new Map<string, Neighbour>()
  const breathe = givesWay()
  let read = 0
  let total = 0
  let cursor: string | undefined
  do {
    const page = await graph.neighbours(key, { type, direction, kind, limit: pageSize, cursor })
    for (const item of page.items) if (!found.has(item.node.key)) found.set(item.node.key, item)
    read += page.items.length
    total = page.total
    cursor = page.next
    await breathe()
  } while (cursor !== undefined && found.size < comparedMost)
  // Further relations of the same neighbors are not further neighbors.
  return { found: [...found.values()], total: total - read + found.size }
}

async function tiesTo(
  graph: PastGraph,
  found: readonly Neighbour[],
  among: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly BareEdge[]>> {
  const ties = new Map<string, BareEdge[]>()
  const own = new Set(found.map(({ node }) => node.key))
  const breathe = givesWay()
  for (let start = 0; start < found.length; start += pageSize) {
    const keys = found.slice(start, start + pageSize).map(({ node }) => node.key)
    for (const edge of await graph.bareEdgesAmong([...new Set([...keys, ...among])])) {
      for (const [key, other] of [
        [edge.from, edge.to],
        [edge.to, edge.from],
      ] as const) {
        if (own.has(key) && among.has(other)) ties.set(key, [...(ties.get(key) ?? []), edge])
      }
    }
    await breathe()
  }
  return ties
}

async function linksTo(
  store: Runs,
  found: readonly Neighbour[],
  { among, run }: { among: ReadonlySet<string>; run: number | undefined },
): Promise<ReadonlyMap<string, Link>> {
  const shops = found.flatMap(({ node }) => (node.kind === 'Shop' ? [node.key] : []))
  if (run === undefined || shops.length === 0) return new Map()
  const own = new Set(shops)
  const best = new Map<string, Link>()
  for (const link of await collect(store.links(run, { shops, minProbability: linkMinimum }))) {
    for (const [key, other] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const before = best.get(key)?.probability ?? 0
      if (own.has(key) && among.has(other) && before < link.probability) best.set(key, link)
    }
  }
  return best
}

function sharesOf(
  ties: readonly BareEdge[],
  key: string,
  { known, generic }: { known: ReadonlyMap<string, BareNode>; generic: ReadonlySet<string> },
): Candidate['shares'] {
  const shares = new Map<string, Candidate['shares'][number]>()
  for (const edge of ties) {
    const node = known.get(edge.from === key ? edge.to : edge.from)
    if (node === undefined || shares.has(node.key)) continue
    shares.set(node.key, { node, edge, generic: generic.has(node.key) })
  }
  return [...shares.values()].toSorted((a, b) => Number(a.generic) - Number(b.generic))
}

function byTies(a: Candidate, b: Candidate): number {
  return (
    (b.link?.probability ?? 0) - (a.link?.probability ?? 0) ||
    telling(b) - telling(a) ||
    b.shares.length - a.shares.length ||
    compareText(a.node.key, b.node.key)
  )
}

/** How much it shares that says something about who is behind it. */
function telling({ shares }: Candidate): number {
  return shares.filter(({ generic }) => !generic).length
}

async function markedIn(store: Runs, run: number | undefined): Promise<readonly string[]> {
  const values = run === undefined ? [] : ((await store.generics(run))?.values ?? [])
  return values.map(({ key }) => key)
}

async function genericAmong(
  graph: PastGraph,
  known: ReadonlyMap<string, BareNode>,
  marked: readonly string[],
): Promise<ReadonlySet<string>> {
  const generic = new Set(marked)
  const asked = [...known.values()].filter(({ key, kind }) => kind !== 'Shop' && !generic.has(key))
  const held = await countHolders(graph, asked)
  for (const { key, kind } of asked) if (isGeneric(kind, held[key] ?? 0)) generic.add(key)
  return generic
}
