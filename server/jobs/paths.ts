import type { BareNode, EdgeType, GraphEdge } from '../domain/graph.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import type { FoundPath, FoundPaths, PathHop } from '../domain/path.ts'
import type { IsoDate } from '../domain/units.ts'
import { isGeneric } from '../linkage/generic.ts'
import { edgeId } from '../picture/ring-picture.ts'
import type { GraphReads, Runs } from '../store/port.ts'
import type { WalkReads } from '../store/walk-reads.ts'
import { holdersOfAll } from './holders.ts'
import { type Followed, followKeys } from './paths/follow-keys.ts'
import { nodesOnWays } from './paths/nodes-on-ways.ts'
import { rankPaths, type Walked } from './paths/rank-paths.ts'
import { readWays } from './paths/read-ways.ts'
import { idOf } from './paths/relation.ts'
import { type Commonness, strengthOf, weigh } from './paths/weigh-hop.ts'

/** What one search may read; what it did not read is said. */
export interface PathBudget {
  readonly nodes: number
  readonly relations: number
  /** From so many relations on a node is read last. */
  readonly hubFrom: number
  readonly tries: number
}

export const pathBudget: PathBudget = {
  nodes: 1_000,
  relations: 20_000,
  hubFrom: 200,
  tries: 20_000,
}

export interface PathQuestion {
  readonly from: BareNode
  readonly to: BareNode
  /** The current run, when there is one. */
  readonly run: number | undefined
  readonly maxHops: number
  /** Only over relations of these types; over all when absent. */
  readonly types?: readonly EdgeType[] | undefined
  /** Also over links that the run worked out. */
  readonly links: boolean
  readonly since?: IsoDate | undefined
  readonly until?: IsoDate | undefined
  /** Only ways whose relations were all there at one time. */
  readonly together: boolean
  /** Only ways that can be walked in the order of time, from the first thing on. */
  readonly forward: boolean
  readonly limit: number
}

/** What a search reads. */
export type PathReads = Pick<GraphReads, 'bareNodes' | 'edgesAmong' | keyof WalkReads> &
  Pick<Runs, 'links' | 'generics'>

const unreadMost = 20

/** The strongest ways between two things, with what each hop rests on and how far the search went. */
export async function findPaths(
  store: PathReads,
  question: PathQuestion,
  budget: PathBudget = pathBudget,
): Promise<FoundPaths> {
  const { from, to, maxHops, types, run, links, since, until } = question
  const window = { since, until }
  const followed = await followKeys(store, {
    from,
    to,
    maxHops,
    types: types === undefined ? undefined : new Set(types),
    run: links ? run : undefined,
    window,
    nodesBudget: budget.nodes,
    relationsBudget: budget.relations,
    hubFrom: budget.hubFrom,
  })
  const ends = { from: from.key, to: to.key, maxHops }
  const passable = nodesOnWays(followed, ends)
  const commonness = await commonnessOf(store, passable.map(followed.outline.keyOf), question)
  const ranked = await rankPaths(await readWays(followed, passable, window), {
    ...ends,
    strengthOf: (relation) => strengthOf(relation, commonness),
    together: question.together,
    forward: question.forward,
    window,
    limit: question.limit,
    triesBudget: budget.tries,
  })
  const whole = await wholeRelations(store, ranked.paths)
  const paths = ranked.paths.flatMap((steps) => foundPath(steps, { whole, commonness }) ?? [])
  const told = paths.flatMap(({ hops }) => hops.flatMap((hop) => [hop.from, hop.to]))
  return {
    paths,
    nodes: await store.bareNodes([...new Set(told)]),
    limits: {
      maxHops,
      nodesRead: followed.nodesRead,
      nodesBudget: budget.nodes,
      complete: followed.complete && ranked.complete,
      more: ranked.more,
      ...(await unreadOf(store, followed)),
    },
  }
}

/** What the relations of ways say, by their id: a search looks at thousands of relations and tells of some. */
async function wholeRelations(
  store: Pick<GraphReads, 'edgesAmong'>,
  paths: readonly (readonly Walked[])[],
): Promise<ReadonlyMap<string, GraphEdge>> {
  const edges = paths.flat().flatMap(({ relation }) => relation.edge ?? [])
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const starts = new Set(edges.map(({ from }) => from))
  const found = await store.edgesAmong([...ends], [...starts])
  return new Map(found.map((edge) => [edgeId(edge), edge]))
}

interface Known {
  readonly whole: ReadonlyMap<string, GraphEdge>
  readonly commonness: Commonness
}

/** Undefined where a relation of it was taken back meanwhile. */
function foundPath(steps: readonly Walked[], { whole, commonness }: Known): FoundPath | undefined {
  const hops = steps.flatMap(({ from, to, relation, alike, notBefore }): PathHop[] => {
    const { link } = relation
    const edge = whole.get(idOf(relation))
    if (link === undefined && edge === undefined) return []
    return [
      {
        ...{ from, to, alike },
        ...(notBefore !== undefined && { notBefore }),
        ...(link === undefined ? { edge } : { link }),
        ...weigh(relation, commonness),
      },
    ]
  })
  if (hops.length < steps.length) return undefined
  const strengths = hops.map(({ strength }) => strength)
  return {
    hops,
    strength: strengths.reduce((product, strength) => product * strength, 1),
    weakest: strengths.indexOf(Math.min(...strengths)),
  }
}

async function unreadOf(store: Pick<WalkReads, 'namesOf'>, { unread }: Followed) {
  const first = unread.slice(0, unreadMost)
  const names = await store.namesOf(first.map(({ key }) => key))
  const shown = first.map(({ key, relations }) => ({
    key,
    name: names.get(key) ?? key,
    relations,
  }))
  return { unread: shown, unreadTotal: unread.length }
}

/** Counts holders of the values that a way can pass; the two ends are given, and nobody has to guess them. */
async function commonnessOf(
  store: PathReads,
  keys: readonly string[],
  { from, to, run }: PathQuestion,
): Promise<Commonness> {
  const values = keys.filter(
    (key) => !(key.startsWith('shop:') || key === from.key || key === to.key),
  )
  const marked = run === undefined ? [] : ((await store.generics(run))?.values ?? [])
  const generic = new Set(marked.map(({ key }) => key))
  const holders = await holdersOfAll(store, values)
  const hubs = new Set<string>()
  for (const [key, count] of holders) {
    if (generic.has(key) || isGeneric(kindOf(key as NodeKey), count)) hubs.add(key)
  }
  return { holders, hubs }
}
