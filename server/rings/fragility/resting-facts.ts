import { compareText } from '../../domain/canonical.ts'
import type { Channel, Family, LedgerBar } from '../../domain/link.ts'
import type { RestingFact } from '../../domain/ring-fragility.ts'
import type { Step } from '../steps.ts'

/** One agreement of a step that speaks for one controller. */
interface Support {
  /** Place of the fact that it rests on. */
  readonly fact: number
  readonly family: Family
  /** Before damping, and as they count. */
  readonly undamped: number
  readonly bits: number
}

/** A step as a sum over facts. */
export interface RestingStep {
  readonly a: string
  readonly b: string
  /** Total less all that facts add. */
  readonly base: number
  readonly supports: readonly Support[]
  /** Place of the decision that holds it whatever it adds up to. */
  readonly decision: number | undefined
  readonly decidedBits: number
}

/** The steps of a ring and the facts that they rest on, in one order whatever that of the steps. */
export interface Resting {
  readonly facts: readonly RestingFact[]
  readonly steps: readonly RestingStep[]
}

/** Pictures and titles are many values at once, and only what two shops have in common of them is a fact. */
const likenesses: ReadonlySet<Channel> = new Set(['images', 'titles'])

export function restingFacts(steps: readonly Step[]): Resting {
  const named = steps.flatMap((step) => [
    ...supportsOf(step).map((bar) => ({ step, ...factOfBar(step, bar) })),
    ...(step.confirmed ? [{ step, ...factOfDecision(step) }] : []),
  ])
  const byName = new Map<string, { fact: Omit<RestingFact, 'shops'>; shops: Set<string> }>()
  for (const { name, fact, step } of named) {
    const known = byName.get(name) ?? { fact, shops: new Set() }
    byName.set(name, known)
    known.shops.add(step.a).add(step.b)
  }
  const sorted = [...byName].toSorted(([x], [y]) => compareText(x, y))
  const placeOf = new Map(sorted.map(([name], place) => [name, place]))
  return {
    facts: sorted.map(([, { fact, shops }]) => ({
      ...fact,
      shops: [...shops].toSorted(compareText),
    })),
    steps: steps.map((step) => restingStep(step, placeOf)),
  }
}

function restingStep(step: Step, placeOf: ReadonlyMap<string, number>): RestingStep {
  const { a, b, confirmed, link } = step
  const supports = supportsOf(step).map((bar) => ({
    fact: placeOf.get(factOfBar(step, bar).name) ?? -1,
    family: bar.family,
    undamped: bar.rawBits * bar.beta,
    bits: bar.bits,
  }))
  const { decided: decidedBits = 0, ceiling = 0 } = link.ledger.calibration
  const spoken = supports.reduce((sum, { bits }) => sum + bits, 0)
  return {
    a,
    b,
    base: link.ledger.total - spoken - decidedBits - ceiling,
    supports,
    decision: confirmed ? placeOf.get(factOfDecision(step).name) : undefined,
    decidedBits,
  }
}

function supportsOf({ link }: Step): LedgerBar[] {
  return link.ledger.bars.filter(({ bits, generic }) => bits > 0 && !generic)
}

interface NamedFact {
  readonly name: string
  readonly fact: Omit<RestingFact, 'shops'>
}

function factOfBar({ a: one, b: other }: Step, { channel, a, b }: LedgerBar): NamedFact {
  const ofPair = [one, other].toSorted(compareText)
  if (likenesses.has(channel)) return nameFact('likeness', [channel, ...ofPair], { channel })
  if (a.key !== undefined && a.key === b.key) {
    return nameFact('value', [channel, a.key], { channel, key: a.key, literal: leastOf(a, b) })
  }
  if (a.literal === b.literal) {
    return nameFact('value', [channel, '', a.literal], { channel, literal: a.literal })
  }
  return nameFact('likeness', [channel, ...ofPair], { channel })
}

function factOfDecision({ a, b }: Step): NamedFact {
  return nameFact('decision', [a, b].toSorted(compareText), {})
}

function nameFact(
  fact: RestingFact['fact'],
  parts: readonly string[],
  told: Omit<RestingFact, 'fact' | 'shops'>,
): NamedFact {
  return { name: [fact, ...parts].join('\0'), fact: { fact, ...told } }
}

/** One value can be typed in several ways; the first of them stands for it. */
function leastOf(a: LedgerBar['a'], b: LedgerBar['b']): string {
  return compareText(a.literal, b.literal) < 0 ? a.literal : b.literal
}
