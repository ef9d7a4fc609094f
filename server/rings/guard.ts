import { type Family, families, type LedgerBar } from '../domain/link.ts'
import type { BridgeReason, ProposedBridge } from '../domain/ring.ts'
import type { Probability } from '../domain/units.ts'
import type { Denial } from './denials.ts'
import type { Step } from './steps.ts'
import { isWitness } from './witness.ts'

/** From this size on, a part is a ring of its own, and one kind of evidence is too little to make it part of another. */
const guardedSize = 3
/** A single step this sure joins two parts by itself. */
const sureStep = 0.99
/** A kind of evidence speaks from here on: twice as likely under one controller as by chance. */
const speakingBits = 1

/** Evidence that confirms other evidence: a family of channels, or the gap between a closure and an opening. */
type Witness = Family | 'gap'

/** Why two parts stay apart, as a sentence and as what it says. */
export type Refusal = Required<Pick<ProposedBridge, 'because' | 'reason'>>

/**
 * Whether two parts may become one ring. `between` are all steps from one to the other, surest first.
 *
 * Two rules against rings that grow through one coincidence: parts of three shops and more need a step of .99 or two
 * independent kinds of evidence; and a payment account that stands alone, whatever the sizes, needs .99, because cards
 * are rented out.
 */
export function refusalOf(
  between: readonly Step[],
  sizes: readonly [number, number],
): Refusal | undefined {
  if (between.some(({ confirmed, probability }) => confirmed || probability >= sureStep)) return
  const surest = between[0]?.probability ?? (0 as Probability)
  if (restOnOneAccount(between)) {
    const because = `One payment account alone joins the two parts, at ${surest.toFixed(2)}; accounts are rented out, so this needs ${sureStep} or evidence of another kind.`
    return { because, reason: { code: 'one_account', surest } }
  }
  if (sizes.some((size) => size < guardedSize)) return
  const witnesses = new Set(between.flatMap(speaking))
  if (witnesses.size >= 2) return
  const [witness] = witnesses
  const because = `Both parts have ${guardedSize} shops or more and ${named(witness)} joins them, at ${surest.toFixed(2)}; this needs ${sureStep} or two independent kinds of evidence.`
  const reason: BridgeReason =
    witness === undefined ? { code: 'no_kind', surest } : { code: 'one_kind', witness, surest }
  return { because, reason }
}

/** People's word goes before evidence, however sure, also where the two would only come together by way of others. */
export function refusalByDenial({ a, b }: Denial, surest: Probability): Refusal {
  const because = `People called ${a} and ${b} different, which would come into one ring by it.`
  return { because, reason: { code: 'called_different', surest } }
}

/** The gap counts for nothing here: a rented card passes from a closed shop to a new one as well. */
function restOnOneAccount(between: readonly Step[]): boolean {
  let account: string | undefined
  for (const { link } of between) {
    for (const bar of link.ledger.bars) {
      if (!speaks(bar)) continue
      const own = bar.a.key ?? bar.a.literal
      if (bar.channel !== 'account' || (account ?? own) !== own) return false
      account = own
    }
  }
  return account !== undefined
}

function speaks({ channel, bits, generic }: LedgerBar): boolean {
  return 0 < bits && !generic && isWitness(channel)
}

function speaking({ link }: Step): Witness[] {
  const bits = new Map<Witness, number>()
  for (const bar of link.ledger.bars) {
    if (!speaks(bar)) continue
    const family = families[bar.channel]
    bits.set(family, (bits.get(family) ?? 0) + bar.bits)
  }
  bits.set('gap', link.ledger.gap?.bits ?? 0)
  return [...bits].filter(([, sum]) => sum >= speakingBits).map(([witness]) => witness)
}

const witnessNames: Record<Witness, string> = {
  who: 'evidence of who registered them',
  contact: 'contact evidence',
  money: 'payment evidence',
  place: 'evidence of place and supply',
  catalogue: 'catalogue evidence',
  gap: 'the gap in time',
}

function named(only: Witness | undefined): string {
  return only === undefined ? 'no single strong agreement' : `${witnessNames[only]} alone`
}
