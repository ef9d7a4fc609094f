import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import { type NodeKey, shopReference } from '../domain/keys.ts'
import { isOver } from '../domain/life.ts'
import type { Link } from '../domain/link.ts'
import { ownBits, ownProbability } from '../domain/own-evidence.ts'
import type { Probability } from '../domain/units.ts'
import { linkShops } from '../linkage/link-shops.ts'
import type { Store } from '../store/port.ts'
import { readApplicants } from './applicants.ts'
import { readEvidence } from './evidence.ts'
import type { OnProgress } from './progress.ts'
import { currentJudging, type Judging, viewJudged } from './run-model.ts'
import { ringThreshold } from './thresholds.ts'

export interface ScreenedShop {
  readonly shop: string
  /** What the candidates leave over: the probability that no closed shop of the store is behind it. */
  readonly notSeenBefore: number
  /** Surest first. */
  readonly candidates: readonly {
    readonly shop: string
    readonly probability: number
    readonly channels: readonly string[]
  }[]
}

export interface Screening {
  /** Sorted by shop. */
  readonly shops: readonly ScreenedShop[]
  readonly judging: Judging
}

/** Candidates below it are noise to a person at the gate. */
const candidateMinimum = 0.05 as Probability

/**
 * For each shop that a dataset brings, the closed shops of the store that it probably continues. The dataset is read and not
 * loaded: the store is the same afterwards. Rows that cannot be used are skipped as `load` would quarantine them.
 *
 * The model of the published run judges them, by the same numbers as if they had been in the store when it judged: how rare a value is and who
 * is one holder are counted over both.
 *
 * The closed shops compete among themselves and against "new", by their odds of one controller. Whether somebody else has
 * come back as them already does not matter here: a controller who opens a second shop is to be seen at the gate too.
 */
export async function screen(
  store: Store,
  path: string,
  { onProgress }: { readonly onProgress: OnProgress },
): Promise<Screening> {
  const judging = await currentJudging(store)
  const known = await readEvidence(store, onProgress)
  const { evidence, shops, asOf } = await readApplicants(path, known)
  const { links } = linkShops(evidence, {
    asOf,
    threshold: ringThreshold,
    minimum: candidateMinimum,
    model: judging.model,
    view: viewJudged(judging),
    only: shops,
    onProgress: (done, total) => onProgress({ stage: 'compare', done, total }),
  })
  const closed = new Set(known.nodes.filter(wasClosed).map(({ key }) => key))
  const candidates = byApplicant(links, shops, closed)
  const sorted = [...shops].toSorted(compareText)
  return { shops: sorted.map((shop) => screened(shop, candidates.get(shop) ?? [])), judging }
}

/** A shop that was only sold was not closed: it goes on under somebody else. */
function wasClosed({ lives }: GraphNode): boolean {
  return lives.some((life) => isOver(life) && life.ended !== 'sold')
}

interface Candidate {
  readonly shop: string
  readonly odds: number
  readonly channels: readonly string[]
}

/** For each applicant, the closed shops of the store with the odds that one controller runs both. */
function byApplicant(
  links: readonly Link[],
  applicants: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>()
  for (const link of links) {
    const { kind, from, to, channels, ledger } = link
    if (kind !== 'same_controller' || ownProbability(link) < candidateMinimum) continue
    const odds = 2 ** ownBits(ledger)
    for (const [applicant, shop] of [
      [from, to],
      [to, from],
    ] as const) {
      if (!applicants.has(applicant) || applicants.has(shop) || !closed.has(shop)) continue
      found.set(applicant, [...(found.get(applicant) ?? []), { shop, odds, channels }])
    }
  }
  return found
}

/** A shop continues one closed shop at most, so the candidates and "new" share out one certainty. */
function screened(shop: string, candidates: readonly Candidate[]): ScreenedShop {
  const all = 1 + candidates.reduce((sum, { odds }) => sum + odds, 0)
  return {
    shop: shopReference(shop as NodeKey),
    notSeenBefore: 1 / all,
    candidates: candidates
      .toSorted((a, b) => b.odds - a.odds || compareText(a.shop, b.shop))
      .map((candidate) => ({
        shop: shopReference(candidate.shop as NodeKey),
        probability: candidate.odds / all,
        channels: candidate.channels,
      })),
  }
}
