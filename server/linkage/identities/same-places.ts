import { compareText } from '../../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import { type BlockingRule, blockRecords } from './block-records.ts'
import { coordinatesOf } from './distance.ts'
import { joinRecords } from './join-records.ts'
import type { Keys } from './keys.ts'
import { placeBits } from './place-bits.ts'
import { addressShapes } from './place-likeness.ts'
import { keysOf, rareKeys } from './rare-keys.ts'
import { type SameNodes, sameNodes } from './same-nodes.ts'

export type SamePlaces = SameNodes

const mostHolders = 60
const pairBudget = 2_000_000
/** Bits at which two join; above even odds, as a wrong join puts goods where they never were. A pair that was never proposed counts against. */
const joining = { above: 1.5, unseen: -4, most: 12, least: -12 }
/** Cells of half a kilometer and more: a place is looked for in its own and those around. */
const cellDegrees = 0.005

/**
 * Which places are one, and which addresses on parcels are one of them: by address, coordinates within their accuracy, and registered factories and companies that are
 * at both; average linkage over pairs that share rare letters or lie beside each other. The first place of a cluster stands for it, and the first address where
 * there is no place. Same nodes in any order, same answer.
 *
 * @param nodes others than places and origins are passed over
 * @param edges others than of who is at a place are passed over
 */
export function samePlaces(
  nodes: readonly GraphNode[],
  edges: readonly Pick<GraphEdge, 'from' | 'type' | 'to'>[],
): SamePlaces {
  const places = nodes
    .filter(({ kind }) => kind === 'Place' || kind === 'Origin')
    .toSorted(
      (a, b) =>
        Number(a.kind === 'Origin') - Number(b.kind === 'Origin') || compareText(a.key, b.key),
    )
  const shapes = addressShapes(places.map(addressOf))
  const rules: BlockingRule[] = [
    { keys: rareKeys(shapes.letters), mostHolders },
    { keys: cellKeys(places), mostHolders },
  ]
  const pairs = blockRecords(rules, pairBudget)
  const tenants = tenantsOf(edges)
  const bits = Float64Array.from(pairs.left, (a, pair) => {
    const b = pairs.right[pair] as number
    return placeBits(places[a], places[b], shapes.likeness(a, b), [
      tenants.get(places[a]?.key ?? '') ?? nobody,
      tenants.get(places[b]?.key ?? '') ?? nobody,
    ])
  })
  const keys = places.map(({ key }) => key)
  return sameNodes(keys, joinRecords(places.length, pairs, bits, joining), pairs, bits)
}

const nobody: ReadonlySet<string> = new Set()

function addressOf({ properties: { address } }: GraphNode): string {
  return typeof address === 'string' ? address : ''
}

/** By place, who is there and has a registration number: `factory:CN/…`, `identity:uscc/…`; ids of a dataset's own hold its name instead. */
function tenantsOf(
  edges: readonly Pick<GraphEdge, 'from' | 'type' | 'to'>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const tenants = new Map<string, Set<string>>()
  for (const { from, type, to } of edges) {
    if (type !== 'AT' || !registered.test(from)) continue
    tenants.set(to, (tenants.get(to) ?? new Set()).add(from))
  }
  return tenants
}

const registered = /^(factory:[A-Z]{2}|identity:(uscc|resident_id|vat|registration_number))\//u

/** The cell that a place is in and the eight around it, so that two that lie beside each other have one in common. */
function cellKeys(places: readonly GraphNode[]): Keys {
  const codeOf = new Map<string, number>()
  const lists = places.map(({ properties }) => {
    const at = coordinatesOf(properties)
    if (at === undefined) return []
    const [row, column] = [Math.floor(at.lat / cellDegrees), Math.floor(at.lng / cellDegrees)]
    const around = [-1, 0, 1].flatMap((up) =>
      [-1, 0, 1].map((side) => `${row + up} ${column + side}`),
    )
    return around
      .map((cell) => {
        const code = codeOf.get(cell) ?? codeOf.size
        codeOf.set(cell, code)
        return code
      })
      .toSorted((a, b) => a - b)
  })
  return keysOf(lists, codeOf.size)
}
