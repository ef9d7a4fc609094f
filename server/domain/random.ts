/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, uniform on [0, 1). The same seed gives the same numbers. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Puts numbers in an order that `random` deals (Fisher and Yates); gives the same list. */
export function shuffle(numbers: Int32Array, random: () => number): Int32Array {
  for (let i = numbers.length - 1; 0 < i; i--) {
    const j = Math.floor(random() * (i + 1))
    const other = numbers[j] as number
    numbers[j] = numbers[i] as number
    numbers[i] = other
  }
  return numbers
}
