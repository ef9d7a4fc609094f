import { mulberry32 } from '../../../server/domain/random.ts'
import { type ComparedColumn, unknownLevel } from '../../../server/linkage/learn/patterns.ts'

/** How pairs are made up: in every column a level is drawn from `m` where one controller runs both, from `u` otherwise. */
export interface Recipe {
  readonly pairs: number
  /** Share of pairs with one controller. */
  readonly lambda: number
  readonly m: readonly (readonly number[])[]
  readonly u: readonly (readonly number[])[]
  readonly seed: number
  /** Share of levels that nobody knows. */
  readonly unknown?: number
}

export interface Simulated {
  readonly columns: readonly ComparedColumn[]
  /** By pair: 1 where one controller runs both. */
  readonly same: Uint8Array
}

export function simulated({ pairs, lambda, m, u, seed, unknown = 0 }: Recipe): Simulated {
  const random = mulberry32(seed)
  const same = Uint8Array.from({ length: pairs }, () => (random() < lambda ? 1 : 0))
  const columns = m.map((own, column) =>
    aColumn(
      Array.from(same, (one) => {
        if (random() < unknown) return unknownLevel
        return drawn(one === 1 ? own : (u[column] ?? []), random())
      }),
      own.length,
    ),
  )
  return { columns, same }
}

/** A column of which only the levels matter. */
export function aColumn(level: readonly number[], levels: number): ComparedColumn {
  const what = { channel: 'any', family: 'any', ordered: false }
  return { ...what, levels, level: Uint8Array.from(level) }
}

/** Every pair at one level: what a session's own column looks like. */
export function agreeing(pairs: number, levels = 2): ComparedColumn {
  return aColumn(new Array(pairs).fill(0), levels)
}

function drawn(shares: readonly number[], random: number): number {
  let sum = 0
  const level = shares.findIndex((share) => {
    sum += share
    return random < sum
  })
  return level < 0 ? shares.length - 1 : level
}
