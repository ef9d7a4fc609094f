import { type Denial, type Denials, denialBetween } from './denials.ts'
import { type Refusal, refusalByDenial, refusalOf } from './guard.ts'
import { compareSteps, type Step } from './steps.ts'

/** Parts that the steps hold together, and why the remaining steps between them joined nothing. */
export interface Joined {
  readonly parts: readonly (readonly string[])[]
  /** One entry per step whose ends stay apart, surest first. */
  readonly apart: readonly { readonly step: Step; readonly refusal: Refusal }[]
}

/**
 * Joins shops along steps, surest first (Kruskal's order, the smaller part into the larger), unless the bridge guard objects or people called two shops different that would come
 * into one part. What people called the same comes first and joins all the same: where their words contradict each other, none can be kept by keeping shops apart.
 *
 * What was refused is tried again whenever parts grew, since a larger part can bring the second kind of evidence: in the
 * end every step that joins nothing is one that the guard refuses between the parts as they are.
 */
export function joinSteps(steps: readonly Step[], denials: Denials): Joined {
  const [only] = steps
  if (only !== undefined && steps.length === 1) return joinOne(only)
  const partition = singles(steps, denials)
  let waiting = steps
  let before: number
  do {
    before = waiting.length
    waiting = waiting.filter((step) => !join(partition, step))
  } while (waiting.length < before && waiting.length > 0)
  return {
    parts: [...new Set(partition.partOf.values())],
    apart: waiting.flatMap((step) => {
      const refusal = refusalAt(partition, step)
      return refusal === undefined ? [] : [{ step, refusal }]
    }),
  }
}

/** Most rings are two shops and one step. */
function joinOne(step: Step): Joined {
  const { a, b } = step
  const refusal = refusalOf([step], [1, 1])
  return refusal === undefined
    ? { parts: [[a, b]], apart: [] }
    : { parts: [[a], [b]], apart: [{ step, refusal }] }
}

interface Partition {
  readonly partOf: Map<string, string[]>
  readonly steps: readonly Step[]
  readonly denials: Denials
  /** By shop, once they were asked for: most parts are joined without. */
  stepsAt: ReadonlyMap<string, readonly Step[]> | undefined
}

function singles(steps: readonly Step[], denials: Denials): Partition {
  const partOf = new Map<string, string[]>()
  for (const { a, b } of steps) {
    if (!partOf.has(a)) partOf.set(a, [a])
    if (!partOf.has(b)) partOf.set(b, [b])
  }
  return { partOf, steps, denials, stepsAt: undefined }
}

function stepsByShop(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const byShop = new Map<string, Step[]>()
  for (const step of steps) {
    for (const shop of [step.a, step.b]) {
      const known = byShop.get(shop)
      if (known === undefined) byShop.set(shop, [step])
      else known.push(step)
    }
  }
  return byShop
}

/** True when both ends are in one part now. */
function join(partition: Partition, step: Step): boolean {
  const [small, large] = partsAt(partition, step)
  if (small === large) return true
  if (isDenied(partition, step)) return false
  // Most steps carry enough by themselves; only for the others is it worth gathering what else lies between.
  const alone = refusalOf([step], [small.length, large.length])
  if (alone !== undefined && refusalAt(partition, step) !== undefined) return false
  for (const shop of small) {
    large.push(shop)
    partition.partOf.set(shop, large)
  }
  return true
}

function isDenied(partition: Partition, step: Step): boolean {
  return !step.confirmed && denialAt(partition, step) !== undefined
}

function denialAt(partition: Partition, step: Step): Denial | undefined {
  return denialBetween(partition.denials, ...partsAt(partition, step))
}

/** Why the parts at the two ends stay apart; undefined when they may join. */
function refusalAt(partition: Partition, step: Step): Refusal | undefined {
  const [small, large] = partsAt(partition, step)
  const denial = denialAt(partition, step)
  if (denial !== undefined && !step.confirmed) return refusalByDenial(denial, step.probability)
  const stepsAt = partition.stepsAt ?? stepsByShop(partition.steps)
  partition.stepsAt = stepsAt
  const between = small
    .flatMap((shop) => stepsAt.get(shop) ?? [])
    .filter(({ a, b }) => [a, b].some((end) => partition.partOf.get(end) === large))
    .toSorted(compareSteps)
  return refusalOf(between, [small.length, large.length])
}

/** The parts at the two ends, the smaller first. */
function partsAt({ partOf }: Partition, { a, b }: Step): [string[], string[]] {
  const ofA = partOf.get(a) ?? [a]
  const ofB = partOf.get(b) ?? [b]
  return ofA.length < ofB.length ? [ofA, ofB] : [ofB, ofA]
}
