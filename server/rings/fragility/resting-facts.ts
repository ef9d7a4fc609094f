import { compareText } from '../../domain/canonical.ts'
import type { Channel, Family, LedgerBar } from '../../domain/link.ts'
import { ownBits } from '../../domain/own-evidence.ts'
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

/** Pictures and titles are many values at once, and only what two shops have in common of them is a fact; so is that two prices are about the same. */
const likenesses: ReadonlySet<Channel> = new Set(['images', 'titles', 'prices'])

export function restingFacts(steps: readonly Step[]): Resting {
  const known: Known = new Map()
  const resting = steps.map((step) => restOf(step, known))
  const sorted = [...known.values()].sort((x, y) => compareText(x.name, y.name))
  for (const [place, fact] of sorted.entries()) fact.place = place
  return {
    facts: sorted.map(({ told, ends }) => ({ ...told, shops: distinct(ends) })),
    steps: steps.map((step, place) => restingStep(step, resting[place])),
  }
}

/** What is told of a fact beside the shops that rest on it. */
type Told = Omit<RestingFact, 'shops'>

interface NamedFact {
  /** Equal for equal facts. */
  readonly name: string
  readonly told: Told
  /** The ends of all steps that rest on it. */
  readonly ends: string[]
  /** Among all facts by name. */
  place: number
}

type Known = Map<string, NamedFact>

/** The agreements of a step, the fact that each of them rests on, and the decision behind it. */
interface Rest {
  readonly bars: readonly LedgerBar[]
  readonly facts: readonly NamedFact[]
  readonly decision: NamedFact | undefined
}

function restOf(step: Step, known: Known): Rest {
  const bars = step.link.ledger.bars.filter(({ bits, generic }) => bits > 0 && !generic)
  return {
    bars,
    facts: bars.map((bar) => factOfBar(step, bar, known)),
    decision: step.confirmed
      ? factOf(step, ['decision', ...pairOf(step)], { fact: 'decision' }, known)
      : undefined,
  }
}

function restingStep({ a, b, link }: Step, rest: Rest | undefined): RestingStep {
  const supports = (rest?.bars ?? []).map((bar, place) => ({
    fact: rest?.facts[place]?.place ?? -1,
    family: bar.family,
    undamped: bar.rawBits * bar.beta,
    bits: bar.bits,
  }))
  const { decided: decidedBits = 0, ceiling = 0 } = link.ledger.calibration
  const spoken = supports.reduce((sum, { bits }) => sum + bits, 0)
  return {
    a,
    b,
    base: ownBits(link.ledger) - spoken - decidedBits - ceiling,
    supports,
    decision: rest?.decision?.place,
    decidedBits,
  }
}

function factOfBar(step: Step, { channel, a, b }: LedgerBar, known: Known): NamedFact {
  if (!likenesses.has(channel)) {
    if (a.key !== undefined && a.key === b.key) {
      const told = { fact: 'value' as const, channel, key: a.key, literal: leastOf(a, b) }
      return factOf(step, ['value', channel, a.key], told, known)
    }
    if (a.literal === b.literal) {
      const told = { fact: 'value' as const, channel, literal: a.literal }
      return factOf(step, ['value', channel, '', a.literal], told, known)
    }
  }
  return factOf(step, ['likeness', channel, ...pairOf(step)], { fact: 'likeness', channel }, known)
}

/** The fact of this name, of which the first that is told stands for all, with one more step on it. */
function factOf({ a, b }: Step, parts: readonly string[], told: Told, known: Known): NamedFact {
  const name = parts.join('\0')
  const fact = known.get(name) ?? { name, told, ends: [], place: -1 }
  if (fact.ends.length === 0) known.set(name, fact)
  fact.ends.push(a, b)
  return fact
}

function pairOf({ a, b }: Step): [string, string] {
  return compareText(a, b) < 0 ? [a, b] : [b, a]
}

function distinct(texts: readonly string[]): string[] {
  const sorted = texts.toSorted(compareText)
  return sorted.filter((text, place) => text !== sorted[place - 1])
}

/** One value can be typed in several ways; the first of them stands for it. */
function leastOf(a: LedgerBar['a'], b: LedgerBar['b']): string {
  return compareText(a.literal, b.literal) < 0 ? a.literal : b.literal
}
