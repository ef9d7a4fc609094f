import { mulberry32 } from '../../rings/random.ts'

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
  const real = mulberry32(seed)
  const int = (limit: number) => Math.floor(real() * limit)
  return {
    real,
    int,
    chance: (probability) => real() < probability,
    pick: (items) => {
      const item = items[int(items.length)]
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
