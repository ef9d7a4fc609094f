import type { Ledger, LedgerBar } from '../../server/contract/ring.ts'

/** One line of the waterfall: where it starts and ends, in bits, and what it is. */
export type Fall = {
  readonly from: number
  readonly to: number
  readonly tone: 'for' | 'against' | 'neutral' | 'total'
} & (
  | { readonly kind: 'prior' | 'gap' | 'together' | 'calibration' | 'through' | 'untied' | 'total' }
  | { readonly kind: 'bar'; readonly bar: LedgerBar }
)

/** The ledger as falls that begin where the one before ended; the last is the total, from zero. */
export function fallsOf(ledger: Ledger): readonly Fall[] {
  const steps = [
    { kind: 'prior' as const, bits: ledger.prior.bits as number },
    ...ledger.bars.map((bar) => ({ kind: 'bar' as const, bar, bits: bar.bits as number })),
    ...(ledger.gap === undefined
      ? []
      : [{ kind: 'gap' as const, bits: ledger.gap.bits as number }]),
    ...(ledger.together === undefined
      ? []
      : [{ kind: 'together' as const, bits: ledger.together.bits as number }]),
    { kind: 'calibration' as const, bits: ledger.calibration.bits as number },
    ...(ledger.through === undefined
      ? []
      : [{ kind: 'through' as const, bits: ledger.through.bits as number }]),
    ...(ledger.untied === undefined
      ? []
      : [{ kind: 'untied' as const, bits: ledger.untied.bits as number }]),
  ]
  const falls: Fall[] = []
  let level = 0
  for (const { bits, ...what } of steps) {
    falls.push({ ...what, from: level, to: level + bits, tone: toneOf(what.kind, bits) })
    level += bits
  }
  return [...falls, { kind: 'total', from: 0, to: ledger.total, tone: 'total' }]
}

/** The bits that the picture has to span, zero among them. */
export function spanOf(falls: readonly Fall[]): { readonly low: number; readonly high: number } {
  const ends = falls.flatMap(({ from, to }) => [from, to])
  return { low: Math.min(0, ...ends), high: Math.max(0, ...ends) }
}

/** Prior and calibration are no evidence, so they are neither for nor against. */
function toneOf(kind: Fall['kind'], bits: number): Fall['tone'] {
  if (kind === 'prior' || kind === 'calibration') return 'neutral'
  return bits < 0 ? 'against' : 'for'
}
