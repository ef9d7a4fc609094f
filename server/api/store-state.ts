import type { Store } from '../store/port.ts'
import type { Served } from './stores.ts'

/** Equal as long as no file was loaded to its end and nothing was forgotten. */
async function loadedState(store: Store): Promise<string> {
  const loaded = (await store.sources()).map(({ id, fingerprint }) => [id, fingerprint])
  const forgotten = (await store.papers('forgetting')).map(({ id, body }) => [id, body.versions])
  return JSON.stringify([loaded, forgotten])
}

/** Equal as long as no file was loaded to its end and no run was published. */
async function runState(store: Store): Promise<string> {
  const run = await store.currentRun()
  return JSON.stringify([run?.id, await loadedState(store)])
}

/** Works a value out once for each load and each run: what reads every node takes seconds in a large store. */
export function oncePerRun<T>(work: Work<T>): Work<T> {
  return oncePer(runState, work)
}

/** The same for what no run changes, so that publishing one makes nobody wait for it. */
export function oncePerLoad<T>(work: Work<T>): Work<T> {
  return oncePer(loadedState, work)
}

type Work<T> = (served: Pick<Served, 'store' | 'ask'>) => Promise<T>

function oncePer<T>(stateOf: (store: Store) => Promise<string>, work: Work<T>): Work<T> {
  const known = new WeakMap<Store, { readonly state: string; readonly value: Promise<T> }>()
  return async (served) => {
    const { store } = served
    const state = await stateOf(store)
    const last = known.get(store)
    if (last?.state === state) return last.value
    const value = work(served)
    known.set(store, { state, value })
    // A failure is not remembered: the next request tries again.
    value.catch(() => known.delete(store))
    return value
  }
}
