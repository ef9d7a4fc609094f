import { compareText } from '../../domain/canonical.ts'
import type { ReferenceComparison, ReferenceFigure } from '../../domain/leads/amounts.ts'
import type { IsoDate } from '../../domain/units.ts'
import { type Amount, readAmount } from './amount.ts'
import type { Bounds } from './statement.ts'
import { gainOf, type Total } from './totals.ts'

/** Each figure in force on the day, and which of the amounts in its currency reaches it. It says nothing of what follows from that. */
export function compareFigures(
  totals: readonly Total[],
  { figures, asOf }: { readonly figures: readonly ReferenceFigure[]; readonly asOf: IsoDate },
): ReferenceComparison[] {
  return figures
    .filter(
      ({ validFrom, validTo }) => validFrom <= asOf && (validTo === undefined || asOf <= validTo),
    )
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((figure) => {
      const total = totals.find(({ currency }) => currency === figure.currency)
      const amounts = total && boundsFor(figure, total)
      return { figure, reachedBy: reachedBy(readAmount(figure.amount), amounts) }
    })
}

/** Nothing on record tells what goods lie unsold; a gain is one figure, known only where every cost is. */
function boundsFor({ measure }: ReferenceFigure, total: Total): Bounds | undefined {
  if (measure === 'sales') return total
  if (measure === 'unsold') return undefined
  return { low: undefined, likely: gainOf(total), high: undefined }
}

const boundNames = ['low', 'likely', 'high'] as const

function reachedBy(
  figure: Amount | undefined,
  bounds: Bounds | undefined,
): ReferenceComparison['reachedBy'] {
  const known = boundNames.filter((name) => bounds?.[name] !== undefined)
  if (figure === undefined || known.length === 0) return 'unknown'
  const reached = known.find((name) => figure <= (bounds?.[name] ?? 0n))
  return reached ?? 'none'
}
