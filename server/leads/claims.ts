import type { Claim, ClaimDraft, Counter, CounterDraft } from './claim.ts'
import { linkCounters } from './claims/against-links.ts'
import { clearedCounters } from './claims/cleared.ts'
import { closureClaims } from './claims/closures.ts'
import type { ClaimContext } from './claims/context.ts'
import { happeningClaims, happeningCounters } from './claims/happenings.ts'
import { linkClaims } from './claims/links.ts'
import { placeClaims } from './claims/place.ts'
import { authorisedCounters, rightClaims } from './claims/rights.ts'
import { ringClaims } from './claims/ring.ts'
import { sharedClaims } from './claims/shared.ts'
import { supplyClaims, supplyCounters } from './claims/supply.ts'

export interface Claims {
  readonly claims: readonly Claim[]
  readonly counters: readonly Counter[]
  /** Statements that no record in the lead supports, and that are therefore not claimed. */
  readonly unsupported: readonly string[]
}

/** In the order a reader meets them: the whole, its closures, its links, what is shared, what happened, where the goods come from. */
const claimBuilders = [
  ringClaims,
  closureClaims,
  linkClaims,
  sharedClaims,
  happeningClaims,
  supplyClaims,
  placeClaims,
  rightClaims,
]
const counterBuilders = [
  linkCounters,
  happeningCounters,
  authorisedCounters,
  clearedCounters,
  supplyCounters,
]

/** Every claim with its evidence, and everything that speaks against one. */
export function claimsOf(context: ClaimContext): Claims {
  const drafts = claimBuilders.flatMap((build) => build(context))
  const supported = drafts.flatMap((draft) => {
    const evidence = context.evidence.cite(draft.records)
    return evidence.length === 0 ? [] : [{ draft, evidence }]
  })
  const numbered = supported.map((one, index) => ({ ...one, id: `C${index + 1}` }))
  const counters = counterBuilders
    .flatMap((build) => build(context))
    .flatMap((draft) => counterOf(draft, numbered, context))
    .map((counter, index) => ({ ...counter, id: `K${index + 1}` }))
  return {
    claims: numbered.map(({ id, draft, evidence }) => claimOf(id, draft, evidence, counters)),
    counters,
    unsupported: drafts
      .filter(({ records }) => context.evidence.cite(records).length === 0)
      .map(({ text }) => text),
  }
}

/** A counter names the claims about the same pair, thing or shop; one that is about no claim is about nothing. */
function counterOf(
  { about, text, bits, grounds, records }: CounterDraft,
  claims: readonly { id: string; draft: ClaimDraft; evidence: string[] }[],
  { evidence }: ClaimContext,
): Omit<Counter, 'id'>[] {
  const against = claims.filter(({ draft }) => draft.about === about || isOneShop(draft, about))
  const own = evidence.cite(records)
  const cited = own.length === 0 ? (against[0]?.evidence ?? []) : own
  if (against.length === 0 || cited.length === 0) return []
  return [
    {
      text,
      claims: against.map(({ id }) => id),
      ...(bits !== undefined && { bits }),
      grounds: [...(grounds ?? [])],
      evidence: cited,
    },
  ]
}

function isOneShop({ kind, shops }: ClaimDraft, about: string): boolean {
  return shops.includes(about) && kind !== 'ring' && kind !== 'shared'
}

function claimOf(
  id: string,
  { about: _about, records: _records, probability, labels, grounds, ...said }: ClaimDraft,
  evidence: string[],
  counters: readonly Counter[],
): Claim {
  return {
    id,
    ...said,
    ...(probability !== undefined && { probability }),
    ...(labels !== undefined && { labels }),
    grounds: [...(grounds ?? [])],
    evidence,
    against: counters.filter(({ claims }) => claims.includes(id)).map((counter) => counter.id),
  }
}
