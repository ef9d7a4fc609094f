import { mapped } from '../../domain/columns/large-arrays.ts'

const rounds = 100
const settled = 1e-12

/**
 * Log-odds, in bits, that a pair picked at random among `eligible` ones is true: the fixed point of λ = (1/E) Σ σ₂(W₀(λ) + b), over
 * candidate patterns with `bits` b and `counts`; pairs that are no candidates are taken for false. Never below one true pair in all.
 */
export function fixedPointPrior(
  bits: Float64Array,
  counts: Float64Array,
  eligible: number,
): number {
  const against = mapped(bits, (own) => 2 ** -own)
  let lambda = Math.min(0.5, Math.max(1, bits.length) / eligible)
  for (let round = 0; round < rounds; round++) {
    const odds = (1 - lambda) / lambda
    let expected = 0
    for (let pattern = 0; pattern < against.length; pattern++)
      expected += (counts[pattern] as number) / (1 + odds * (against[pattern] as number))
    const next = Math.min(0.5, Math.max(1, expected) / eligible)
    const moved = Math.abs(next - lambda)
    lambda = next
    if (moved < settled) break
  }
  return Math.log2(lambda / (1 - lambda))
}
