import { compareText } from '../../domain/canonical.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { IsoDate, Sha256 } from '../../domain/units.ts'
import { dayOf, fieldOf, shopOf } from '../record-field.ts'
import { type Amount, leastOf, mostOf, readAmount } from './amount.ts'

/** How a figure of sales came about, best known first. */
export const saleBases = ['orders', 'public_counter', 'estimate'] as const
export type SaleBasis = (typeof saleBases)[number]

/** What is known to be sold at least, most probably and at most; undefined where nothing says so. */
export interface Bounds {
  readonly low: Amount | undefined
  readonly likely: Amount | undefined
  readonly high: Amount | undefined
}

/** What sources say was sold in one period, of one listing or of a whole shop, on one basis. */
export interface Statement extends Bounds {
  readonly shop: string
  /** Empty for a whole shop. */
  readonly listing: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly basis: SaleBasis
  /** Empty where the row does not say. */
  readonly currency: string
  readonly cost: Amount | undefined
  readonly knowsRefunds: boolean
  readonly knowsBrushing: boolean
  readonly records: readonly Sha256[]
}

export interface Statements {
  /** Sorted; in any order of the rows the same. */
  readonly statements: readonly Statement[]
  /** Rows about the shops' sales without an amount that can be read. */
  readonly unread: number
}

/** What rows say of the sales of the shops. Several rows about the very same are one statement, with the widest bounds. */
export function statementsOf(
  records: readonly SourceRecord[],
  shops: readonly string[],
): Statements {
  const sales = records.filter(({ kind }) => kind === 'sale')
  const about = sales.filter((record) => shopOf(record, shops) !== undefined)
  const read = about.flatMap((record) => readRow(record, shops) ?? [])
  const groups = new Map<string, Statement[]>()
  for (const one of read) groups.set(identity(one), [...(groups.get(identity(one)) ?? []), one])
  return {
    statements: [...groups]
      .toSorted(([a], [b]) => compareText(a, b))
      .flatMap(([, versions]) => oneOf(versions)),
    unread: about.length - read.length,
  }
}

function readRow(record: SourceRecord, shops: readonly string[]): Statement | undefined {
  const [shop, from] = [shopOf(record, shops), dayOf(record, 'from')]
  const basis = saleBases.find((own) => own === basisText(record))
  const amount = (name: string) => readAmount(fieldOf(record, name))
  const gross = amount('gross')
  if (shop === undefined || from === undefined || basis === undefined || gross === undefined)
    return undefined
  const to = dayOf(record, 'to')
  const [refunded, brushing] = [amount('refunded'), amount('suspected_brushing')]
  return {
    shop,
    listing: fieldOf(record, 'listing_id'),
    from,
    to: to === undefined || to < from ? from : to,
    basis,
    currency: fieldOf(record, 'currency').toUpperCase(),
    ...boundsOf(basis, { gross, refunded, brushing }),
    cost: amount('cost'),
    knowsRefunds: refunded !== undefined,
    knowsBrushing: brushing !== undefined,
    records: [record.hash],
  }
}

function basisText(record: SourceRecord): string {
  return fieldOf(record, 'basis').toLowerCase().replaceAll(/[ -]+/g, '_')
}

interface Stated {
  readonly gross: Amount
  readonly refunded: Amount | undefined
  readonly brushing: Amount | undefined
}

/**
 * Low counts what an order log says where refunds and suspected brushing are stated, less both; likely counts order logs and public counters, less what is stated of both; high
 * counts every row, less stated refunds alone, as brushing is only suspected.
 */
function boundsOf(basis: SaleBasis, { gross, refunded, brushing }: Stated): Bounds {
  const net = atLeastNothing(gross - (refunded ?? 0n) - (brushing ?? 0n))
  const isWhole = refunded !== undefined && brushing !== undefined
  return {
    low: basis === 'orders' && isWhole ? net : undefined,
    likely: basis === 'estimate' ? undefined : net,
    high: atLeastNothing(gross - (refunded ?? 0n)),
  }
}

function atLeastNothing(amount: Amount): Amount {
  return amount < 0n ? 0n : amount
}

function identity({ shop, currency, listing, from, to, basis }: Statement): string {
  return [shop, currency, from, to, listing, basis].join('\n')
}

function oneOf(versions: readonly Statement[]): Statement[] {
  const [first] = versions
  if (first === undefined) return []
  return [
    {
      ...first,
      low: leastOf(versions.map(({ low }) => low)),
      likely: leastOf(versions.map(({ likely }) => likely)),
      high: mostOf(versions.map(({ high }) => high)),
      cost: mostOf(versions.map(({ cost }) => cost)),
      knowsRefunds: versions.every((own) => own.knowsRefunds),
      knowsBrushing: versions.every((own) => own.knowsBrushing),
      records: versions.flatMap(({ records }) => records).toSorted(compareText),
    },
  ]
}
