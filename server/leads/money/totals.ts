import { compareText } from '../../domain/canonical.ts'
import { type Amount, sumOf, wholeSum } from './amount.ts'
import type { Coverage } from './coverage.ts'
import type { Bounds } from './statement.ts'
import type { Stretch } from './stretch.ts'

/** A stretch with the rights that its goods stand under and how far its shop was authorised. */
export interface Part {
  readonly stretch: Stretch
  readonly rights: readonly string[]
  readonly authorised: Coverage
}

export interface Total extends Bounds {
  readonly currency: string
  readonly cost: Amount | undefined
}

/** What an authorised shop sold counts in no total, and where it may have been authorised in the high one alone. */
export function totalsOf(parts: readonly Part[]): Total[] {
  const currencies = [...new Set(parts.map(({ stretch }) => stretch.currency))]
  return currencies
    .filter((currency) => currency !== '')
    .toSorted(compareText)
    .map((currency) => {
      const own = parts.filter((part) => part.stretch.currency === currency)
      const of = (coverage: Coverage) =>
        own.filter(({ authorised }) => authorised === coverage).map(({ stretch }) => stretch)
      const [free, part] = [of('none'), of('part')]
      return {
        currency,
        ...sumBounds(free),
        high: sumOf([...free, ...part].map(({ high }) => high)),
        cost: wholeSum(free.map(({ cost }) => cost)),
      }
    })
}

export function sumBounds(stretches: readonly Bounds[]): Bounds {
  return {
    low: sumOf(stretches.map(({ low }) => low)),
    likely: sumOf(stretches.map(({ likely }) => likely)),
    high: sumOf(stretches.map(({ high }) => high)),
  }
}

/** Undefined where a cost is missing, and where goods cost more than they brought in. */
export function gainOf({ likely, cost }: Total): Amount | undefined {
  if (likely === undefined || cost === undefined || likely < cost) return undefined
  return likely - cost
}
