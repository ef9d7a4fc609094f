import { isOver } from '../../domain/life.ts'
import type { Link, LinkKind } from '../../domain/link.ts'
import type { ClaimDraft } from '../claim.ts'
import type { ClaimWords } from '../words/en-claims.ts'
import { pairOf } from './claimed-links.ts'
import type { ClaimContext } from './context.ts'
import { groundOf } from './ground.ts'

/** Each claimed link, with the channels that speak for it. */
export function linkClaims({ links, words, evidence, nodes, nameOf }: ClaimContext): ClaimDraft[] {
  return links.map((link) => {
    const bars = link.ledger.bars.filter(({ bits }) => 0 < bits)
    return {
      about: pairOf(link.from, link.to),
      kind: link.kind,
      text: `${sentences[link.kind](words, nameOf(link.from), nameOf(link.to), link)}${whichClosure(words, link, nodes)}`,
      basis: 'inferred',
      probability: link.probability,
      // Labels say whether one controller runs both; none has checked a common supply.
      labels: link.kind === 'shares_supply' ? 0 : link.ledger.calibration.labels,
      shops: [link.from, link.to],
      grounds: bars.map((bar) => groundOf(bar, evidence)),
      records: bars.flatMap(({ a, b }) => [...a.records, ...b.records]),
    }
  })
}

const sentences: Record<
  LinkKind,
  (words: ClaimWords, from: string, to: string, link: Link) => string
> = {
  came_back_as: (words, from, to, { gapDays, ledger }) => {
    if (gapDays === undefined) return words.cameBack(from, to)
    const told =
      gapDays < 0
        ? words.cameBackBefore(from, to, -gapDays)
        : words.cameBackAfter(from, to, gapDays)
    return `${told}${countedFrom(words, to, ledger.gap)}`
  },
  same_controller: (words, from, to) => words.sameController(from, to),
  shares_supply: (words, from, to) => words.sharesSupply(from, to),
}

/** A shop may have been closed, reinstated and closed again; nothing is said where there is no doubt. */
function whichClosure(
  words: ClaimWords,
  { kind, from, ledger }: Link,
  nodes: ClaimContext['nodes'],
): string {
  const closures = (nodes.get(from)?.lives ?? []).filter(isOver).length
  if (kind !== 'came_back_as' || ledger.gap === undefined || closures < 2) return ''
  return words.whichClosure(ledger.gap.closed, closures)
}

/** What the time is counted from, where that is no recorded opening. */
function countedFrom(words: ClaimWords, later: string, gap: Link['ledger']['gap']): string {
  const by = gap?.begunBy ?? 'opening'
  return gap === undefined || by === 'opening' ? '' : ` ${words.begun[by](later, gap.opened)}`
}
