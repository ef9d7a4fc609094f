import type { BoardAnswer } from '../../server/contract/lead-files.ts'

type Year = BoardAnswer['years'][number]
type Counted = 'leads' | 'suspects' | 'sites'

export interface Bar {
  readonly amount: number
  /** Of the largest of the same column, from 0 to 1. */
  readonly share: number
}

export interface FigureRow extends Readonly<Record<Counted, Bar>> {
  readonly year: string
  /** One bar a currency, by name: sums of different currencies are none, nor is a length that compares them. */
  readonly value: readonly (Bar & { readonly currency: string })[]
}

/** Years with the bars of each column, latest first. */
export function figureRows(years: readonly Year[]): readonly FigureRow[] {
  const bar = (amount: number, all: readonly number[]): Bar => {
    const most = Math.max(0, ...all)
    return { amount, share: most === 0 ? 0 : amount / most }
  }
  const counted = (own: Year, name: Counted) =>
    bar(
      own[name],
      years.map((year) => year[name]),
    )
  return years
    .toSorted((a, b) => (a.year < b.year ? 1 : -1))
    .map((own) => ({
      year: own.year,
      leads: counted(own, 'leads'),
      suspects: counted(own, 'suspects'),
      sites: counted(own, 'sites'),
      value: Object.entries(own.value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, amount]) => ({
          currency,
          ...bar(
            amount,
            years.map(({ value }) => value[currency] ?? 0),
          ),
        })),
    }))
}
