import type { IsoDate } from '../../domain/units.ts'
import { mostOf, sumOf, wholeSum } from './amount.ts'
import { type Bounds, type SaleBasis, type Statement, saleBases } from './statement.ts'

/** Statements about one shop in one currency that overlap, so that they cannot simply be added up: each day of sales is counted once. */
export interface Stretch extends Bounds {
  readonly shop: string
  readonly currency: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly statements: readonly Statement[]
  /** Those that the likely amount counts: of the best known basis, none of them overlapping. */
  readonly counted: readonly Statement[]
  /** What the goods were bought for, where every counted statement says so. */
  readonly cost: bigint | undefined
}

/** Every statement stands in one stretch. */
export function stretchesOf(statements: readonly Statement[]): Stretch[] {
  return groupsOf(statements).map(stretchOf)
}

/** Joins what overlaps, by a sweep over days: a whole shop overlaps each of its listings. */
function groupsOf(statements: readonly Statement[]): Statement[][] {
  const sorted = statements.toSorted((a, b) => (a.from < b.from ? -1 : Number(b.from < a.from)))
  const groups = new Map<Statement, Statement[]>()
  let open: Statement[] = []
  for (const one of sorted) {
    open = open.filter(({ to }) => one.from <= to)
    const joined = new Set(
      open.filter((other) => overlaps(one, other)).flatMap((other) => groups.get(other) ?? []),
    )
    const group = [...joined, one]
    for (const member of group) groups.set(member, group)
    open.push(one)
  }
  return [...new Set(sorted.flatMap((one) => [groups.get(one) ?? []]))]
}

/** Whether two statements may count the same sales. */
function overlaps(a: Statement, b: Statement): boolean {
  return (
    a.shop === b.shop &&
    a.currency === b.currency &&
    (a.listing === '' || b.listing === '' || a.listing === b.listing) &&
    a.from <= b.to &&
    b.from <= a.to
  )
}

function stretchOf(statements: readonly Statement[]): Stretch {
  const picks = new Map(saleBases.map((basis) => [basis, picked(statements, basis)]))
  const pick = (basis: SaleBasis) => picks.get(basis) ?? []
  const best = saleBases.find((basis) => pick(basis).length !== 0) ?? 'estimate'
  const counted = pick(best)
  const days = statements.flatMap(({ from, to }) => [from, to]).toSorted()
  const [first] = statements
  return {
    shop: first?.shop ?? '',
    currency: first?.currency ?? '',
    from: days[0] as IsoDate,
    to: days.at(-1) as IsoDate,
    statements,
    counted,
    low: sumOf(pick('orders').map(({ low }) => low)),
    likely: sumOf(counted.map(({ likely }) => likely)),
    high: mostOf(saleBases.map((basis) => sumOf(pick(basis).map(({ high }) => high)))),
    cost: wholeSum(counted.map(({ cost }) => cost)),
  }
}

/** Of one basis those that do not overlap: whole shops before listings, earlier before later, longer before shorter. Which ones never depends on an amount. */
function picked(statements: readonly Statement[], basis: SaleBasis): Statement[] {
  const chosen: Statement[] = []
  for (const one of statements.filter((own) => own.basis === basis).toSorted(byWidth))
    if (!chosen.some((other) => overlaps(one, other))) chosen.push(one)
  return chosen
}

function byWidth(a: Statement, b: Statement): number {
  const [first, second] = [a, b].map(({ listing, from, to }) =>
    [listing === '' ? 0 : 1, from, reversed(to), listing].join('\n'),
  )
  if (first === undefined || second === undefined || first === second) return 0
  return first < second ? -1 : 1
}

/** Sorts later days first. */
function reversed(day: string): string {
  return day.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))
}
