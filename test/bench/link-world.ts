import type { Link } from '../../server/domain/link.ts'
import type { Ring } from '../../server/domain/ring.ts'
import { linkMinimum, ringThreshold } from '../../server/jobs/thresholds.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'
import type { Model } from '../../server/linkage/model.ts'
import { type LinkOptions, type Weighed, weighAll } from '../../server/linkage/weigh-all.ts'
import { writeLinks } from '../../server/linkage/write-links.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import type { Rated } from '../../server/rings/score/calibration.ts'

/** How a world is to be linked; thresholds are the product's own. */
export type Variant = Omit<LinkOptions, 'threshold' | 'minimum'>

/** What one linkage said, as far as scores read it. */
export interface LinkedWorld {
  /** With their reasons, as the product would keep them. */
  readonly links: readonly Link[]
  readonly rings: readonly Ring[]
  readonly rated: RatedPairs
}

/** Everything that was weighed, whether it became a link or not. */
export interface RatedPairs {
  /** Pairs with the probability of one controller and, beside them, of possible returns. */
  readonly candidates: readonly Rated[]
  /** Pairs of which one closed before the other opened, as returns, each as probable as one controller: as if no return had rivals. */
  readonly withoutRivals: readonly Rated[]
  readonly compared: number
  readonly model: Model
}

/** Links and rings as a detection job would publish them. */
export function linkWorld(evidence: Evidence, variant: Variant): LinkedWorld {
  const weighed = weigh(evidence, variant)
  const links = writeLinks(weighed.market, weighed.scored, weighed.returns, linkMinimum)
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
  const rings = findRings({ links, shops }, { threshold: ringThreshold, seed: 1, maxSize: 40 })
  return { links, rings, rated: ratedOf(weighed) }
}

/** Probabilities alone, without the reasons, which take as long to write. */
export function rateWorld(evidence: Evidence, variant: Variant): RatedPairs {
  return ratedOf(weigh(evidence, variant))
}

function weigh(evidence: Evidence, variant: Variant): Weighed {
  return weighAll(evidence, { ...variant, threshold: ringThreshold, minimum: linkMinimum })
}

function ratedOf({ market: { encoded, model }, scored, returns, pairs }: Weighed): RatedPairs {
  const keyAt = (place: number) => encoded.shops[place]?.key ?? ''
  const controllers = scored.map(
    ({ a, b, probability }): Rated => ({
      from: keyAt(a),
      to: keyAt(b),
      kind: 'same_controller',
      probability,
    }),
  )
  const back = [...returns.values()].flat().map(
    ({ gap, pair, probability }): Rated => ({
      from: keyAt(gap.from),
      to: keyAt(gap.to),
      kind: 'came_back_as',
      probability: Math.min(probability, pair.probability) as Rated['probability'],
    }),
  )
  const withoutRivals = scored.flatMap(({ gap, probability }): Rated[] =>
    gap === undefined
      ? []
      : [{ from: keyAt(gap.from), to: keyAt(gap.to), kind: 'came_back_as', probability }],
  )
  return {
    candidates: [...controllers, ...back],
    withoutRivals,
    compared: pairs.left.length,
    model,
  }
}
