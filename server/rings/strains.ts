import { compareText } from '../domain/canonical.ts'
import type { Link } from '../domain/link.ts'
import { ownBits } from '../domain/own-evidence.ts'
import type { Strain } from '../domain/ring.ts'
import { bitsToProbability } from '../domain/units.ts'
import { controllerCeiling, underCeiling } from '../linkage/ceiling.ts'
import { denialsOf } from './denials.ts'
import { agreedVerdict } from './steps.ts'

/** A pair that people called the same is strained below it, and one that they called different from the other on. */
const sameBelow = 0.2
const differentFrom = 0.9

/**
 * Pairs that people agreed on while the evidence says otherwise, by shops. What the decision moved the pair by is taken off; that decisions also teach what evidence is
 * worth, this one among many, is not.
 */
export function strainsOf(links: readonly Link[]): Strain[] {
  return decidedPairs(links, ({ verdict, evidence }) =>
    verdict === 'same' ? evidence < sameBelow : differentFrom <= evidence,
  )
}

/** Pairs of one ring that people called different, by shops: they called others the same that hold both in it, whatever the evidence says. */
export function contradictionsOf(
  links: readonly Link[],
  ringOf: (shop: string) => unknown,
): Strain[] {
  const isWithin = ({ a, b }: Strain) => ringOf(a) !== undefined && ringOf(a) === ringOf(b)
  const denied = new Set(denialsOf(links).map(nameOf))
  return decidedPairs(links, (own) => denied.has(nameOf(own)) && isWithin(own)).map((own) => ({
    ...own,
    contradicted: true,
  }))
}

/** Each pair that people decided on and that is asked for, by shops. */
function decidedPairs(links: readonly Link[], isAsked: (own: Strain) => boolean): Strain[] {
  const strains = links
    .filter(({ kind, ledger }) => kind !== 'shares_supply' && 0 < ledger.decisions.length)
    .flatMap((link) => decidedAs(link) ?? [])
    .filter(isAsked)
    .toSorted(compareStrains)
  // All links of a pair give one reason, of which one is told.
  return strains.filter(({ a, b }, place) => {
    const before = strains[place - 1]
    return before?.a !== a || before.b !== b
  })
}

/** One text for a pair. */
export function nameOf({ a, b }: Pick<Strain, 'a' | 'b'>): string {
  return JSON.stringify([a, b])
}

export function compareStrains(x: Strain, y: Strain): number {
  return (
    compareText(x.a, y.a) ||
    compareText(x.b, y.b) ||
    x.evidence - y.evidence ||
    x.decided - y.decided
  )
}

function decidedAs({ from, to, ledger }: Link): Strain | undefined {
  const verdict = agreedVerdict(ledger.decisions)
  if (verdict === undefined) return undefined
  const { decided = 0, ceiling = 0 } = ledger.calibration
  const sum = ownBits(ledger) - decided - ceiling
  const evidence = bitsToProbability(underCeiling(controllerCeiling, sum))
  const [a, b] = compareText(from, to) < 0 ? [from, to] : [to, from]
  return { a, b, verdict, evidence, decided: ledger.probability }
}
