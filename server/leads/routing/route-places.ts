import type { Attribution } from '../../domain/attribution.ts'
import type { GraphEdge, GraphNode, PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, partsOf } from '../../domain/keys.ts'
import type { RoutePlace, RouteUse } from '../../domain/leads/routing.ts'
import type { PlaceRole } from '../../domain/place.ts'
import { type Province, provinceOf, provinceOfNumber } from '../../domain/province.ts'
import type { LeadContents } from '../contents.ts'

/** Where a ring's shops make, keep, send, sell and are paid, as the graph has it; a place is there once for each use. */
export function routePlaces(contents: LeadContents): RoutePlace[] {
  const found = [...dispatches(contents), ...registrants(contents), ...payees(contents)]
  const all = [...found, ...makers(contents), ...usedPlaces(contents)]
  const joined = new Map<string, Found>()
  for (const one of all) {
    const id = `${one.use}\n${one.key}`
    const shops = [...(joined.get(id)?.shops ?? []), ...one.shops]
    joined.set(id, { ...one, shops })
  }
  const nodes = new Map(contents.nodes.map((node) => [node.key, node]))
  return [...joined.values()].map((one) => placeOf(one, nodes.get(one.key), contents))
}

interface Found {
  readonly use: RouteUse
  readonly key: string
  /** Where the contents hold no node of it. */
  readonly name?: string
  readonly shops: readonly string[]
}

function dispatches(contents: LeadContents): Found[] {
  return fromShops(contents, 'SHIPS_FROM').map(({ from, to }) => ({
    ...{ use: 'dispatch', key: to, shops: [from] },
  }))
}

/** A shop sells where whoever it is registered to is. */
function registrants(contents: LeadContents): Found[] {
  return fromShops(contents, 'REGISTERED_TO').map(({ from, to }) => ({
    ...{ use: 'sell', key: to, shops: [from] },
  }))
}

/** A shop is paid where whoever holds its account is. */
function payees(contents: LeadContents): Found[] {
  return fromShops(contents, 'PAID_INTO').flatMap(({ from, to }) =>
    contents.edges
      .filter((edge) => edge.type === 'HOLDS' && edge.to === to)
      .map((edge): Found => ({ use: 'pay', key: edge.from, shops: [from] })),
  )
}

function fromShops({ ring, edges }: LeadContents, type: GraphEdge['type']): GraphEdge[] {
  const members = new Set(ring.members.map(({ shop }) => shop))
  return edges.filter((edge) => edge.type === type && members.has(edge.from))
}

/** As likely as not that the goods are made there. */
const likely = 0.5

/** Factories and places that are more likely than not behind a shop; where nothing was weighed, the first of them. Shared infrastructure is not. */
function behind({ attributions }: LeadContents): Attribution[] {
  return attributions.filter(
    ({ hub, rank, probability }) =>
      !hub && (probability === undefined ? rank === 1 : likely <= probability),
  )
}

function makers(contents: LeadContents): Found[] {
  return behind(contents)
    .filter(({ kind }) => kind === 'Factory')
    .map(({ target, name, shops }) => ({ use: 'make', key: target, name, shops }))
}

const usesOfRoles: Readonly<Partial<Record<PlaceRole, RouteUse>>> = {
  make: 'make',
  finish: 'make',
  label: 'make',
  store: 'store',
  pack: 'dispatch',
  dispatch: 'dispatch',
}

function usedPlaces(contents: LeadContents): Found[] {
  return behind(contents).flatMap(({ places = [], shops }) =>
    places.flatMap(({ key, name, uses }) =>
      uses.flatMap(({ role }): Found[] => {
        const use = role === undefined ? undefined : usesOfRoles[role]
        return use === undefined ? [] : [{ use, key, name, shops }]
      }),
    ),
  )
}

function placeOf(
  { use, key, name, shops }: Found,
  node: GraphNode | undefined,
  { ring, generic }: LeadContents,
): RoutePlace {
  const property = (of: string) => textOf(node?.properties[of])
  const shown = node?.name ?? name ?? key
  const located = provinceOf(property('region'), property('address') || shown)
  const numbered = located === undefined ? byNumber(key) : undefined
  const by = located === undefined ? 'number' : 'address'
  const members = ring.members.map(({ shop }) => shop)
  return {
    ...{ use, key, name: shown, province: (located ?? numbered)?.code ?? null },
    by: located === undefined && numbered === undefined ? 'none' : by,
    shops: members.filter((shop) => shops.includes(shop)),
    shared: generic.includes(key),
  }
}

/** By the number in the key of a person, a company or a factory. */
function byNumber(key: string): Province | undefined {
  if (!/^(?:identity|factory):/.test(key)) return undefined
  const parts = partsOf(key as NodeKey)
  const scheme = key.startsWith('factory:') ? 'uscc' : (parts[0] ?? '')
  return provinceOfNumber(scheme, parts.at(-1) ?? '')
}

function textOf(value: PropertyValue | undefined): string {
  return [value ?? ''].flat().join(' ')
}
