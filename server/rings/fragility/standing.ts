import type { RestingStep } from './resting-facts.ts'

/** Sums are of many parts, and a step that stands exactly on the line stands. */
const roundingBits = 1e-9

/**
 * Whether a step holds without some facts: what they add is taken off, and the strongest agreement of a family that is left counts as much beside the other
 * families as the former strongest did, so that what one phone says beside a lost account is not counted too low.
 *
 * Taking away more never brings a step back.
 */
export function stands(
  { base, supports, decision, decidedBits }: RestingStep,
  removed: ReadonlySet<number>,
  line: number,
): boolean {
  const isDecided = decision !== undefined && !removed.has(decision)
  if (isDecided) return true
  let [spoken, gone] = [0, 0]
  for (const { fact, bits } of supports) {
    if (removed.has(fact)) gone += 1
    else spoken += bits
  }
  if (0 < gone) spoken += promoted(supports, removed)
  const decided = decision === undefined ? decidedBits : 0
  return line - roundingBits <= base + spoken + decided
}

type Support = RestingStep['supports'][number]

/** What the strongest agreements that are left gain where a stronger one of their family is gone. */
function promoted(before: readonly Support[], removed: ReadonlySet<number>): number {
  const left = before.filter(({ fact }) => !removed.has(fact))
  let sum = 0
  for (const [place, { family }] of left.entries()) {
    if (left.findIndex((other) => other.family === family) < place) continue
    const [was, is] = [strongest(before, family), strongest(left, family)]
    if (was === undefined || is === undefined || was === is) continue
    const damping = was.undamped === 0 ? 1 : was.bits / was.undamped
    sum += Math.max(0, is.undamped * damping - is.bits)
  }
  return sum
}

function strongest(supports: readonly Support[], family: string): Support | undefined {
  let best: Support | undefined
  for (const own of supports) {
    if (own.family !== family) continue
    if (best === undefined || best.undamped < own.undamped) best = own
  }
  return best
}
