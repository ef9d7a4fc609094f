import type { LeadScope } from '../domain/leads/lead-scope.ts'
import type { Run } from '../domain/run.ts'
import type { Store } from '../store/port.ts'
import { chosenShops, narrowed } from './lead-scope.ts'

/** What a lead about some of a ring's shops would hold and lack. */
export interface ScopePreview extends Pick<LeadScope, 'lost' | 'targets' | 'shared'> {
  /** Keys, first opened first. */
  readonly chosen: readonly string[]
  readonly leftOut: readonly string[]
  /** All shops of the ring by key, as they are called. */
  readonly names: Readonly<Record<string, string>>
}

/** Says before anything is drafted what would be left out; undefined when the run has no such ring. Throws a RefusalError that names what is no shop of it. */
export async function previewScope(
  store: Store,
  run: Run,
  ring: string,
  shops: readonly string[],
): Promise<ScopePreview | undefined> {
  const found = await store.ring(run.id, ring)
  if (found === undefined) return undefined
  const whole = { ring: found, attributions: await store.attributions(run.id, ring) }
  const all = found.members.map(({ shop }) => shop)
  const chosen = chosenShops(found, shops) ?? all
  const own = await narrowed(store, run, whole, chosen)
  const { lost, targets, shared } =
    'scope' in own ? own.scope : { lost: [], targets: 0, shared: false }
  return {
    chosen,
    leftOut: all.filter((shop) => !chosen.includes(shop)),
    lost,
    targets,
    shared,
    names: Object.fromEntries(await store.namesOf(all)),
  }
}
