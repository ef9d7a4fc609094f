import type { Link } from '../../domain/link.ts'
import { Bits, type Sha256 } from '../../domain/units.ts'
import type { CounterDraft } from '../claim.ts'
import { probabilityText } from '../numbers.ts'
import { pairOf } from './claimed-links.ts'
import type { ClaimContext } from './context.ts'
import { groundOf } from './ground.ts'

/** Shares of a return below this are not worth a line of their own; they stay in the ledgers of lead.json. */
const leastShare = 0.01
/** From here on a common supply explains enough to be told as another cause. */
const leastSupply = 0.2

type Draft = Omit<CounterDraft, 'about' | 'records'> & { records?: readonly Sha256[] }

/** What speaks against each claimed link: disagreeing channels, the time between, another cause, rivals, no return at all, a single leg, a person's denial. */
export function linkCounters(context: ClaimContext): CounterDraft[] {
  return context.links.flatMap((link) => {
    const whole = link.ledger.bars.flatMap(({ a, b }) => [...a.records, ...b.records])
    return builders
      .flatMap((build) => build(link, context))
      .map((draft) => ({
        ...draft,
        about: pairOf(link.from, link.to),
        records: draft.records === undefined || draft.records.length === 0 ? whole : draft.records,
      }))
  })
}

const builders = [disagreements, gap, together, supply, rivals, nobody, singleLeg, denials]

function disagreements({ ledger }: Link, { words, evidence }: ClaimContext): Draft[] {
  const bars = ledger.bars.filter(({ bits }) => bits < 0)
  if (bars.length === 0) return []
  const total = bars.reduce((sum, { bits }) => sum + bits, 0)
  return [
    {
      text: words.channelsAgainst(words.list(bars.map(({ channel }) => words.channel[channel]))),
      bits: Bits.parse(total),
      grounds: bars.map((bar) => groundOf(bar, evidence)),
      records: bars.flatMap(({ a, b }) => [...a.records, ...b.records]),
    },
  ]
}

function gap({ ledger }: Link, { words }: ClaimContext): Draft[] {
  if (ledger.gap === undefined || 0 <= ledger.gap.bits) return []
  return [{ text: words.gap(ledger.gap.days), bits: Bits.parse(ledger.gap.bits) }]
}

function together({ ledger }: Link, { words }: ClaimContext): Draft[] {
  if (ledger.together === undefined || 0 <= ledger.together.bits) return []
  return [{ text: words.together, bits: Bits.parse(ledger.together.bits) }]
}

/** The innocent reading of what agrees in place and goods. It is no part of the sum, so that it takes no bits from it. */
function supply({ from, to, kind, ledger }: Link, { words, nameOf }: ClaimContext): Draft[] {
  if (kind === 'shares_supply' || ledger.supply === undefined) return []
  const { probability, imitation, stated } = ledger.supply
  if (probability < leastSupply) return []
  const say = imitation ? words.mayImitate : words.maySupply
  const agreeing = ledger.bars.filter(
    ({ family, bits }) => 0 < bits && (family === 'place' || family === 'catalogue'),
  )
  return [
    {
      text: say(nameOf(from), nameOf(to), probabilityText(probability)),
      records: [
        ...agreeing.flatMap(({ a, b }) => [...a.records, ...b.records]),
        ...(stated?.records ?? []),
      ],
    },
  ]
}

function rivals(link: Link, { words, nameOf }: ClaimContext): Draft[] {
  if (link.kind !== 'came_back_as') return []
  const others = link.ledger.succession?.rivals ?? []
  return others
    .filter(({ shop, probability }) => shop !== link.to && leastShare <= probability)
    .map(({ shop, name, probability }) => ({
      text: words.rival(
        nameOf(link.from),
        shop.startsWith('shop:outside/') ? name : nameOf(shop),
        probabilityText(probability),
      ),
    }))
}

function nobody(link: Link, { words, nameOf }: ClaimContext): Draft[] {
  const { succession } = link.ledger
  if (succession === undefined || link.kind !== 'came_back_as') return []
  const early = succession.tooEarly ? [{ text: words.tooEarly(nameOf(link.from)) }] : []
  if (succession.notReturned < leastShare) return early
  return [
    ...early,
    { text: words.notReturned(nameOf(link.from), probabilityText(succession.notReturned)) },
  ]
}

function singleLeg({ ledger }: Link, { words, threshold }: ClaimContext): Draft[] {
  const [only, ...more] = ledger.standsOn
  if (only === undefined || 0 < more.length) return []
  return [{ text: words.standsAlone(words.channel[only], probabilityText(threshold)) }]
}

function denials({ ledger }: Link, { words }: ClaimContext): Draft[] {
  return ledger.decisions
    .filter(({ verdict, retractedAt }) => verdict === 'different' && retractedAt === undefined)
    .map(({ by, on, because }) => ({ text: words.denied(by, on, because ?? '') }))
}
