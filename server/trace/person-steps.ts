import type { TraceStep } from '../domain/attribution.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'

/**
 * The steps by which people lead from shops to factories: a shop is registered to a company that has a factory's registration number (`SAME_NUMBER`), to who runs
 * that company, or to somebody who is reached where a factory is. Others that a shop is registered to lead nowhere and give none.
 *
 * @param ofFactories contacts at which a factory is reached
 */
export function personSteps(
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<string, GraphNode>,
  ofFactories: ReadonlySet<string>,
): TraceStep[] {
  const numbered = [...nodes.values()].flatMap((node) => sameNumber(node, nodes))
  const companies = new Set(numbered.map(({ to }) => to))
  const beyond = edges.flatMap((edge) => {
    const { from, type, to } = edge
    const leads =
      (type === 'RUNS' && companies.has(to)) || (type === 'REACHED_AT' && ofFactories.has(to))
    return leads && from.startsWith('identity:') ? [stepOf(edge)] : []
  })
  const leading = new Set([...companies, ...beyond.map(({ from }) => from)])
  const registered = edges.flatMap((edge) =>
    edge.type === 'REGISTERED_TO' && leading.has(edge.to) ? [stepOf(edge)] : [],
  )
  return [...numbered, ...beyond, ...registered]
}

function stepOf({ from, type, to, records }: GraphEdge): TraceStep {
  return { from, relation: type, to, records }
}

const withNumber = /^identity:(?:uscc|vat|registration_number)\/([^/]+)\/([^/]+)$/u

function sameNumber(node: GraphNode, nodes: ReadonlyMap<string, GraphNode>): TraceStep[] {
  const { key } = node
  const [, country, number] = withNumber.exec(key) ?? []
  if (country === undefined || number === undefined) return []
  const factory = nodes.get(`factory:${country}/${number}`)
  return factory === undefined
    ? []
    : [
        {
          from: factory.key,
          relation: 'SAME_NUMBER',
          to: key,
          records: [...factory.records, ...node.records],
        },
      ]
}
