import { compareText } from '../../domain/canonical.ts'
import type { GraphNode } from '../../domain/graph.ts'
import { type BlockingRule, blockRecords } from './block-records.ts'
import { factoryBits } from './factory-bits.ts'
import { factoryShapes } from './factory-likeness.ts'
import { joinRecords } from './join-records.ts'
import { rareKeys } from './rare-keys.ts'
import { type SameNodes, sameNodes } from './same-nodes.ts'

/** Factories that are one although several nodes tell of them. */
export type SameFactories = SameNodes

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
    .filter(({ kind }) => kind === 'Factory')
    .filter(({ name, key }) => name !== '' && !key.endsWith(`/${name}`))
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
  return sameNodes(
    factories.map(({ key }) => key),
    clusterOf,
    pairs,
    bits,
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
