import type { StoreRole } from '../contract/health.ts'
import { askHere } from '../jobs/aside/long-works.ts'
import type { AskedStore } from '../jobs/aside/store-aside.ts'
import type { Store } from '../store/port.ts'

export interface Served extends AskedStore {
  readonly role: StoreRole
}

/** Which store the pages show: the user's own as soon as it holds data, and the demo until then. */
export interface Stores {
  /** What `load` and `detect` work on. */
  readonly own: Store
  served(): Served
  /** Looks whether the user's own store has its first data, and from then on serves that. */
  notice(): Promise<void>
}

export function openStores(asked: AskedStore, demo: Store | undefined): Stores {
  const { store: own } = asked
  let served: Served =
    demo === undefined
      ? { role: 'own', ...asked }
      : { role: 'demo', store: demo, ask: askHere(demo) }
  return {
    own,
    served: () => served,
    async notice() {
      if (served.role === 'demo' && (await own.sources()).length > 0) {
        served = { role: 'own', ...asked }
      }
    },
  }
}
