import type { TraceStep } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { SamePlaces } from '../linkage/identities/same-places.ts'

/**
 * That an address on parcels `SAME_ADDRESS` is a place, or is one from which a factory ships: the two are one place, written in two ways. Nobody stated the relation;
 * behind it stand the rows that wrote the two addresses.
 */
export function sameAddressSteps(
  { others }: SamePlaces,
  nodes: ReadonlyMap<string, GraphNode>,
  stated: readonly TraceStep[],
): TraceStep[] {
  const ofFactories = new Set(
    stated.flatMap(({ from, relation, to }) =>
      relation === 'SHIPS_FROM' && from.startsWith('factory:') ? [to] : [],
    ),
  )
  const recordsOf = (key: string) => nodes.get(key)?.records ?? []
  return [...others].flatMap(([first, rest]) => {
    const members = [first, ...rest.map(({ key }) => key)]
    const origins = members.filter((key) => key.startsWith('origin:'))
    const sites = [first, ...origins.filter((key) => ofFactories.has(key))]
    const ends = sites.filter((key) => key.startsWith('place:') || ofFactories.has(key))
    return origins.flatMap((from) =>
      [...new Set(ends)]
        .filter((to) => to !== from)
        .map((to) => ({
          from,
          relation: 'SAME_ADDRESS',
          to,
          records: [...new Set([...recordsOf(from), ...recordsOf(to)])].toSorted(compareText),
        })),
    )
  })
}
