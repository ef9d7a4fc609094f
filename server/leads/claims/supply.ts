import type { Attribution } from '../../domain/attribution.ts'
import type { ClaimDraft, CounterDraft } from '../claim.ts'
import type { ClaimContext } from './context.ts'

/** Where the ring's goods may come from, as far as parcels, test buys and stated links lead. */
export function supplyClaims({ core, words, namesOf }: ClaimContext): ClaimDraft[] {
  return core.attributions.map((attribution) => ({
    about: attribution.target,
    kind: 'supply',
    text: words.supply(
      attribution.name,
      namesOf(attribution.shops),
      words.supplyCounts(attribution.parcels, attribution.testBuys, attribution.links),
    ),
    basis: 'inferred',
    shops: [...attribution.shops],
    records: recordsOf(attribution),
  }))
}

/** What weakens a supply claim: that strangers are served too, and how little its weakest step rests on. */
export function supplyCounters({ core, words, nameOf }: ClaimContext): CounterDraft[] {
  return core.attributions.flatMap((attribution) => {
    const { target, name, strangers, path, weakest } = attribution
    const step = path[weakest]
    const served = {
      about: target,
      text: words.hub(name, strangers),
      records: recordsOf(attribution),
    }
    const thin = step && {
      about: target,
      text: words.weakPath(nameOf(step.from), nameOf(step.to), step.records.length),
      records: step.records,
    }
    return [...(0 < strangers ? [served] : []), ...(thin ? [thin] : [])]
  })
}

function recordsOf({ path }: Attribution) {
  return path.flatMap(({ records }) => records)
}
