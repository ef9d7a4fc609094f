import type { TraceStep } from '../domain/attribution.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import type { Route } from './route.ts'
import type { SupplyGraph } from './supply-graph.ts'

/** Every way from a shop to a factory or place: at most three steps. */
export function routesFrom(shop: string, graph: SupplyGraph): Route[] {
  return (graph.fromShop.get(shop) ?? []).flatMap((step) => onward(shop, [step], graph))
}

function onward(shop: string, steps: readonly TraceStep[], graph: SupplyGraph): Route[] {
  const here = ends(shop, steps)
  switch (kindOf(here as NodeKey)) {
    case 'Factory':
      return [arrive(shop, steps)]
    case 'Place':
      return [arrive(shop, steps), ...factories(shop, steps, here, graph)]
    case 'Origin':
      return fromOrigin(shop, steps, here, graph)
    case 'Contact':
      return factories(shop, steps, here, graph)
    case 'Identity':
      return [...factories(shop, steps, here, graph), ...fromPerson(shop, steps, here, graph)]
    default:
      return []
  }
}

/** An origin leads to the places it is at, and is a target itself only where none is known. */
function fromOrigin(
  shop: string,
  steps: readonly TraceStep[],
  origin: string,
  graph: SupplyGraph,
): Route[] {
  const places = graph.placesOf.get(origin) ?? []
  const beyond = places.flatMap((step) =>
    // One address leads on to another once, or the two would lead to each other for ever.
    step.to.startsWith('origin:')
      ? factories(shop, [...steps, step], step.to, graph)
      : onward(shop, [...steps, step], graph),
  )
  const isPlaced = places.some(({ to }) => to.startsWith('place:'))
  const itself = isPlaced ? [] : [arrive(shop, steps)]
  return [...itself, ...beyond, ...factories(shop, steps, origin, graph)]
}

function fromPerson(
  shop: string,
  steps: readonly TraceStep[],
  person: string,
  graph: SupplyGraph,
): Route[] {
  return (graph.leadsOf.get(person) ?? []).flatMap((step) =>
    factories(shop, [...steps, step], step.to, graph),
  )
}

function factories(
  shop: string,
  steps: readonly TraceStep[],
  here: string,
  graph: SupplyGraph,
): Route[] {
  return (graph.factoriesAt.get(here) ?? []).map((step) => arrive(shop, [...steps, step]))
}

function arrive(shop: string, steps: readonly TraceStep[]): Route {
  const target = ends(shop, steps)
  const between = steps.flatMap(({ from, to }) => [from, to])
  const through = [...new Set(between)].filter((key) => key !== shop && key !== target)
  return { shop, target, steps, through }
}

/** Where a walk has come to: steps keep the direction of their relation, so either end can be the next. */
export function ends(shop: string, steps: readonly TraceStep[]): string {
  return steps.reduce((here, { from, to }) => (here === from ? to : from), shop)
}
