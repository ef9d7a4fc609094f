import { compareText } from '../domain/canonical.ts'
import { type Ledger, type Link, LinkKind, type Rival } from '../domain/link.ts'
import type { Probability } from '../domain/units.ts'
import { explain, supporting } from './explain.ts'
import { isTooEarly } from './gap.ts'
import { type KeepLedger, ledgerKeeper } from './kept-ledgers.ts'
import { at } from './key-column.ts'
import { closureKey, type Market, type Return, type ScoredPair } from './market.ts'
import type { PairGap } from './pair-gaps.ts'

/** Rivals told in a ledger; the shares of all others are smaller than theirs. */
const rivalsTold = 12

type Returns = ReadonlyMap<string, readonly Return[]>

/** Links that reach the minimum, and every decided pair, each with its ledger; sorted by from, to and kind. */
export function writeLinks(
  market: Market,
  scored: readonly ScoredPair[],
  returns: Returns,
  minimum: Probability,
  keep = ledgerKeeper(),
): Link[] {
  const tellings = tellingsOf(market, returns)
  const back = likelyReturns(returns, minimum)
  const links: Link[] = []
  for (const pair of scored)
    addLinks(links, market, pair, { tellings, back: back.get(pair), minimum, keep })
  const places = placesOf(market, links)
  return Array.from(links.keys())
    .sort((x, y) => at(places, x) - at(places, y))
    .map((place) => links[place] as Link)
}

/** The returns that reach the minimum, by pair; all others are only rivals. */
function likelyReturns(returns: Returns, minimum: number): ReadonlyMap<ScoredPair, Return> {
  const likely = new Map<ScoredPair, Return>()
  for (const answers of returns.values())
    for (const own of answers) if (minimum <= own.probability) likely.set(own.pair, own)
  return likely
}

/** One number for the place of every link: shops stand sorted by key, so that numbers sort as the keys do. */
function placesOf({ encoded: { placeOf, shops } }: Market, links: readonly Link[]): Float64Array {
  return Float64Array.from(links, ({ from, to, kind }) => {
    const pair = (placeOf.get(from) ?? 0) * shops.length + (placeOf.get(to) ?? 0)
    return kinds.length * pair + kinds.indexOf(kind)
  })
}

const kinds = LinkKind.options.toSorted(compareText)

/** What one pair says: that one controller runs both, that they share supply without one, and that the closed one came back as the other. */
export function linksOfPair(
  market: Market,
  pair: ScoredPair,
  returns: Returns,
  minimum: Probability,
): Link[] {
  const answers = pair.gap === undefined ? undefined : returns.get(closureKey(pair.gap))
  const back = answers?.find((own) => own.pair === pair && minimum <= own.probability)
  const links: Link[] = []
  const [tellings, keep] = [tellingsOf(market, returns), ledgerKeeper()]
  addLinks(links, market, pair, { tellings, back, minimum, keep })
  return links
}

interface Telling {
  readonly tellings: Tellings
  /** The pair as a return, where it is likely enough to be a link. */
  readonly back: Return | undefined
  readonly minimum: Probability
  readonly keep: KeepLedger
}

/** All links of a pair give one reason, which is worked out once. */
function addLinks(
  links: Link[],
  market: Market,
  pair: ScoredPair,
  { tellings, back, minimum, keep }: Telling,
): void {
  const { decisions, supply } = pair
  const joined = 0 < decisions.length || minimum <= pair.probability
  const supplied = 0 < supply.probability && minimum <= supply.probability
  if (!joined && !supplied && back === undefined) return
  const ledger = ledgerOf(market, pair, tellings)
  const [kept, channels, bits] = [keep(ledger), supporting(ledger.bars), ledger.total]
  const told = (kind: LinkKind, probability: number) =>
    links.push(linkOf(market, pair, { ledger: kept, bits, channels, kind, probability }))
  if (joined) told('same_controller', ledger.probability)
  if (supplied) told('shares_supply', supply.probability)
  if (back !== undefined) {
    const probability = Math.min(back.probability, ledger.probability)
    const seen =
      back.gap.from === pair.a
        ? { pair, ledger: kept }
        : { pair: { ...pair, a: pair.b, b: pair.a }, ledger: keep(turned(ledger)) }
    const own = { bits, channels, kind: 'came_back_as', probability } as const
    links.push(linkOf(market, seen.pair, { ledger: seen.ledger, ...own }))
  }
}

interface Told extends Pick<Link, 'bits' | 'channels' | 'kind' | 'ledger'> {
  readonly probability: number
}

/** Keys in order, so that a store writes the link down as it stands. */
function linkOf(
  market: Market,
  { a, b, gap }: Pick<ScoredPair, 'a' | 'b' | 'gap'>,
  { bits, channels, kind, ledger, probability: told }: Told,
): Link {
  const [from, to, probability] = [keyAt(market, a), keyAt(market, b), told as Probability]
  if (gap === undefined) return { bits, channels, from, kind, ledger, probability, to }
  return { bits, channels, from, gapDays: gap.days, kind, ledger, probability, to }
}

/** The same as seen from the other shop, whose values then come first. */
function turned(ledger: Ledger): Ledger {
  const { bars, through } = ledger
  return {
    ...ledger,
    bars: bars.map((bar) => ({ ...bar, a: bar.b, b: bar.a })),
    ...(through && { through: { ...through, a: through.b, b: through.a } }),
  }
}

/** The ledger of a pair as seen from its first shop, whose values come first; with the rivals when a closure precedes an opening. */
function ledgerOf(
  { encoded, model, threshold, asOf }: Market,
  { a, b, gap, together, decisions, supply, third, untied }: ScoredPair,
  tellings: Tellings,
): Ledger {
  const own = { model, gap, together, decisions, supply, third, untied, threshold }
  if (gap === undefined) return explain(encoded, a, b, own)
  const { rivals, notReturned } = tellings(gap)
  const rival = encoded.shops[gap.to]?.key
  const succession = {
    notReturned,
    rivals: rivals.filter(({ shop }) => shop !== rival).slice(0, rivalsTold),
    tooEarly: isTooEarly(gap.closed, asOf),
  }
  return explain(encoded, a, b, { ...own, succession })
}

/** How a closure's return is shared out, with as many of the likeliest as any ledger tells; each is told by many pairs. */
type Tellings = (gap: PairGap) => {
  readonly rivals: readonly Rival[]
  readonly notReturned: Probability
}

function tellingsOf({ encoded }: Market, returns: Returns): Tellings {
  const told = new Map<string, ReturnType<Tellings>>()
  return (gap) => {
    const closure = closureKey(gap)
    const known = told.get(closure)
    if (known !== undefined) return known
    const answers = returns.get(closure) ?? []
    const returned = answers.reduce((sum, { probability }) => sum + probability, 0)
    const rivals = answers.slice(0, rivalsTold + 1).map((own): Rival => {
      const shop = encoded.shops[own.gap.to]
      return { name: shop?.name ?? '', probability: own.probability, shop: shop?.key ?? '' }
    })
    const own = { rivals, notReturned: Math.max(0, 1 - returned) as Probability }
    told.set(closure, own)
    return own
  }
}

function keyAt({ encoded }: Market, place: number): string {
  const shop = encoded.shops[place]
  if (shop === undefined) throw new Error(`no shop stands at place ${place}`)
  return shop.key
}
