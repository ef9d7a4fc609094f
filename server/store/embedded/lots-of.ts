/** Some at a time, in their order. */
export function* lotsOf<T>(all: readonly T[], atOnce: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += atOnce) yield all.slice(start, start + atOnce)
}
