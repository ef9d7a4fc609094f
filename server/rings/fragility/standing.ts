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
  const families = new Set(left.map(({ family }) => family))
  return [...families].reduce((sum, family) => {
    const [was, is] = [strongest(before, family), strongest(left, family)]
    if (was === undefined || is === undefined || was === is) return sum
    const damping = was.undamped === 0 ? 1 : was.bits / was.undamped
    return sum + Math.max(0, is.undamped * damping - is.bits)
  }, 0)
}

function strongest(supports: readonly Support[], family: string): Support | undefined {
  return supports
    .filter((own) => own.family === family)
    .reduce<Support | undefined>(
      (best, own) => (best === undefined || best.undamped < own.undamped ? own : best),
      undefined,
    )
}
