import type { BareNode } from '../../server/contract/graph.ts'
import { nodeKinds } from '../../server/contract/graph.ts'
import { probabilityStep } from '../scene/format.ts'
import type { Scene } from '../scene/scene.ts'
import { countryOf, platformOf, shopStatus } from './facts.ts'
import type { FacetId } from './filter.ts'

/** One value of a facet, with how many things or links of the scene have it. */
export interface FacetRow {
  readonly value: string
  readonly count: number
}

export interface Facet {
  readonly id: FacetId
  readonly rows: readonly FacetRow[]
  /** Of those it could speak of, how many have no value: it never leaves them out. */
  readonly without: number
}

type Reading = (node: BareNode, asOf: string) => string | undefined

/** What each facet reads off a thing; undefined where it has nothing to say of it. */
export const thingFacets: Readonly<Record<Exclude<FacetId, 'strength'>, Reading>> = {
  kind: ({ kind }) => kind,
  status: shopStatus,
  platform: platformOf,
  country: countryOf,
}

/** Orders that people expect; other facets run from the most common value down. */
const orders: Partial<Record<FacetId, readonly string[]>> = {
  kind: nodeKinds,
  status: ['open', 'closed', 'unknown'],
  strength: ['p95', 'p80', 'p50', 'p0'],
}

const ofCountry: ReadonlySet<string> = new Set(['Identity', 'Origin', 'Factory', 'Place'])

/** The facets of a scene with their counts, whatever the filter: what was hidden by hand is not counted. */
export function facetsOf(scene: Scene, asOf: string): readonly Facet[] {
  const nodes = [...scene.nodes.values()].filter(({ key }) => !scene.hidden.has(key))
  const things = Object.entries(thingFacets) as [Exclude<FacetId, 'strength'>, Reading][]
  const links = [...scene.links.values()].filter(
    ({ from, to }) => !scene.hidden.has(from) && !scene.hidden.has(to),
  )
  const strength = links.map(({ probability }) => probabilityStep(probability))
  return [
    ...things.map(([id, read]): Facet => {
      const values = nodes.flatMap((node) => read(node, asOf) ?? [])
      const without = nodes.filter(({ kind }) => ofCountry.has(kind)).length - values.length
      return { id, rows: rowsOf(id, values), without: id === 'country' ? Math.max(0, without) : 0 }
    }),
    { id: 'strength', rows: rowsOf('strength', strength), without: 0 },
  ]
}

function rowsOf(id: FacetId, values: readonly string[]): readonly FacetRow[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const rows = [...counts].map(([value, count]) => ({ value, count }))
  const order = orders[id]
  return rows.toSorted((a, b) => {
    if (order !== undefined) return order.indexOf(a.value) - order.indexOf(b.value)
    return b.count - a.count || (a.value < b.value ? -1 : 1)
  })
}
