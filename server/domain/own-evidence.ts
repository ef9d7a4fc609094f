import type { Ledger, Link } from './link.ts'
import { type Bits, bitsToProbability, type Probability } from './units.ts'

/**
 * What the evidence of two shops alone adds up to, without what a third shop makes of it. What holds a ring together, what a lead claims and what a shop is screened by rests on this: three
 * links of which each follows from the other two are no three witnesses.
 */
export function ownBits({ total, through }: Ledger): Bits {
  return (through === undefined ? total : total - through.bits) as Bits
}

/** The probability of a link on that evidence. */
export function ownProbability({ ledger, probability }: Link): Probability {
  if (ledger.through === undefined) return probability
  return Math.min(probability, bitsToProbability(ownBits(ledger))) as Probability
}

/** The link as that evidence has it. */
export function onOwnEvidence(link: Link): Link {
  const { through, ...ledger } = link.ledger
  if (through === undefined) return link
  const total = ownBits(link.ledger)
  return {
    ...link,
    bits: total,
    ledger: { ...ledger, probability: bitsToProbability(total), total },
    probability: ownProbability(link),
  }
}
