import { mapped } from '../domain/columns/large-arrays.ts'
import { bitsOfPairs } from './bits-of-pairs.ts'
import { forgetPairs } from './compare-pairs.ts'
import type { Encoded } from './encode.ts'
import { holderGroups } from './holder-groups.ts'
import type { Observed } from './learn-weights.ts'
import { type Model, modelOf } from './model.ts'
import { usualSlopes } from './slopes.ts'
import { weighByGroups } from './weigh.ts'
import { withoutGenerics } from './without-generics.ts'

/** The model, given or learnt twice: first with every shop a holder of its own, then with those counted once that the first showed to be one holder. */
export function learntFrom(
  encoded: Encoded,
  seen: Omit<Observed, 'encoded'>,
  model: Model | undefined,
): { readonly learnt: Model; readonly groups: Int32Array; readonly observed: Observed } {
  const shopByShop = { ...seen, encoded: withoutGenerics(encoded) }
  const grouped = (by: Model) => {
    const groups = groupsOf(shopByShop, by)
    // Not asked for again before another model is learnt.
    forgetPairs(shopByShop.encoded.columns, seen.pairs)
    return { groups, observed: { ...seen, encoded: weighByGroups(encoded, groups) } }
  }
  const learnt = model ?? modelOf(grouped(modelOf(shopByShop)).observed)
  return { learnt, ...grouped(learnt) }
}

/** Which shops are one holder, as the model sees them while every shop still counts for itself; as learnt, since people check what comes of it. */
function groupsOf(observed: Observed, model: Model): Int32Array {
  const bits = bitsOfPairs({ ...model, slopes: usualSlopes }, observed)
  return holderGroups(
    observed.encoded,
    observed.pairs,
    mapped(bits, (own) => own + model.prior),
  )
}
