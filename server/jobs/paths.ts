import type { EdgeType, GraphNode } from '../domain/graph.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import type { FoundPath, FoundPaths } from '../domain/path.ts'
import type { IsoDate } from '../domain/units.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { GraphReads, Runs } from '../store/port.ts'
import { holdersOfAll } from './holders.ts'
import { type Fragment, hopsFrom } from './paths/fragment.ts'
import { givesWay } from './paths/give-way.ts'
import { rankPaths, type Walked } from './paths/rank-paths.ts'
import { type Read, readFragment } from './paths/read-fragment.ts'
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
  readonly from: GraphNode
  readonly to: GraphNode
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

const unreadMost = 20

/** Values whose holders are counted at a time. */
const atOnce = 100

/** The strongest ways between two things, with what each hop rests on and how far the search went. */
export async function findPaths(
  store: GraphReads & Runs,
  question: PathQuestion,
  budget: PathBudget = pathBudget,
): Promise<FoundPaths> {
  const { from, to, maxHops, types, run, links, since, until } = question
  const window = { since, until }
  const read = await readFragment(store, {
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
  const commonness = await commonnessIn(store, read.fragment, question)
  const ranked = await rankPaths(read.fragment, {
    from: from.key,
    to: to.key,
    maxHops,
    strengthOf: (relation) => strengthOf(relation, commonness),
    together: question.together,
    forward: question.forward,
    window,
    limit: question.limit,
    triesBudget: budget.tries,
  })
  const paths = ranked.paths.map((steps) => foundPath(steps, commonness))
  const passed = paths.flatMap(({ hops }) => hops.flatMap((hop) => [hop.from, hop.to]))
  return {
    paths,
    nodes: await store.nodes([...new Set(passed)]),
    limits: {
      maxHops,
      nodesRead: read.nodesRead,
      nodesBudget: budget.nodes,
      complete: read.complete && ranked.complete,
      more: ranked.more,
      ...(await unreadOf(store, read)),
    },
  }
}

function foundPath(steps: readonly Walked[], commonness: Commonness): FoundPath {
  const hops = steps.map(({ from, to, relation, alike, notBefore }) => ({
    from,
    to,
    alike,
    ...(notBefore !== undefined && { notBefore }),
    ...(relation.link === undefined ? { edge: relation.edge } : { link: relation.link }),
    ...weigh(relation, commonness),
  }))
  const strengths = hops.map(({ strength }) => strength)
  return {
    hops,
    strength: strengths.reduce((product, strength) => product * strength, 1),
    weakest: strengths.indexOf(Math.min(...strengths)),
  }
}

async function unreadOf(store: GraphReads, { unread }: Read) {
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
async function commonnessIn(
  store: GraphReads & Runs,
  fragment: Fragment,
  { from, to, maxHops, run }: PathQuestion,
): Promise<Commonness> {
  const [near, far] = [hopsFrom(fragment, from.key, maxHops), hopsFrom(fragment, to.key, maxHops)]
  const passable = [...near].flatMap(([key, hops]) => {
    const isValue = !(key.startsWith('shop:') || key === from.key || key === to.key)
    return isValue && hops + (far.get(key) ?? maxHops + 1) <= maxHops ? [key] : []
  })
  const values = run === undefined ? [] : ((await store.generics(run))?.values ?? [])
  const generic = new Set(values.map(({ key }) => key))
  const holders = new Map<string, number>()
  const hubs = new Set<string>()
  const breathe = givesWay()
  for (let start = 0; start < passable.length; start += atOnce) {
    const some = passable.slice(start, start + atOnce)
    const counted = await holdersOfAll(store, some)
    for (const [key, count] of counted) {
      holders.set(key, count)
      if (generic.has(key) || isGeneric(kindOf(key as NodeKey), count)) hubs.add(key)
    }
    await breathe()
  }
  return { holders, hubs }
}
