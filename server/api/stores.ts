import type { StoreRole } from '../contract/health.ts'
import type { Store } from '../store/port.ts'

export interface Served {
  readonly role: StoreRole
  readonly store: Store
}

/** Which store the pages show: the user's own as soon as it holds data, and the demo until then. */
export interface Stores {
  /** What `load` and `detect` work on. */
  readonly own: Store
  served(): Served
  /** Looks whether the user's own store has its first data, and from then on serves that. */
  notice(): Promise<void>
}

export function openStores(own: Store, demo: Store | undefined): Stores {
  let served: Served =
    demo === undefined ? { role: 'own', store: own } : { role: 'demo', store: demo }
  return {
    own,
    served: () => served,
    async notice() {
      if (served.role === 'demo' && (await own.sources()).length > 0) {
        served = { role: 'own', store: own }
      }
    },
  }
}
