import type { ControllerTruth } from '../truth.ts'
import type { Rated } from './calibration.ts'

/** How sure the worst false claim is about each shop of somebody who never came back. */
export interface HonestLinks {
  /** Shops whose controller never came back. */
  readonly shops: number
  /** Of each that anything false is claimed of, the highest probability of it; the highest first. */
  readonly surest: readonly number[]
}

/** Over all links that claim one controller, whatever their kind or probability; links of several runs may come together. */
export function honestLinks(
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
): HonestLinks {
  const controllerOf = new Map(truth.map(({ shop, controller }) => [shop, controller]))
  const returning = new Set(
    truth.flatMap(({ predecessor, controller }) => (predecessor === undefined ? [] : [controller])),
  )
  const surest = new Map<string, number>()
  for (const { from, to, kind, probability } of links) {
    const controllers = [controllerOf.get(from), controllerOf.get(to)] as const
    if (kind === 'shares_supply' || controllers[0] === controllers[1]) continue
    for (const [n, shop] of [from, to].entries()) {
      const own = controllers[n]
      if (own === undefined || returning.has(own) || controllers.includes(undefined)) continue
      surest.set(shop, Math.max(probability, surest.get(shop) ?? 0))
    }
  }
  const shops = truth.filter(({ controller }) => !returning.has(controller)).length
  return { shops, surest: [...surest.values()].toSorted((a, b) => b - a) }
}

/** Honest shops falsely linked at the threshold, per 10,000 of them; null where there are none. */
export function falselyLinked({ shops, surest }: HonestLinks, threshold: number): number | null {
  const linked = surest.filter((probability) => threshold <= probability).length
  return shops === 0 ? null : (10_000 * linked) / shops
}

/** The least threshold, but for 1e-12, at which no more than `most` in 10,000 honest shops are falsely linked. */
export function thresholdOf({ shops, surest }: HonestLinks, most: number): number {
  const first = surest[Math.floor((most * shops) / 10_000)]
  return first === undefined ? 0 : first + 1e-12
}
