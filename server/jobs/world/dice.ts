import { mulberry32 } from '../../domain/random.ts'

/** Chance as a world needs it: the same seed throws the same dice. */
export interface Dice {
  /** Uniform on [0, 1). */
  real(): number
  /** A whole number from 0 to below `limit`. */
  int(limit: number): number
  chance(probability: number): boolean
  /** One of the items; throws when there is none. */
  pick<T>(items: readonly T[]): T
  /** Standard normal, by Box and Muller. */
  normal(): number
  /** The items in an order of its own. */
  shuffle<T>(items: readonly T[]): T[]
}

export function dice(seed: number): Dice {
  return diceFrom(mulberry32(seed))
}

/** What a stream of dice is for: two streams of one world never meet. */
export const streams = {
  sweeps: 1,
  order: 2,
  cast: 3,
  record: 4,
  pool: 5,
  platform: 6,
  decision: 7,
  fork: 8,
}

/**
 * Dice of their own for each item of a stream. Mulberry32 has one cycle of 2^32 states, on which a million short runs would overlap
 * and hand two strangers the same pictures; sfc32 keeps the seed, the stream and the item apart in 128 bits of state.
 */
export function diceFor(seed: number, stream: number, item: number): Dice {
  return diceFrom(warmSfc32(seed, stream, item))
}

function diceFrom(real: () => number): Dice {
  return {
    real,
    int: (limit) => Math.floor(real() * limit),
    chance: (probability) => real() < probability,
    pick: (items) => {
      const item = items[Math.floor(real() * items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real()),
    shuffle: (items) => {
      const order = items.map((item) => ({ item, at: real() }))
      return order.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
    },
  }
}

const warmUpRounds = 12

function warmSfc32(seed: number, stream: number, item: number): () => number {
  const real = sfc32(seed, stream, item)
  for (let round = 0; round < warmUpRounds; round++) real()
  return real
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain): 128 bits of state, uniform on [0, 1) in steps of 2^-32. */
function sfc32(seed: number, stream: number, item: number): () => number {
  let a = seed | 0
  let b = Math.floor(seed / 2 ** 32) ^ Math.imul(stream, 0x9e3779b9)
  let c = item | 0
  let counter = 1
  return () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
}
