import type { Link } from '../domain/link.ts'
import type { Rescored, RunGenerics } from '../domain/rescored.ts'
import type { Linkage } from '../linkage/link-shops.ts'
import { newlyGeneric, rescoredLink } from '../linkage/rescored-links.ts'
import type { Store } from '../store/port.ts'

/** What counts for nothing now, and which links of the current run stood on a value that has become so since; read before the new run is published. */
export async function compareGenerics(
  store: Store,
  { generic: values, links }: Pick<Linkage, 'generic' | 'links'>,
): Promise<RunGenerics> {
  const previous = await store.currentRun()
  if (previous === undefined) return { values: [...values], rescored: [] }
  const before = await store.generics(previous.id)
  const generics = newlyGeneric(values, before?.values ?? [])
  if (generics.size === 0) return { values: [...values], rescored: [] }
  const now = new Map(links.map((link) => [placeOf(link), link]))
  const rescored: Rescored[] = []
  for await (const link of store.links(previous.id, { minProbability: 0 }))
    rescored.push(...rescoredLink(link, now.get(placeOf(link)), generics))
  return { values: [...values], rescored }
}

/** What happened to the links of two shops when the current run was made. */
export async function rescoredBetween(store: Store, a: string, b: string): Promise<Rescored[]> {
  const run = await store.currentRun()
  const generics = run === undefined ? undefined : await store.generics(run.id)
  const ends = new Set([a, b])
  return (generics?.rescored ?? []).filter(({ from, to }) => ends.has(from) && ends.has(to))
}

function placeOf({ from, to, kind }: Link): string {
  return JSON.stringify([from, to, kind])
}
