import type { GenericValue } from '../domain/generic.ts'
import type { Link } from '../domain/link.ts'
import type { ModelReliability } from './calibrate-model.ts'
import { genericValues } from './generic-values.ts'
import type { KeepLedger } from './kept-ledgers.ts'
import type { Model } from './model.ts'
import { type Evidence as KnownEvidence, type LinkOptions, weighAll } from './weigh-all.ts'
import { writeLinks } from './write-links.ts'

export type Evidence = KnownEvidence

export interface Linkage {
  /** Sorted by from, to and kind. */
  readonly links: readonly Link[]
  readonly pairsCompared: number
  /** Shops with a life that had ended. */
  readonly closures: number
  /** Values that count for nothing as identity, with day and reason, sorted by key. */
  readonly generic: readonly GenericValue[]
  /** Shared keys left out because comparing all their holders would have broken the pair budget. */
  readonly keysOmitted: number
  readonly model: Model
  /** Undefined where too few labels can certify the probabilities. */
  readonly reliability: ModelReliability | undefined
}

interface WrittenOptions extends LinkOptions {
  /** By whom ledgers are kept until they are asked for; beside the heap when absent. */
  readonly keep?: KeepLedger | undefined
}

/**
 * Which shops one controller runs, and which closed shop came back as which later one, each with its whole reason. Fellegi-Sunter weights by
 * channel, rarity counted over holders, then competing risks for the return. A pair gives `same_controller` and, where a closure precedes an
 * opening, `came_back_as`, each when its own probability reaches the minimum. Same evidence, same links, whatever the order of its rows.
 */
export function linkShops(evidence: Evidence, options: WrittenOptions): Linkage {
  const { market, scored, returns, ...counted } = weighed(evidence, options)
  return {
    ...counted,
    links: writeLinks(market, scored, returns, options.minimum, options.keep),
    generic: genericValues(market.encoded),
    model: market.model,
  }
}

/** What links are written from. Pairs are counted and let go, with all that was compared of them: ledgers take their room. */
function weighed(evidence: Evidence, options: LinkOptions) {
  const { market, scored, returns, pairs, times, reliability } = weighAll(evidence, options)
  return {
    ...{ market, scored, returns, reliability },
    pairsCompared: pairs.left.length,
    closures: times.filter(({ closures }) => 0 < closures.length).length,
    keysOmitted: pairs.keysOmitted,
  }
}
