import type { GraphEdge, GraphNode } from '../../../server/domain/graph.ts'
import type { NomineeCode } from '../../../server/domain/nominee.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { baseRatesOf, indicatorsOf } from '../../../server/trace/nominee/indicators.ts'
import { homesOf } from '../../../server/trace/nominee/mobile-homes.ts'
import { registrantReader } from '../../../server/trace/nominee/registrants.ts'
import { edge } from '../../support/trace-builders.ts'

const day = (text: string) => text as IsoDate

export function node(
  key: string,
  kind: GraphNode['kind'],
  traits: Partial<Pick<GraphNode, 'properties' | 'lives'>> = {},
): GraphNode {
  return { key, kind, name: key, properties: {}, lives: [], records: [], ...traits }
}

export const person = (id: string, properties: GraphNode['properties'] = {}) =>
  node(`identity:${id}`, 'Identity', { properties })

export function shop(id: string, from?: string, to?: string): GraphNode {
  const life = {
    began: 'opened' as const,
    ...(from !== undefined && { from: day(from) }),
    ...(to !== undefined && { to: day(to) }),
  }
  return node(`shop:${id}`, 'Shop', { lives: [life] })
}

export const since = (own: GraphEdge, from: string): GraphEdge => ({ ...own, firstSeen: day(from) })

/** Of mobile numbers of which the table of the test knows the home. */
export const homeOf = homesOf([
  { from: 1380001, to: 1380001, province: '110000' },
  { from: 1380035, to: 1380039, province: '350000' },
  { from: 1380044, to: 1380044, province: '440000' },
])

export function read(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  back: string[] = [],
) {
  const reader = registrantReader(homeOf)
  for (const one of nodes) reader.node(one)
  for (const one of edges) reader.edge(one)
  return reader.taken(new Set(back))
}

/** The indicators of one registrant by code, as `value known asMany keys`. */
export function told(all: ReturnType<typeof read>, id: string) {
  return Object.fromEntries(
    indicatorsOf(`identity:${id}`, all, baseRatesOf(all)).map(
      ({ code, value, known, asMany, keys }) => [code, [value, known, asMany, keys.join(' ')]],
    ),
  ) as Partial<Record<NomineeCode, unknown[]>>
}

export const registered = (id: string, to: string) =>
  edge(`shop:${id}`, 'REGISTERED_TO', `identity:${to}`)
