import type { Store } from '../store/port.ts'

/** Equal as long as no file was loaded to its end and no run was published. */
export async function storeState(store: Store): Promise<string> {
  const run = await store.currentRun()
  const loaded = (await store.sources()).map(({ id, fingerprint }) => [id, fingerprint])
  return JSON.stringify([run?.id, loaded])
}

/** Works a value out once for each state of a store: what reads every node takes seconds in a large one. */
export function oncePerState<T>(work: (store: Store) => Promise<T>): (store: Store) => Promise<T> {
  const known = new WeakMap<Store, { readonly state: string; readonly value: Promise<T> }>()
  return async (store) => {
    const state = await storeState(store)
    const last = known.get(store)
    if (last?.state === state) return last.value
    const value = work(store)
    known.set(store, { state, value })
    // A failure is not remembered: the next request tries again.
    value.catch(() => known.delete(store))
    return value
  }
}
