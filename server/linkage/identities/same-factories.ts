import { compareText } from '../../domain/canonical.ts'
import type { GraphNode } from '../../domain/graph.ts'
import type { WeighedSets } from '../kernels/weighed-sets.ts'
import { type BlockingRule, blockRecords, type RecordPairs } from './block-records.ts'
import { factoryBits } from './factory-bits.ts'
import { factoryShapes } from './factory-likeness.ts'
import { joinRecords } from './join-records.ts'
import type { Keys } from './keys.ts'

/** Another factory node that is taken for the same factory, and how sure that is. */
export interface SameFactory {
  readonly key: string
  /** log₂ of the odds against the member that it is most like. */
  readonly bits: number
}

/** Factories that are one although several nodes tell of them. */
export interface SameFactories {
  /** The node that stands for its cluster, by member; those that are alone are absent. */
  readonly standsFor: ReadonlyMap<string, string>
  /** The others of its cluster, by the node that stands for them, sorted by key. */
  readonly others: ReadonlyMap<string, readonly SameFactory[]>
}

/** Letters that find: so many of a text's rarest runs of letters, of so many factories at most. */
const rarest = 8
const mostHolders = 60
const pairBudget = 2_000_000
/** Bits at which two join; above even odds, as a wrong join makes two suspects one. A pair that was never proposed counts against. */
const joining = { above: 1.5, unseen: -4, most: 12, least: -12 }

/**
 * Which factory nodes are one factory, by name, address, coordinates, country and registration number, whatever dataset they come from: average linkage over
 * pairs that share rare letters of name or address. The first key of a cluster stands for it. Same nodes in any order, same answer.
 */
export function sameFactories(nodes: readonly GraphNode[]): SameFactories {
  const factories = nodes
    .filter(({ kind, name, key }) => kind === 'Factory' && name !== '' && !key.endsWith(`/${name}`))
    .toSorted((a, b) => compareText(a.key, b.key))
  const shapes = factoryShapes(
    factories.map(({ name, properties }) => ({ name, address: textOf(properties.address) })),
  )
  const rules = [shapes.names, shapes.addresses].map(
    (sets): BlockingRule => ({ keys: rareKeys(sets), mostHolders }),
  )
  const pairs = blockRecords(rules, pairBudget)
  const bits = Float64Array.from(pairs.left, (a, pair) => {
    const b = pairs.right[pair] as number
    return factoryBits(factories[a], factories[b], shapes.likeness(a, b))
  })
  const clusterOf = joinRecords(factories.length, pairs, bits, joining)
  return clusters(factories, clusterOf, pairs, bits)
}

function clusters(
  factories: readonly GraphNode[],
  clusterOf: Int32Array,
  pairs: RecordPairs,
  bits: Float64Array,
): SameFactories {
  const best = new Float64Array(factories.length).fill(Number.NEGATIVE_INFINITY)
  for (const [pair, own] of bits.entries()) {
    const [a, b] = [pairs.left[pair] as number, pairs.right[pair] as number]
    if (clusterOf[a] !== clusterOf[b]) continue
    best[a] = Math.max(best[a] as number, own)
    best[b] = Math.max(best[b] as number, own)
  }
  const standsFor = new Map<string, string>()
  const others = new Map<string, SameFactory[]>()
  for (const [place, { key }] of factories.entries()) {
    const first = factories[clusterOf[place] as number]?.key ?? key
    if (first === key) continue
    standsFor.set(key, first).set(first, first)
    others.set(first, [...(others.get(first) ?? []), { key, bits: best[place] as number }])
  }
  return { standsFor, others }
}

/** Each set's rarest parts that another has too. */
function rareKeys({ starts, codes, weights }: WeighedSets): Keys {
  const rarestOf = (set: number) =>
    [...codes.slice(starts[set], starts[set + 1])]
      .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
      .filter((code) => (weights[code] as number) < Math.log2(starts.length))
      .slice(0, rarest)
      .sort((a, b) => a - b)
  const lists = Array.from({ length: starts.length - 1 }, (_, set) => rarestOf(set))
  const ends = new Int32Array(starts.length)
  for (const [set, list] of lists.entries()) ends[set + 1] = (ends[set] as number) + list.length
  return { starts: ends, codes: Int32Array.from(lists.flat()), distinct: weights.length }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
