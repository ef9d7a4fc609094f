const sliceMs = 8

/** Lets other requests be answered whenever the caller has worked for a while: reads of an embedded store do not wait by themselves. */
export function givesWay(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < sliceMs) return
    await new Promise((resolve) => setImmediate(resolve))
    began = performance.now()
  }
}
