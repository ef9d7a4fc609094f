import { compareText } from '../domain/canonical.ts'
import type { Ledger, Link, Rival } from '../domain/link.ts'
import type { Probability } from '../domain/units.ts'
import { explain, supporting } from './explain.ts'
import { isTooEarly } from './gap.ts'
import { closureKey, type Market, type Return, type ScoredPair } from './market.ts'

/** Rivals told in a ledger; the shares of all others are smaller than theirs. */
const rivalsTold = 12

type Returns = ReadonlyMap<string, readonly Return[]>

/** Links that reach the minimum, and every decided pair, each with its ledger; sorted by from, to and kind. */
export function writeLinks(
  market: Market,
  scored: readonly ScoredPair[],
  returns: Returns,
  minimum: Probability,
): Link[] {
  return scored
    .flatMap((pair) => linksOfPair(market, pair, returns, minimum))
    .toSorted(
      (x, y) =>
        compareText(x.from, y.from) || compareText(x.to, y.to) || compareText(x.kind, y.kind),
    )
}

/** What one pair says: that one controller runs both, that they share supply without one, and that the closed one came back as the other. */
export function linksOfPair(
  market: Market,
  pair: ScoredPair,
  returns: Returns,
  minimum: Probability,
): Link[] {
  const rivals = pair.gap === undefined ? [] : (returns.get(closureKey(pair.gap)) ?? [])
  const back = rivals.find((own) => own.pair === pair)
  const links: Link[] = []
  if (0 < pair.decisions.length || minimum <= pair.probability) {
    const ledger = ledgerOf(market, pair, pair.a, pair.b, rivals)
    links.push({ ...linkOf(market, pair, pair.a, pair.b, ledger), kind: 'same_controller' })
  }
  if (minimum <= pair.supply.probability && 0 < pair.supply.probability) {
    const link = linkOf(
      market,
      pair,
      pair.a,
      pair.b,
      ledgerOf(market, pair, pair.a, pair.b, rivals),
    )
    const probability = pair.supply.probability as Probability
    links.push({ ...link, kind: 'shares_supply', probability })
  }
  if (back !== undefined && minimum <= back.probability) {
    const { from, to } = back.gap
    const link = linkOf(market, pair, from, to, ledgerOf(market, pair, from, to, rivals))
    const probability = Math.min(back.probability, link.probability) as Probability
    links.push({ ...link, kind: 'came_back_as', probability })
  }
  return links
}

function linkOf(
  market: Market,
  { gap }: ScoredPair,
  from: number,
  to: number,
  ledger: Ledger,
): Omit<Link, 'kind'> {
  return {
    from: keyAt(market, from),
    to: keyAt(market, to),
    probability: ledger.probability,
    bits: ledger.total,
    ...(gap && { gapDays: gap.days }),
    channels: supporting(ledger.bars),
    ledger,
  }
}

/** The ledger of a pair as seen from one of its shops, whose values come first; with the rivals when a closure precedes an opening. */
function ledgerOf(
  { encoded, model, threshold, asOf }: Market,
  { gap, together, decisions, supply }: ScoredPair,
  from: number,
  to: number,
  returns: readonly Return[],
): Ledger {
  const ledger = explain(encoded, from, to, {
    model,
    gap,
    together,
    decisions,
    supply,
    threshold,
  })
  if (gap === undefined) return ledger
  const returned = returns.reduce((sum, { probability }) => sum + probability, 0)
  const rivals = returns.filter((own) => own.gap.to !== gap.to).slice(0, rivalsTold)
  return {
    ...ledger,
    succession: {
      rivals: rivals.map((own): Rival => {
        const shop = encoded.shops[own.gap.to]
        return { shop: shop?.key ?? '', name: shop?.name ?? '', probability: own.probability }
      }),
      notReturned: Math.max(0, 1 - returned) as Probability,
      tooEarly: isTooEarly(gap.closed, asOf),
    },
  }
}

function keyAt({ encoded }: Market, place: number): string {
  const shop = encoded.shops[place]
  if (shop === undefined) throw new Error(`no shop stands at place ${place}`)
  return shop.key
}
