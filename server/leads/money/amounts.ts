import { compareText } from '../../domain/canonical.ts'
import type {
  AmountRow,
  Amounts,
  AmountTotal,
  ReferenceFigure,
} from '../../domain/leads/amounts.ts'
import type { ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { IsoDate, Sha256 } from '../../domain/units.ts'
import { type Amount, amountText, wholeSum } from './amount.ts'
import { coverageOf } from './coverage.ts'
import { goodsRights } from './goods-rights.ts'
import { compareFigures } from './references.ts'
import { type Bounds, statementsOf } from './statement.ts'
import { type Stretch, stretchesOf } from './stretch.ts'
import { gainOf, type Part, sumBounds, type Total, totalsOf } from './totals.ts'

export interface AmountSource {
  readonly shops: readonly string[]
  /** Sales, listings and test buys; other rows do no harm. */
  readonly records: readonly SourceRecord[]
  readonly rights: readonly ConcernedRight[]
  readonly figures: readonly ReferenceFigure[]
  readonly asOf: IsoDate
  cite(records: readonly Sha256[]): string[]
}

/** What the shops sold, by shop, right and period, after refunds and brushing, with the figures in force beside it. Rows in any order give the same. */
export function amountsOf(source: AmountSource): Amounts {
  const { statements, unread } = statementsOf(source.records, source.shops)
  const rightsFor = goodsRights(source)
  const parts = stretchesOf(statements).map((stretch) => partOf(stretch, rightsFor, source))
  const totals = totalsOf(parts)
  const told = new Set(statements.map(({ shop }) => shop))
  return {
    rows: rowsOf(parts, source),
    totals: totals.map(totalText),
    silent: source.shops.filter((shop) => !told.has(shop)),
    unread,
    references: compareFigures(totals, source),
  }
}

function partOf(
  stretch: Stretch,
  rightsFor: (shop: string, listing: string) => readonly string[],
  { rights }: AmountSource,
): Part {
  const ids = stretch.statements.flatMap(({ shop, listing }) => rightsFor(shop, listing))
  const own = [...new Set(ids)].toSorted(compareText)
  const concerned = rights.filter(({ id }) => own.includes(id))
  return { stretch, rights: own, authorised: coverageOf(stretch, concerned) }
}

function rowsOf(parts: readonly Part[], source: AmountSource): AmountRow[] {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const { stretch, rights, authorised } = part
    const place = String(source.shops.indexOf(stretch.shop)).padStart(9, '0')
    const key = [place, periodOf(stretch), rights.join(' '), stretch.currency, authorised].join(
      '\n',
    )
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, group]) => rowOf(group, source))
}

/** The years that a stretch lies in: no statement is divided among years. */
function periodOf({ from, to }: Stretch): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}

function rowOf(group: readonly Part[], { cite }: AmountSource): AmountRow[] {
  const [first] = group
  if (first === undefined) return []
  const stretches = group.map(({ stretch }) => stretch)
  const all = stretches.flatMap(({ statements }) => statements)
  const counted = stretches.flatMap((stretch) => stretch.counted)
  const count = (test: (one: (typeof counted)[number]) => boolean) => counted.filter(test).length
  const days = stretches.flatMap(({ from, to }) => [from, to]).toSorted()
  const { shop, currency } = first.stretch
  return [
    {
      shop,
      rights: [...first.rights],
      period: periodOf(first.stretch),
      from: days[0] ?? first.stretch.from,
      to: days.at(-1) ?? first.stretch.to,
      currency: currency === '' ? null : currency,
      ...boundTexts(sumBounds(stretches)),
      cost: textOf(wholeSum(stretches.map(({ cost }) => cost))),
      authorised: first.authorised,
      counted: {
        orders: count(({ basis }) => basis === 'orders'),
        public_counter: count(({ basis }) => basis === 'public_counter'),
        estimate: count(({ basis }) => basis === 'estimate'),
      },
      setAside: all.length - counted.length,
      without: {
        refunds: count(({ knowsRefunds }) => !knowsRefunds),
        brushing: count(({ knowsBrushing }) => !knowsBrushing),
        cost: count(({ cost }) => cost === undefined),
      },
      evidence: cite(all.flatMap(({ records }) => records)),
    },
  ]
}

function totalText(total: Total): AmountTotal {
  return {
    currency: total.currency,
    ...boundTexts(total),
    cost: textOf(total.cost),
    gain: textOf(gainOf(total)),
  }
}

function boundTexts({ low, likely, high }: Bounds): Pick<AmountRow, 'low' | 'likely' | 'high'> {
  return { low: textOf(low), likely: textOf(likely), high: textOf(high) }
}

function textOf(amount: Amount | undefined): string | null {
  return amount === undefined ? null : amountText(amount)
}
