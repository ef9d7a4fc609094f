import { type NodeKey, shopReference } from '../../domain/keys.ts'
import type { AmountRow } from '../../domain/leads/amounts.ts'
import type { Authorised, ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { ClaimContext } from '../claims/context.ts'
import type { Cell } from './csv.ts'

export const rightColumns = [
  ...['right', 'office', 'number', 'mark', 'holder', 'classes', 'valid_from', 'valid_to'],
  ...['in_force', 'test_buys', 'shops_by_brand', 'listings_by_brand', 'stated_by_author', 'shops'],
  ...['authorised_party', 'authorised_shops', 'authorised_by', 'territory', 'from', 'to'],
  'evidence',
]

/** One row for each right, and one more for each party that may deal under it. */
export function rightRows({ rights }: ClaimContext): Cell[][] {
  return rights.flatMap((right) => [
    [...rightCells(right), ...Array<Cell>(6).fill(undefined), right.evidence.join(' ')],
    ...right.authorised.map((own) => [
      ...[right.id, ...Array<Cell>(13).fill(undefined)],
      ...authorisedCells(own),
      own.evidence.join(' '),
    ]),
  ])
}

function rightCells(right: ConcernedRight): Cell[] {
  const { because } = right
  return [
    ...[right.id, right.office, right.number, right.mark, right.holder, right.classes.join('; ')],
    ...[right.validFrom, right.validTo, right.inForce],
    ...[because.testBuys, because.shops, because.listings, because.stated, shops(right.shops)],
  ]
}

function authorisedCells({ party, shops: own, by, territory, from, to }: Authorised): Cell[] {
  return [party, shops(own), by, territory, from, to]
}

export const amountColumns = [
  ...['shop', 'rights', 'period', 'from', 'to', 'currency', 'low', 'likely', 'high', 'cost'],
  ...['authorised', 'from_orders', 'from_public_counter', 'from_estimate', 'set_aside'],
  ...['without_refunds', 'without_brushing', 'without_cost', 'evidence'],
]

/** What each shop sold; an empty amount is unknown, and not nothing. */
export function amountRows({ amounts }: ClaimContext): Cell[][] {
  return amounts.rows.map((row: AmountRow) => [
    ...[shopReference(row.shop as NodeKey), row.rights.join('; '), row.period, row.from, row.to],
    ...[row.currency, row.low, row.likely, row.high, row.cost].map((cell) => cell ?? undefined),
    ...[row.authorised, row.counted.orders, row.counted.public_counter, row.counted.estimate],
    ...[row.setAside, row.without.refunds, row.without.brushing, row.without.cost],
    row.evidence.join(' '),
  ])
}

function shops(keys: readonly string[]): string {
  return keys.map((key) => shopReference(key as NodeKey)).join('; ')
}
