/** One of several ways in which numbers are mixed, so that two kinds of number do not run in step. */
export type ScrambleKey = number

/**
 * Another number below `high` × `low` for each number below it, no two the same: values that are handed out one after the other
 * look drawn at random, and still nobody gets what another has. Four rounds of a Feistel network over the two digits of `n`.
 */
export function scramble(n: number, high: number, low: number, key: ScrambleKey): number {
  let upper = Math.floor(n / low)
  let lower = n % low
  for (let round = 0; round < 4; round++) {
    if (round % 2 === 0) upper = (upper + mix(lower, key + round)) % high
    else lower = (lower + mix(upper, key + round)) % low
  }
  return upper * low + lower
}

/** 32 bits that hang on every bit of both (the finalizer of MurmurHash3 by Austin Appleby, public domain). */
export function mix(value: number, key: number): number {
  let mixed = Math.imul(value ^ Math.imul(key, 0x9e3779b9), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
