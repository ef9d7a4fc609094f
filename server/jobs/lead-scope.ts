import { refusal } from '../domain/refusals.ts'
import type { Ring } from '../domain/ring.ts'
import type { Run } from '../domain/run.ts'
import { type NarrowRing, narrowRing } from '../leads/scope/narrow-ring.ts'
import type { Store } from '../store/port.ts'
import type { WholeRing } from './assemble-ring.ts'
import { ownLinks } from './own-links.ts'

/** The chosen shops in the order of their ring; undefined where they are all of it or nobody chose. Throws a RefusalError that names what is no shop of it. */
export function chosenShops(
  { id, members }: Ring,
  shops: readonly string[] | undefined,
): string[] | undefined {
  if (shops === undefined) return undefined
  const own = members.map(({ shop }) => shop)
  const strange = [...new Set(shops)].filter((shop) => !own.includes(shop))
  if (0 < strange.length || shops.length === 0)
    throw refusal('lead-shops', { ring: id, shops: strange })
  const chosen = own.filter((shop) => shops.includes(shop))
  return chosen.length === own.length ? undefined : chosen
}

/** The ring of a run with some of its shops alone. */
export async function narrowed(
  store: Pick<Store, 'links' | 'nodes'>,
  run: Run,
  whole: WholeRing,
  shops: readonly string[],
): Promise<NarrowRing | WholeRing> {
  const chosen = chosenShops(whole.ring, shops)
  if (chosen === undefined) return whole
  return narrowRing(whole.ring, {
    chosen: new Set(chosen),
    attributions: whole.attributions,
    links: await ownLinks(store, run.id, chosen),
    nodes: await store.nodes(chosen),
    threshold: run.threshold,
  })
}
