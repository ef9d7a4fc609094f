import type { TraceStep } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { EdgeType, GraphEdge } from '../domain/graph.ts'
import { grouped } from './grouped.ts'

/** Relations of supply, each found from the end at which a trace arrives. */
export interface SupplyGraph {
  /** What leaves a shop: who supplies it, where it ships from, and what its parcels say beyond that. */
  readonly fromShop: ReadonlyMap<string, readonly TraceStep[]>
  /** At which places an origin is, and which other addresses are the same. */
  readonly placesOf: ReadonlyMap<string, readonly TraceStep[]>
  /** Whom a person runs and how he is reached, where a factory is found there. */
  readonly leadsOf: ReadonlyMap<string, readonly TraceStep[]>
  /** Which factories ship from an origin, are at a place, are reached at a contact, or have the registration number of a company. */
  readonly factoriesAt: ReadonlyMap<string, readonly TraceStep[]>
}

/** Relations that a trace goes along. */
const ofSupply: ReadonlySet<EdgeType> = new Set(['SUPPLIED_BY', 'SHIPS_FROM', 'AT'])

/** Contacts at which a factory is reached. */
export function contactsOfFactories(edges: readonly GraphEdge[]): ReadonlySet<string> {
  return new Set(
    edges.flatMap(({ from, type, to }) =>
      type === 'REACHED_AT' && from.startsWith('factory:') ? [to] : [],
    ),
  )
}

/** The relations of supply, and how shops are reached where a factory is reached as well. */
export function statedSteps(
  edges: readonly GraphEdge[],
  ofFactories: ReadonlySet<string>,
): TraceStep[] {
  const leads = (type: EdgeType, to: string) =>
    ofSupply.has(type) || (type === 'REACHED_AT' && ofFactories.has(to))
  return edges.flatMap((edge) => {
    const { from, type, to } = edge
    const isStep = !from.startsWith('identity:') && leads(type, to)
    return isStep ? [{ from, relation: type, to, records: edge.records }] : []
  })
}

/** The steps that lead from shops to factories and places. */
export function supplyGraph(steps: readonly TraceStep[]): SupplyGraph {
  const leaving = (start: string, ...relations: readonly string[]) =>
    steps.filter(({ from, relation }) => from.startsWith(start) && relations.includes(relation))
  return {
    fromShop: grouped(
      leaving(
        'shop:',
        'SUPPLIED_BY',
        'SHIPS_FROM',
        'SENT_BY',
        'SCANNED_AT',
        'REACHED_AT',
        'REGISTERED_TO',
      ),
      ({ from }) => from,
      itself,
    ),
    placesOf: grouped(leaving('origin:', 'AT', 'SAME_ADDRESS'), ({ from }) => from, itself),
    leadsOf: grouped(leaving('identity:', 'RUNS', 'REACHED_AT'), ({ from }) => from, itself),
    factoriesAt: grouped(
      leaving('factory:', 'SHIPS_FROM', 'AT', 'REACHED_AT', 'SAME_NUMBER'),
      ({ to }) => to,
      itself,
    ),
  }
}

function itself(step: TraceStep): TraceStep {
  return step
}

/** One step for each relation of two nodes with all records behind it, in an order that does not depend on the edges'. */
export function mergedSteps(steps: readonly TraceStep[]): TraceStep[] {
  const records = new Map<string, TraceStep>()
  for (const step of steps) {
    const identity = `${step.from}\n${step.relation}\n${step.to}`
    const known = records.get(identity)
    if (known === undefined) records.set(identity, { ...step, records: [...step.records] })
    else known.records.push(...step.records)
  }
  return [...records]
    .toSorted(([x], [y]) => compareText(x, y))
    .map(([, step]) => ({ ...step, records: [...new Set(step.records)].toSorted(compareText) }))
}
