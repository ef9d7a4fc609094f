/** Every place below `count` in a set of its own; `parents` for {@link join} and {@link rootOf}. */
export function singles(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, place) => place)
}

/** Makes one set of the sets of two places; its root is the lower of the two roots. */
export function join(parents: Int32Array, one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)]
  parents[Math.max(a, b)] = Math.min(a, b)
}

/** The lowest place of a set. Halves the way to it (Tarjan and van Leeuwen 1984, doi:10.1145/62.2160), so that the next search is short. */
export function rootOf(parents: Int32Array, place: number): number {
  let root = place
  for (;;) {
    const parent = parents[root] as number
    if (parent === root) return root
    parents[root] = parents[parent] as number
    root = parents[root] as number
  }
}
