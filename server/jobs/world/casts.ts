import { agedHonestly, independent, reinstated, reopened, sold } from './casts/independents.ts'
import { operator } from './casts/operator.ts'
import { dealersOfOne, family, franchise, impersonated, recycledPhone } from './casts/strangers.ts'
import type { Stage, TrueShop } from './true-shop.ts'

interface Kind {
  /** Of all casts. */
  readonly share: number
  readonly cast: (stage: Stage) => TrueShop[]
}

/**
 * The casts of a world: a cast is a handful of shops that have something to do with each other, whether they are of one controller or
 * of strangers. Nothing but the pools of the market is shared between casts, so that each can be made from its number alone.
 */
const kinds: readonly Kind[] = [
  { share: 0.07, cast: operator },
  { share: 0.06, cast: reopened },
  { share: 0.04, cast: agedHonestly },
  { share: 0.045, cast: reinstated },
  { share: 0.04, cast: sold },
  { share: 0.035, cast: family },
  { share: 0.022, cast: franchise },
  { share: 0.045, cast: impersonated },
  { share: 0.022, cast: dealersOfOne },
  { share: 0.04, cast: recycledPhone },
]

/** The shops of a cast; in a twin world only the first of each controller, so that nobody has two. */
export function castOf(stage: Stage, twin: boolean): TrueShop[] {
  let left = stage.dice.real()
  const kind = kinds.find(({ share }) => {
    left -= share
    return left < 0
  })
  const shops = (kind?.cast ?? independent)(stage)
  return twin ? firstsOf(shops) : shops
}

function firstsOf(shops: readonly TrueShop[]): TrueShop[] {
  const seen = new Set<number>()
  return shops.filter(({ controller }) => {
    const first = !seen.has(controller)
    seen.add(controller)
    return first
  })
}
